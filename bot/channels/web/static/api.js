// The chat API, and nothing else, is how this page talks to the server.

const PATIENCE = 25000;

export class Unreachable extends Error {}

export class ApiProblem extends Error {
  constructor(status, body, retryAfter) {
    super(body.title || String(status));
    this.status = status;
    this.title = body.title || "";
    this.detail = body.detail || "";
    this.retryAfter = retryAfter;
  }

  get isGone() {
    return this.status === 401 || this.status === 410;
  }

  get isPassing() {
    return this.status === 429 || this.status >= 500;
  }
}

export class Api {
  constructor(language) {
    this.language = language;
    this.token = null;
  }

  open(language, place) {
    return this.request("POST", "/api/chat/conversations", { language, place });
  }

  send(item) {
    const { id, text, button, location } = item;
    const body = { id };
    if (text !== undefined) body.text = text;
    else if (button !== undefined) body.button = button;
    else body.location = location;
    return this.request("POST", "/api/chat/messages", body);
  }

  since(number) {
    return this.request("GET", `/api/chat/messages?after=${number}`);
  }

  state() {
    return this.request("GET", "/api/chat/conversation");
  }

  end() {
    return this.request("DELETE", "/api/chat/conversation");
  }

  words(language) {
    return this.request("GET", `/api/chat/words?language=${encodeURIComponent(language)}`);
  }

  async events(number, signal) {
    const headers = { ...this.headers(), Accept: "text/event-stream" };
    let response;
    try {
      response = await fetch(`/api/chat/events?after=${number}`, { headers, signal, cache: "no-store" });
    } catch (error) {
      throw new Unreachable(String(error));
    }
    if (!response.ok) throw await problemOf(response);
    return response.body.getReader();
  }

  headers() {
    const headers = { "Accept-Language": this.language };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    return headers;
  }

  async request(method, path, body) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    const headers = this.headers();
    if (body !== undefined) headers["Content-Type"] = "application/json";
    try {
      const response = await fetch(path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: patience.signal,
        cache: "no-store",
      });
      if (!response.ok) throw await problemOf(response);
      return response.status === 204 ? null : await response.json();
    } catch (error) {
      if (error instanceof ApiProblem) throw error;
      throw new Unreachable(String(error));
    } finally {
      clearTimeout(timer);
    }
  }
}

async function problemOf(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    // A proxy's own error page: the status is all there is to know.
  }
  return new ApiProblem(response.status, body, Number(response.headers.get("Retry-After")) || 0);
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export function pause(milliseconds, wake) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    if (wake) wake(() => (clearTimeout(timer), resolve()));
  });
}
