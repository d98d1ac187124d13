// The strip under the header and the line below the talk: connection, waiting for a person, typing.

const TYPING_AFTER = 400;
const SAID_FOR = 6000;

export class Status {
  constructor(words, talk) {
    this.words = words;
    this.talk = talk;
    this.strip = document.getElementById("strip");
    this.dots = document.getElementById("typing");
    this.isLost = false;
    this.isUnsent = false;
    this.isStarting = false;
    this.hasFailed = false;
    this.who = "assistant";
    this.said = "";
  }

  clear() {
    this.isUnsent = this.isLost = false;
    this.who = "assistant";
    this.typing(false);
    this.show();
  }

  connection(isThere) {
    if (isThere && this.isLost && this.shown === "connection-lost") this.say(this.words.get("connection-back"));
    this.isLost = !isThere;
    this.show();
  }

  unsent(isUnsent, isSlowed) {
    this.isUnsent = isUnsent;
    this.isSlowed = isSlowed;
    this.show();
  }

  starting(isStarting) {
    this.isStarting = isStarting;
    this.hasFailed = false;
    clearTimeout(this.slow);
    if (isStarting) this.slow = setTimeout(() => this.show(), TYPING_AFTER);
    else this.show();
  }

  failedToStart() {
    this.isStarting = false;
    this.hasFailed = true;
    this.show();
  }

  owner(owner) {
    this.who = owner;
    this.show();
  }

  // A short word that goes away by itself.
  say(text) {
    this.said = text;
    this.show();
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      this.said = "";
      this.show();
    }, SAID_FOR);
  }

  reword() {
    this.said = "";
    this.show();
  }

  show() {
    const word = this.word();
    this.shown = word;
    const name = this.talk.newestStaff?.author;
    const text = this.said && !word.startsWith("connection") ? this.said : this.text(word, name);
    if (this.strip.textContent !== text) this.strip.textContent = text;
    this.strip.classList.toggle("trouble", word === "connection-lost" || word === "failed-to-start");
    this.strip.classList.toggle("person", word === "with-person" || word === "waiting-for-person");
  }

  word() {
    if (this.hasFailed) return "failed-to-start";
    if (this.isUnsent && this.isSlowed) return "slow-down";
    if (this.isLost || this.isUnsent) return "connection-lost";
    if (this.isStarting) return "starting";
    if (this.who === "waiting") return "waiting-for-person";
    if (this.who === "staff") return "with-person";
    return "";
  }

  text(word, name) {
    if (!word) return "";
    return this.words.get(word, { name: name || this.words.get("staff-nameless") });
  }

  // Nobody types who is a person, and nothing quick is worth a flicker.
  typing(isTyping) {
    const isShown = isTyping && this.who === "assistant";
    if (!isShown) {
      clearTimeout(this.thinking);
      this.thinking = null;
      this.dots.hidden = true;
    } else if (!this.thinking) {
      const wasAtEnd = this.talk.isAtEnd();
      this.thinking = setTimeout(() => {
        this.dots.hidden = false;
        if (wasAtEnd) this.talk.toEnd();
      }, TYPING_AFTER);
    }
  }
}
