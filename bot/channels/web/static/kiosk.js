// A screen that many people use: a start page, an end button, and an end by itself when nobody is there any more.

const QUIET = 180;
const WARNING = 30;

export class Kiosk {
  constructor(words, languages, { onStart, onEnd }) {
    this.words = words;
    this.start = document.getElementById("kiosk-start");
    this.dialog = document.getElementById("idle");
    this.onEnd = onEnd;
    const list = document.getElementById("kiosk-languages");
    for (const language of languages) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "choice";
      button.lang = language.code;
      button.dir = language.direction;
      button.textContent = language.name;
      button.addEventListener("click", () => {
        this.start.hidden = true;
        onStart(language.code);
      });
      const entry = document.createElement("li");
      entry.append(button);
      list.append(entry);
    }
    document.getElementById("end-visit").addEventListener("click", () => this.end());
    document.getElementById("idle-stay").addEventListener("click", () => {
      this.quiet = 0;
      this.dialog.close();
    });
    this.dialog.addEventListener("close", () => this.touched());
    for (const kind of ["pointerdown", "keydown", "input", "wheel"]) {
      window.addEventListener(kind, () => this.touched(), { passive: true });
    }
    setInterval(() => this.tick(), 1000);
  }

  welcome() {
    this.start.hidden = false;
    this.start.querySelector("button")?.focus();
    this.dialog.close();
  }

  touched() {
    if (!this.dialog.open) this.quiet = 0;
  }

  tick() {
    if (!this.start.hidden) return;
    this.quiet = (this.quiet || 0) + 1;
    const left = QUIET + WARNING - this.quiet;
    if (left <= 0) {
      this.end();
    } else if (left <= WARNING) {
      document.getElementById("idle-text").textContent = this.words.get("kiosk-idle", { seconds: String(left) });
      if (!this.dialog.open) this.dialog.showModal();
    }
  }

  end() {
    this.quiet = 0;
    this.dialog.close();
    this.onEnd();
    this.welcome();
  }
}
