// What the browser keeps: the conversation's token, and messages not sent yet. A kiosk keeps it for the visit only.

const CONVERSATION = "lotse.conversation";
const QUEUE = "lotse.queue";

export class Store {
  constructor(place) {
    this.memory = new Map();
    try {
      this.storage = place === "kiosk" ? window.sessionStorage : window.localStorage;
    } catch {
      this.storage = null;
    }
  }

  get conversation() {
    return this.read(CONVERSATION);
  }

  set conversation(value) {
    this.write(CONVERSATION, value);
  }

  get queue() {
    return this.read(QUEUE) || [];
  }

  set queue(items) {
    this.write(QUEUE, items.length ? items : null);
  }

  clear() {
    this.write(CONVERSATION, null);
    this.write(QUEUE, null);
  }

  read(key) {
    try {
      return JSON.parse(this.storage.getItem(key));
    } catch {
      return this.memory.get(key) ?? null;
    }
  }

  write(key, value) {
    this.memory.set(key, value);
    try {
      if (value === null) this.storage.removeItem(key);
      else this.storage.setItem(key, JSON.stringify(value));
    } catch {
      // Storage is full or switched off: memory has it until the page is closed.
    }
  }
}
