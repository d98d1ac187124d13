// Server-sent events over fetch, because the token belongs in a header and not in an address. Reconnects for ever.

import { ApiProblem } from "./api.js";

const SILENCE = 40000;
const LONGEST_PAUSE = 15000;

export class Stream {
  constructor(api, { after, onMessage, onOpen, onLost, onGone }) {
    Object.assign(this, { api, after, onMessage, onOpen, onLost, onGone });
    this.isOpen = false;
    this.run = 0;
    window.addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
  }

  start() {
    this.stop();
    this.loop(++this.run);
  }

  stop() {
    this.run += 1;
    this.isOpen = false;
    this.abort?.();
    this.wake?.();
  }

  hurry() {
    if (!this.isOpen) this.wake?.();
  }

  async loop(run) {
    let wait = 1000;
    while (run === this.run) {
      try {
        await this.read(run, () => (wait = 1000));
      } catch (error) {
        if (run !== this.run) return;
        if (error instanceof ApiProblem && error.isGone) {
          this.isOpen = false;
          this.onGone();
          return;
        }
        if (error instanceof ApiProblem && error.retryAfter) wait = error.retryAfter * 1000;
      }
      if (run !== this.run) return;
      this.isOpen = false;
      this.onLost();
      await new Promise((resolve) => {
        this.wake = resolve;
        setTimeout(resolve, wait * (0.75 + Math.random() / 2));
      });
      wait = Math.min(wait * 2, LONGEST_PAUSE);
    }
  }

  async read(run, opened) {
    const controller = new AbortController();
    this.abort = () => controller.abort();
    let silence = setTimeout(() => controller.abort(), SILENCE);
    try {
      const reader = await this.api.events(this.after(), controller.signal);
      const decoder = new TextDecoder();
      let unread = "";
      this.isOpen = true;
      opened();
      this.onOpen();
      for (;;) {
        const { value, done } = await reader.read();
        if (done || run !== this.run) return;
        clearTimeout(silence);
        silence = setTimeout(() => controller.abort(), SILENCE);
        unread += decoder.decode(value, { stream: true });
        const blocks = unread.split(/\r?\n\r?\n/);
        unread = blocks.pop();
        for (const block of blocks) this.dispatch(block);
      }
    } finally {
      clearTimeout(silence);
      controller.abort();
    }
  }

  dispatch(block) {
    const data = [];
    let kind = "message";
    for (const line of block.split(/\r?\n/)) {
      if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
      else if (line.startsWith("event:")) kind = line.slice(6).trim();
    }
    if (data.length && kind === "message") this.onMessage(JSON.parse(data.join("\n")));
  }
}
