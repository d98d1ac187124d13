// The chat page: opens or continues a conversation, and connects what is sent, what comes and what is shown.

import { Api, ApiProblem, pause } from "./api.js";
import { Composer } from "./composer.js";
import { Kiosk } from "./kiosk.js";
import { LanguageMenu } from "./language_menu.js";
import { Queue } from "./queue.js";
import { Status } from "./status.js";
import { Store } from "./store.js";
import { Stream } from "./stream.js";
import { Talk } from "./talk.js";
import { Words } from "./words.js";

const LONGEST_PAUSE = 15000;
const RETRY_ENDING = 20;

class Chat {
  constructor(start) {
    this.place = start.place;
    this.languages = start.languages;
    this.store = new Store(start.place);
    this.api = new Api(start.language);
    this.words = new Words(this.api, start);
    this.synced = 0;
    this.talk = new Talk(this.words, {
      press: (button) => {
        if (button.locate) this.composer.findPlace();
        else this.press(button.payload, button.label);
      },
    });
    this.queue = new Queue(this.api, this.store, {
      onChange: () => this.showQueue(),
      onSent: (item, replies) => this.sent(item, replies),
      onRefused: (item, problem) => this.talk.refused(item, problem.title),
      onGone: () => this.renew(),
    });
    this.stream = new Stream(this.api, {
      after: () => this.synced,
      onMessage: (message) => this.received(message),
      onOpen: () => this.connected(),
      onLost: () => this.status.connection(false),
      onGone: () => this.renew(),
    });
    this.status = new Status(this.words, this.talk);
    this.composer = new Composer(this.words, {
      onText: (text) => this.queue.add({ text }),
      onLocation: (location) => this.queue.add({ location }, this.words.get("location-sent")),
    });
    this.menu = new LanguageMenu(start.languages, (language) => this.choose(language));
    this.anew = document.getElementById("anew");
    this.anew.addEventListener("click", () => this.startAnew());
    document.getElementById("menu-button").addEventListener("click", () => {
      this.press("menu", this.words.get("menu"));
    });
    if (this.place === "kiosk") {
      this.kiosk = new Kiosk(this.words, start.languages, {
        onStart: (language) => this.open(language),
        onEnd: () => this.endVisit(),
      });
    }
    this.menu.show(this.words.language);
  }

  begin() {
    const known = this.store.conversation;
    if (known) this.resume(known);
    else if (this.kiosk) this.kiosk.welcome();
    else this.open(this.guess());
  }

  guess() {
    const codes = this.languages.map(({ code }) => code);
    const wished = (navigator.languages || []).map((tag) => tag.toLowerCase().split("-")[0]);
    return wished.find((code) => codes.includes(code)) || null;
  }

  // The life of a conversation

  async open(language) {
    const attempt = (this.attempt = Symbol("open"));
    if (language) await this.speak(language);
    let wait = 1000;
    while (attempt === this.attempt) {
      try {
        this.status.starting(true);
        const opened = await this.api.open(language, this.place);
        if (attempt !== this.attempt) return;
        this.status.starting(false);
        this.api.token = opened.token;
        this.store.conversation = { id: opened.conversation, token: opened.token, language: language || this.words.language };
        const show = () => opened.messages.forEach((message) => this.received(message));
        await this.talk.loading(show, { fromStart: true });
        this.stream.start();
        this.queue.release();
        return;
      } catch (error) {
        this.status.failedToStart();
        const seconds = error instanceof ApiProblem ? error.retryAfter : 0;
        await pause(seconds ? seconds * 1000 : wait);
        wait = Math.min(wait * 2, LONGEST_PAUSE);
      }
    }
  }

  async resume(known) {
    this.api.token = known.token;
    await this.speak(known.language);
    this.showQueue();
    try {
      const { messages } = await this.api.since(0);
      await this.talk.loading(() => messages.forEach((message) => this.received(message)));
      this.refresh();
    } catch (error) {
      if (error instanceof ApiProblem && error.isGone) return this.renew();
      this.status.connection(false);
    }
    this.stream.start();
    this.queue.release();
  }

  // The server does not know the conversation any more: go on in a new one, and say so.
  async renew() {
    if (!this.api.token) return;
    this.forget();
    this.queue.keepTexts();
    this.status.say(this.words.get("conversation-renewed"));
    if (this.kiosk) this.kiosk.end();
    else await this.open(this.words.language);
  }

  forget() {
    this.attempt = null;
    this.stream.stop();
    this.queue.hold();
    this.api.token = null;
    this.synced = 0;
    this.store.conversation = null;
    this.talk.clear();
    this.status.clear();
  }

  erased(message) {
    this.end(this.api.token);
    this.forget();
    this.queue.clear();
    this.store.clear();
    this.talk.add({ ...message, buttons: [] });
    this.status.say(this.words.get("erased"));
    this.composer.enable(false);
    this.anew.hidden = false;
    this.anew.focus();
  }

  startAnew() {
    this.anew.hidden = true;
    this.composer.enable(true);
    this.talk.clear();
    this.status.clear();
    if (this.kiosk) this.kiosk.welcome();
    else this.open(this.words.language);
  }

  endVisit() {
    this.end(this.api.token);
    this.forget();
    this.queue.clear();
    this.store.clear();
    this.composer.input.value = "";
    this.composer.grow();
    this.composer.enable(true);
    this.anew.hidden = true;
  }

  // Its token must die even when the connection is gone just now.
  async end(token) {
    if (!token) return;
    const api = new Api(this.words.language);
    api.token = token;
    for (let attempt = 0; attempt < RETRY_ENDING; attempt += 1) {
      try {
        return await api.end();
      } catch (error) {
        if (error instanceof ApiProblem && !error.isPassing) return null;
        await pause(3000 * (attempt + 1));
      }
    }
    return null;
  }

  // What comes

  received(message) {
    this.synced = Math.max(this.synced, message.number);
    this.take(message);
  }

  take(message) {
    if (this.talk.has(message.number)) return;
    if (message.about?.kind === "my-data" && message.about.id === "erased" && !this.talk.isLoading) {
      this.erased(message);
      return;
    }
    this.talk.add(message);
    if (message.from !== "person") {
      this.showTyping();
      if (message.language !== this.words.language || message.about?.kind === "handover" || message.author) {
        this.refreshSoon();
      }
    }
  }

  sent(item, replies) {
    this.talk.sent(item, replies);
    const token = this.api.token;
    for (const message of replies) if (token === this.api.token) this.take(message);
    this.showQueue();
    if (!this.stream.isOpen && token === this.api.token) this.catchUp();
  }

  async catchUp() {
    try {
      const token = this.api.token;
      const { messages } = await this.api.since(this.synced);
      if (token === this.api.token) messages.forEach((message) => this.received(message));
    } catch {
      // The stream brings it as soon as it is back.
    }
  }

  connected() {
    this.status.connection(true);
    this.queue.flush();
    this.refreshSoon();
  }

  refreshSoon() {
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => this.refresh(), 150);
  }

  // In which language, and with whom
  async refresh() {
    if (!this.api.token) return;
    try {
      const { language, owner } = await this.api.state();
      this.status.owner(owner);
      await this.speak(language);
    } catch {
      // It is asked again with the next message.
    }
  }

  // What goes

  press(payload, label) {
    if (!this.api.token) return;
    this.queue.add({ button: payload }, label);
  }

  choose(language) {
    if (this.api.token) this.press(`language:${language.code}`, language.name);
    else this.speak(language.code);
  }

  showQueue() {
    this.talk.showWaiting(this.queue.items, { isLate: this.queue.isWaiting });
    this.status.unsent(this.queue.isWaiting && this.queue.items.length > 0, this.queue.isSlowed);
    this.showTyping();
  }

  showTyping() {
    this.status.typing(this.queue.items.length > 0 && !this.queue.isWaiting);
  }

  async speak(language) {
    try {
      if (!(await this.words.use(language))) return;
    } catch {
      return;
    }
    this.words.apply();
    this.menu.show(language);
    this.status.reword();
    this.talk.reword();
    const known = this.store.conversation;
    if (known) this.store.conversation = { ...known, language };
  }
}

new Chat(JSON.parse(document.getElementById("start").textContent)).begin();
