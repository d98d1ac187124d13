// One message as elements. What people wrote is set as text; only the server's own markup becomes HTML.

const SAFE_ADDRESS = /^(https?|tel|mailto):/i;
const NUMBERS_AND_ADDRESSES = /https?:\/\/[^\s<>"\u2066-\u2069]+[^\s<>"\u2066-\u2069.,;:!?)\]]|\+?\d[\d \u00a0()/.-]{2,}\d/g;
const ISOLATES = /[\u2066-\u2069]/g;
const END_ISOLATE = "\u2069";

export function bubble(message, words) {
  const element = document.createElement("div");
  element.className = `message from-${message.from}`;
  if (message.about) element.classList.add(`about-${message.about.kind}`);
  element.tabIndex = -1;
  element.append(who(message, words), body(message));
  if (message.file) element.append(download(message.file, words));
  if (message.attachment) element.append(attachment(message.attachment, words));
  return element;
}

function who(message, words) {
  const line = document.createElement("p");
  line.className = "who";
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = speaker(message, words);
  line.append(name);
  if (message.at) {
    const time = document.createElement("time");
    time.dateTime = message.at;
    time.textContent = words.format(new Date(message.at), { hour: "2-digit", minute: "2-digit" });
    line.append(" ", time);
  }
  return line;
}

export function speaker(message, words) {
  if (message.from === "person") return words.get("you");
  if (message.from !== "staff") return words.get("assistant");
  return message.author ? words.get("staff", { name: message.author }) : words.get("staff-nameless");
}

function body(message) {
  const element = document.createElement("div");
  element.className = "bubble";
  element.lang = message.from === "person" ? "" : message.language;
  element.dir = message.from === "person" || message.from === "staff" ? "auto" : message.direction;
  if (message.html !== null && message.html !== undefined) {
    element.innerHTML = message.html;
    for (const link of element.querySelectorAll("a[href]")) makeSafe(link);
  } else {
    element.classList.add("plain-text");
    element.append(...withLinks(message.text));
  }
  return element;
}

// Telephone numbers keep their own order inside right-to-left text, and addresses can be opened.
function withLinks(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(NUMBERS_AND_ADDRESSES)) {
    parts.push(text.slice(end, found.index));
    end = found.index + found[0].length;
    const isolated = isInIsolate(text.slice(0, found.index));
    if (found[0].startsWith("http")) {
      const link = document.createElement("a");
      link.href = found[0];
      makeSafe(link);
      link.append(isolated ? found[0] : own(found[0]));
      parts.push(link);
    } else {
      parts.push(isolated ? found[0] : own(found[0]));
    }
  }
  parts.push(text.slice(end));
  return parts;
}

function isInIsolate(before) {
  let depth = 0;
  for (const [sign] of before.matchAll(ISOLATES)) depth = Math.max(0, depth + (sign === END_ISOLATE ? -1 : 1));
  return depth > 0;
}

function own(text) {
  const isolate = document.createElement("bdi");
  isolate.dir = "ltr";
  isolate.textContent = text;
  return isolate;
}

export function makeSafe(link) {
  if (!SAFE_ADDRESS.test(link.getAttribute("href"))) {
    link.removeAttribute("href");
  } else if (/^http/i.test(link.getAttribute("href"))) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}

function download(file, words) {
  const link = document.createElement("a");
  link.className = "choice";
  link.href = URL.createObjectURL(new Blob([file.content], { type: file.media_type }));
  link.download = file.name;
  link.textContent = words.get("download", { name: file.name });
  return link;
}

function attachment(file, words) {
  const line = document.createElement("p");
  line.className = "sending-state";
  line.textContent = file.name ? `${words.get("attachment")}: ${file.name}` : words.get("attachment");
  return line;
}
