// The languages by their own names.

export class LanguageMenu {
  constructor(languages, onChoose) {
    this.button = document.getElementById("language-button");
    this.name = document.getElementById("language-name");
    this.list = document.getElementById("languages");
    this.languages = languages;
    for (const language of languages) {
      const choice = document.createElement("button");
      choice.type = "button";
      choice.className = "plain";
      choice.lang = language.code;
      choice.dir = language.direction;
      choice.textContent = language.name;
      choice.dataset.language = language.code;
      choice.addEventListener("click", () => {
        this.close(true);
        onChoose(language);
      });
      this.list.append(choice);
    }
    this.button.addEventListener("click", () => (this.list.hidden ? this.open() : this.close(true)));
    document.addEventListener("click", (event) => {
      if (!this.list.contains(event.target) && !this.button.contains(event.target)) this.close(false);
    });
    this.list.addEventListener("keydown", (event) => this.moved(event));
    this.button.addEventListener("keydown", (event) => event.key === "Escape" && this.close(true));
    this.list.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.list.contains(event.relatedTarget)) this.close(false);
    });
  }

  show(code) {
    const language = this.languages.find((known) => known.code === code);
    this.name.textContent = language.name;
    this.name.lang = code;
    for (const choice of this.list.children) {
      choice.setAttribute("aria-current", String(choice.dataset.language === code));
    }
  }

  open() {
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    (this.list.querySelector('[aria-current="true"]') || this.list.firstElementChild).focus();
  }

  close(isToReturn) {
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (isToReturn) this.button.focus();
  }

  moved(event) {
    const choices = [...this.list.children];
    const at = choices.indexOf(document.activeElement);
    if (event.key === "Escape") this.close(true);
    else if (event.key === "ArrowDown") choices[(at + 1) % choices.length].focus();
    else if (event.key === "ArrowUp") choices[(at - 1 + choices.length) % choices.length].focus();
    else return;
    event.preventDefault();
  }
}
