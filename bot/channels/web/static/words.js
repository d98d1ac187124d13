// The page's own words, in the language of the conversation.

export class Words {
  constructor(api, start) {
    this.api = api;
    this.known = new Map([[start.language, start]]);
    this.language = start.language;
    this.words = start.words;
    this.names = new Map(start.languages.map((language) => [language.code, language]));
  }

  get(word, values = {}) {
    let text = this.words[word] || "";
    for (const [name, value] of Object.entries(values)) text = text.replace(`{${name}}`, value);
    return text;
  }

  async use(language) {
    if (language === this.language || !this.names.has(language)) return false;
    if (!this.known.has(language)) this.known.set(language, await this.api.words(language));
    this.language = language;
    this.words = this.known.get(language).words;
    this.api.language = language;
    return true;
  }

  apply() {
    const page = document.documentElement;
    page.lang = this.language;
    page.dir = this.names.get(this.language).direction;
    document.title = this.get("title");
    for (const element of document.querySelectorAll("[data-word]")) {
      element.textContent = this.get(element.dataset.word);
    }
    for (const element of document.querySelectorAll("[data-word-label]")) {
      element.setAttribute("aria-label", this.get(element.dataset.wordLabel));
    }
    for (const element of document.querySelectorAll("[data-word-placeholder]")) {
      element.placeholder = this.get(element.dataset.wordPlaceholder);
    }
  }

  // Dates and times in the language's way, with the digits people dial.
  format(date, style) {
    return new Intl.DateTimeFormat(`${this.language}-u-nu-latn`, style).format(date);
  }
}
