// Buttons under a message: which of them can still be pressed, and which was.

import { makeSafe } from "./bubbles.js";

const TICKET = /^a(\d+):/;
const RATING = "helpful:";

// `press` is told the button; one with `locate` asks the device where it is, and is left out where that cannot be.
export function buttonRows(message, words, press) {
  const group = document.createElement("div");
  group.className = "buttons";
  group.dir = message.direction;
  group.lang = message.language;
  const isQuestion = message.buttons.flat().some((button) => ticketOf(button.payload));
  for (const row of message.buttons) {
    const line = document.createElement("div");
    line.className = "row";
    for (const button of row) {
      if (button.locate && !canLocate()) continue;
      line.append(button.url ? link(button, words) : choice(button, isQuestion, press));
    }
    if (line.childElementCount) group.append(line);
  }
  return group;
}

function choice(button, isQuestion, press) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "choice";
  element.dir = "auto";
  element.textContent = button.label;
  element.dataset.payload = button.payload || "";
  if (isQuestion && !ticketOf(button.payload)) element.classList.add("quiet-choice");
  element.addEventListener("click", () => {
    if (element.getAttribute("aria-disabled") !== "true") press(button);
  });
  return element;
}

function link(button, words) {
  const element = document.createElement("a");
  element.className = "choice";
  element.dir = "auto";
  element.href = button.url;
  element.textContent = button.label;
  makeSafe(element);
  if (element.target) {
    const hint = document.createElement("span");
    hint.className = "unseen";
    hint.textContent = ` (${words.get("opens-new-page")})`;
    element.append(hint);
  }
  return element;
}

export function canLocate() {
  return "geolocation" in navigator && window.isSecureContext;
}

function ticketOf(payload) {
  const found = TICKET.exec(payload || "");
  return found ? Number(found[1]) : null;
}

// Goes through the talk and settles every button: a question counts until the next one is asked, a menu until
// something of it was chosen. `talk` is in order: {message, element}; what still waits to be sent comes last.
export function settle(talk, words) {
  const asked = new Map();
  const pressed = new Map();
  let newest = null;
  talk.forEach(({ message }, place) => {
    if (message.from === "person") {
      if (!message.payload) return;
      const answered = asked.get(message.payload);
      if (answered === undefined) return;
      if (!pressed.has(answered)) pressed.set(answered, new Set());
      pressed.get(answered).add(message.payload);
      return;
    }
    for (const button of message.buttons.flat()) {
      asked.set(button.payload, place);
      if (ticketOf(button.payload)) newest = place;
    }
  });
  talk.forEach(({ message, element }, place) => {
    if (message.from === "person" || !message.buttons.length) return;
    const chosen = pressed.get(place) || new Set();
    const isQuestion = message.buttons.flat().some((button) => ticketOf(button.payload));
    const isOver = isQuestion && newest !== null && place < newest;
    const isAnswered = [...chosen].some((payload) => !payload.startsWith(RATING));
    const isRated = [...chosen].some((payload) => payload.startsWith(RATING));
    for (const button of element.querySelectorAll("button.choice")) {
      const { payload } = button.dataset;
      const isInert = isOver || (payload.startsWith(RATING) ? isRated : isAnswered);
      mark(button, isInert, chosen.has(payload), words);
    }
  });
}

function mark(button, isInert, isChosen, words) {
  button.tabIndex = isInert ? -1 : 0;
  if (isInert) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
  if (isChosen === button.classList.contains("chosen")) return;
  button.classList.toggle("chosen", isChosen);
  button.querySelector(".unseen")?.remove();
  if (!isChosen) return;
  const hint = document.createElement("span");
  hint.className = "unseen";
  hint.textContent = ` (${words.get("chosen")})`;
  button.append(hint);
}
