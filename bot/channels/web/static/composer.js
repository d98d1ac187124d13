// Writing: a field that grows to four lines, Enter sends, Shift and Enter begins a new line.

import { canLocate } from "./buttons.js";

const MOST_CHARACTERS = 4000;

export class Composer {
  constructor(words, { onText, onLocation }) {
    this.words = words;
    this.form = document.getElementById("composer");
    this.input = document.getElementById("input");
    this.locate = document.getElementById("location");
    this.notice = document.getElementById("notice");
    this.onText = onText;
    this.onLocation = onLocation;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener("input", () => {
      this.say("");
      this.grow();
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.submit();
    });
    this.locate.hidden = !canLocate();
    this.locate.addEventListener("click", () => this.findPlace());
  }

  submit() {
    const text = this.input.value.trim();
    if (!text) {
      this.input.focus();
      return;
    }
    if ([...text].length > MOST_CHARACTERS) {
      this.say(this.words.get("too-long", { most: String(MOST_CHARACTERS) }));
      return;
    }
    this.input.value = "";
    this.grow();
    this.input.focus();
    this.onText(text);
  }

  grow() {
    this.input.style.blockSize = "auto";
    const border = this.input.offsetHeight - this.input.clientHeight;
    this.input.style.blockSize = `${this.input.scrollHeight + border}px`;
  }

  findPlace() {
    this.locate.setAttribute("aria-busy", "true");
    const done = () => this.locate.removeAttribute("aria-busy");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        done();
        this.onLocation({ latitude: coords.latitude, longitude: coords.longitude });
      },
      () => {
        done();
        this.say(this.words.get("location-denied"));
      },
      { timeout: 15000, maximumAge: 300000 },
    );
  }

  say(text) {
    this.notice.textContent = text;
  }

  enable(isOn) {
    this.form.hidden = !isOn;
  }
}
