// Messages on their way out: one after the other, kept until the server has them, sent again under the same id.

import { ApiProblem, newId } from "./api.js";

const LONGEST_PAUSE = 20000;

export class Queue {
  constructor(api, store, { onChange, onSent, onRefused, onGone }) {
    Object.assign(this, { api, store, onChange, onSent, onRefused, onGone });
    this.items = store.queue;
    this.isSending = false;
    this.isHeld = true;
    this.isWaiting = false;
    this.isSlowed = false;
    window.addEventListener("online", () => this.flush());
  }

  get head() {
    return this.items[0];
  }

  add(part, label) {
    const item = { id: newId(), label, ...part };
    this.items.push(item);
    this.changed();
    this.flush();
    return item;
  }

  // Nothing is sent while there is no conversation to send it to.
  hold() {
    this.isHeld = true;
  }

  release() {
    this.isHeld = false;
    this.flush();
  }

  clear() {
    this.items = [];
    this.changed();
  }

  // What was pressed belongs to the old conversation; what was written can still be said in a new one.
  keepTexts() {
    this.items = this.items.filter((item) => item.text !== undefined);
    this.changed();
  }

  flush() {
    this.wake?.();
    if (!this.isSending) this.work();
  }

  async work() {
    this.isSending = true;
    let wait = 1000;
    while (this.head && !this.isHeld) {
      const item = this.head;
      try {
        this.onChange();
        const { messages } = await this.api.send(item);
        if (this.head !== item) continue;
        this.isWaiting = false;
        wait = 1000;
        this.items.shift();
        this.changed(false);
        this.onSent(item, messages);
      } catch (error) {
        if (this.head !== item) continue;
        if (error instanceof ApiProblem && error.isGone) {
          this.isHeld = true;
          this.onGone();
        } else if (error instanceof ApiProblem && !error.isPassing) {
          this.items.shift();
          this.changed(false);
          this.onRefused(item, error);
        } else {
          this.isWaiting = true;
          this.isSlowed = error instanceof ApiProblem && error.status === 429;
          this.onChange();
          const seconds = error instanceof ApiProblem ? error.retryAfter : 0;
          await new Promise((resolve) => {
            this.wake = resolve;
            setTimeout(resolve, seconds ? seconds * 1000 : wait);
          });
          wait = Math.min(wait * 2, LONGEST_PAUSE);
        }
      }
    }
    this.isSending = false;
    this.onChange();
  }

  changed(tell = true) {
    this.store.queue = this.items;
    if (tell) this.onChange();
  }
}
