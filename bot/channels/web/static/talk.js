// The talk on the screen: messages by number, what waits to be sent below them, and where the reader is.

import { bubble } from "./bubbles.js";
import { buttonRows, settle } from "./buttons.js";

const NEAR = 96;
const LITTLE = 140;

export class Talk {
  constructor(words, { press }) {
    this.words = words;
    this.press = press;
    this.scroll = document.getElementById("scroll");
    this.log = document.getElementById("log");
    this.below = document.getElementById("below");
    this.entries = [];
    this.seen = new Set();
    this.waiting = new Map();
    this.arrived = new Set();
    this.unsettled = false;
    this.below.addEventListener("click", () => this.toEnd());
    this.scroll.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.wasAtEnd && this.toEnd()).observe(this.scroll);
    this.log.addEventListener("click", (event) => {
      if (event.target.closest("a, button")) return;
      event.target.closest(".message")?.classList.toggle("told");
    });
  }

  clear() {
    this.entries = [];
    this.seen.clear();
    this.arrived.clear();
    this.waiting.clear();
    this.log.replaceChildren();
    this.hideBelow();
  }

  has(number) {
    return this.seen.has(number);
  }

  get newestStaff() {
    return this.entries.findLast(({ message }) => message.from === "staff" || message.author)?.message;
  }

  add(message) {
    if (this.has(message.number)) return;
    this.seen.add(message.number);
    this.follow(message.from === "person" ? "own" : "other");
    if (message.from === "person") this.resolve(message);
    const element = this.element(message);
    const replaced = message.replaces ? this.entryOf(message.replaces) : null;
    if (replaced) {
      this.replace(replaced, message, element);
    } else {
      const later = this.entries.findIndex((entry) => entry.message.number > message.number);
      const place = later < 0 ? this.entries.length : later;
      this.log.insertBefore(element, this.entries[place]?.element || this.firstWaiting());
      this.entries.splice(place, 0, { message, element });
      element.hidden = this.isPassedOver(message);
    }
    this.changed();
  }

  element(message) {
    const element = bubble(message, this.words);
    if (message.number) element.dataset.number = message.number;
    if (message.buttons.length) element.append(buttonRows(message, this.words, this.press));
    return element;
  }

  // The newer message takes the older one's place, and what was pressed to get there is not shown.
  replace(entry, message, element) {
    const active = entry.element.contains(document.activeElement) ? document.activeElement : null;
    entry.since ??= entry.message.number;
    entry.element.replaceWith(element);
    entry.message = message;
    entry.element = element;
    for (const other of this.entries) other.element.hidden = this.isPassedOver(other.message);
    for (const { isSent, item, element: sent } of this.waiting.values()) sent.hidden = Boolean(isSent && item.button);
    if (!active) return;
    const { payload } = active.dataset;
    const again = [...element.querySelectorAll("button")].find((button) => button.dataset.payload === payload);
    (again || element).focus({ preventScroll: true });
  }

  isPassedOver({ from, payload, number }) {
    if (from !== "person" || !payload) return false;
    return this.entries.some(({ since, message }) => since < number && number < message.number);
  }

  entryOf(number) {
    return this.entries.find(({ message }) => message.number === number);
  }

  // Messages of the person that the server does not have yet

  showWaiting(items, { isLate }) {
    if (!items.length) return;
    const wasAtEnd = this.isAtEnd();
    for (const item of items) {
      if (this.arrived.has(item.id)) continue;
      if (!this.waiting.has(item.id)) this.addWaiting(item);
      const { element } = this.waiting.get(item.id);
      element.classList.toggle("unsent", isLate);
      const state = element.querySelector(".sending-state");
      state.textContent = isLate ? this.words.get("waiting-to-be-sent") : "";
    }
    if (wasAtEnd) this.toEnd();
    this.changed();
  }

  addWaiting(item) {
    const message = {
      from: "person",
      text: item.text ?? item.label,
      payload: item.button,
      buttons: [],
      language: this.words.language,
      direction: "ltr",
    };
    const element = bubble(message, this.words);
    const state = document.createElement("p");
    state.className = "sending-state";
    element.append(state);
    this.waiting.set(item.id, { item, message, element });
    this.log.append(element);
    this.changed();
    this.toEnd();
  }

  // The server has it: it stands where it was until it comes back with its number.
  sent(item, replies) {
    const entry = this.waiting.get(item.id);
    if (!entry) return;
    entry.isSent = true;
    entry.element.classList.remove("unsent");
    entry.element.querySelector(".sending-state").textContent = "";
    if (replies.length && replies.every(({ number }) => this.has(number))) this.drop(item.id);
  }

  refused(item, title) {
    const entry = this.waiting.get(item.id);
    if (!entry) return;
    entry.isSent = true;
    entry.element.classList.add("refused", "unsent");
    entry.element.querySelector(".sending-state").textContent = `${this.words.get("not-sent")}: ${title}`;
  }

  resolve(message) {
    for (const [id, entry] of this.waiting) {
      if (entry.element.classList.contains("refused")) continue;
      const isSame = message.payload
        ? entry.item.button === message.payload
        : entry.item.button === undefined && (entry.item.location || sameText(entry.item.text, message.text));
      if (!isSame) continue;
      this.arrived.add(id);
      this.drop(id);
      return;
    }
  }

  drop(id) {
    this.waiting.get(id)?.element.remove();
    this.waiting.delete(id);
  }

  firstWaiting() {
    return [...this.waiting.values()].find(({ isSent }) => !isSent)?.element || null;
  }

  // Where the reader is

  isAtEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR;
  }

  scrolled() {
    this.wasAtEnd = this.isAtEnd();
    if (this.wasAtEnd) this.hideBelow();
  }

  toEnd() {
    this.wasAtEnd = true;
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.hideBelow();
  }

  // Remembers, before anything is added, whether the reader was at the end.
  follow(whose) {
    this.news ||= { wasAtEnd: this.isAtEnd(), isOther: false };
    this.news.isOther ||= whose === "other";
  }

  // Follows the talk, but never past what the person said last: a long answer is read from its beginning.
  show() {
    const { news } = this;
    this.news = null;
    if (!news || this.isLoading) return;
    if (!news.wasAtEnd) return news.isOther && this.showBelow();
    const said = [...this.log.querySelectorAll(".from-person:not([hidden])")].pop();
    const end = this.scroll.scrollHeight - this.scroll.clientHeight;
    const start = said ? said.offsetTop - 12 : end;
    this.scroll.scrollTop = Math.max(this.scroll.scrollTop, end - start < LITTLE ? end : start);
    if (!this.isAtEnd() && news.isOther) this.showBelow();
  }

  showBelow() {
    this.below.hidden = false;
  }

  hideBelow() {
    this.below.hidden = true;
  }

  // Shows many messages at once without announcing each: a new talk from its beginning, an older one at its end.
  async loading(work, { fromStart = false } = {}) {
    this.isLoading = true;
    this.log.setAttribute("aria-busy", "true");
    try {
      await work();
      await null;
    } finally {
      this.isLoading = false;
      this.news = null;
      this.log.setAttribute("aria-busy", "false");
      if (!fromStart) this.toEnd();
      else if (!this.isAtEnd()) this.showBelow();
    }
  }

  changed() {
    if (this.unsettled) return;
    this.unsettled = true;
    queueMicrotask(() => {
      this.unsettled = false;
      this.group();
      settle([...this.entries, ...this.waiting.values()], this.words);
      this.show();
    });
  }

  // Who speaks is said once for several messages in a row, the day once a day.
  group() {
    let speaker = null;
    let day = null;
    const today = new Date().toDateString();
    for (const entry of this.entries) {
      const { message, element } = entry;
      const written = new Date(message.at).toDateString();
      const isNewDay = written !== day && (day !== null || written !== today);
      const name = `${message.from} ${message.author || ""}`;
      element.classList.toggle("first", name !== speaker || isNewDay);
      if (isNewDay && !entry.day) element.before((entry.day = this.dayLine(message.at, today)));
      if (!isNewDay && entry.day) {
        entry.day.remove();
        entry.day = null;
      }
      speaker = name;
      day = written;
    }
  }

  dayLine(at, today) {
    const date = new Date(at);
    const line = document.createElement("p");
    line.className = "day";
    line.textContent =
      date.toDateString() === today
        ? this.words.get("today")
        : this.words.format(date, { weekday: "long", day: "numeric", month: "long" });
    return line;
  }

  // The page's words changed: who speaks is said in the new language.
  reword() {
    for (const entry of this.entries) {
      const element = this.element(entry.message);
      element.hidden = entry.element.hidden;
      entry.element.replaceWith(element);
      entry.element = element;
    }
    this.changed();
  }
}

function sameText(mine, theirs) {
  return (mine || "").replace(/\s+/g, " ").trim() === theirs.replace(/\s+/g, " ").trim();
}
