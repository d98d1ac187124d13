// Keeps the page as new as the server without taking the focus away or touching what is being typed.

const SETTLE = 150;
const EVERY = 60_000;
const LOST_AFTER = 4_000;

const conversation = document.querySelector("[data-live-address]");
const address = conversation ? conversation.dataset.liveAddress : location.href;
const lost = document.getElementById("live-lost");
const pill = document.getElementById("new-below");
const title = document.title;
const served = new Map();

remember(document);
showCount();
toNewest();

let running = false;
let again = false;
let settling = 0;
let losing = 0;
let source = null;

if (document.body.dataset.events) {
  listen();
  setInterval(soon, EVERY);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && soon());
}
pill?.addEventListener("click", () => {
  toNewest();
  document.getElementById("transcript").focus({ preventScroll: true });
});
scroller()?.addEventListener("scroll", () => nearNewest() && pill && (pill.hidden = true), { passive: true });

function listen() {
  source = new EventSource(document.body.dataset.events);
  source.addEventListener("change", soon);
  source.addEventListener("ready", () => {
    found();
    soon();
  });
  source.addEventListener("error", () => {
    missing();
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(listen, LOST_AFTER);
      soon();
    }
  });
}

function soon() {
  settling ||= setTimeout(() => {
    settling = 0;
    refresh();
  }, SETTLE);
}

async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const answer = await fetch(address, { headers: { "Lotse-Live": document.visibilityState } });
    if (answer.status === 401) signedOut();
    else if (answer.status === 404 && conversation) location.assign("/staff/conversations");
    else if (answer.ok) patch(new DOMParser().parseFromString(await answer.text(), "text/html"));
    if (source.readyState === EventSource.OPEN) found();
  } catch {
    missing();
  } finally {
    running = false;
    if (again) {
      again = false;
      soon();
    }
  }
}

function missing() {
  losing ||= setTimeout(() => (lost.hidden = false), LOST_AFTER);
}

function found() {
  clearTimeout(losing);
  losing = 0;
  lost.hidden = true;
}

function signedOut() {
  const fields = document.querySelectorAll("textarea, input:is(:not([type]), [type=text], [type=password])");
  const typing = [...fields].some((field) => field.value !== field.defaultValue);
  if (typing) lost.hidden = false;
  else location.reload();
}

function remember(page) {
  for (const region of page.querySelectorAll("[data-live]")) {
    if (region.dataset.live === "whole") served.set(region.id, region.outerHTML);
    else for (const item of region.children) served.set(item.id, item.outerHTML);
  }
}

function patch(fresh) {
  const wasNear = nearNewest();
  const focused = document.activeElement?.id;
  let arrived = false;
  for (const region of fresh.querySelectorAll("[data-live]")) {
    const here = document.getElementById(region.id);
    if (!here) continue;
    if (region.dataset.live === "whole") replaceWhole(here, region);
    else arrived = replaceItems(here, region) || arrived;
  }
  if (focused && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  showCount();
  if (arrived && wasNear) toNewest();
  else if (arrived && pill) pill.hidden = false;
}

function replaceWhole(here, region) {
  const html = region.outerHTML;
  if (served.get(region.id) === html) return;
  served.set(region.id, html);
  const open = [...here.querySelectorAll("details[open]")].map((details) => details.id);
  here.replaceWith(document.adoptNode(region));
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
}

function replaceItems(here, region) {
  let arrived = false;
  const wanted = [...region.children];
  const ids = new Set(wanted.map((item) => item.id));
  for (const old of [...here.children]) if (!ids.has(old.id)) old.remove();
  let place = here.firstElementChild;
  for (const item of wanted) {
    const html = item.outerHTML;
    let node = document.getElementById(item.id);
    if (!node) {
      node = document.adoptNode(item);
      node.classList.add("arrived");
      arrived = true;
      here.insertBefore(node, place);
    } else {
      if (served.get(item.id) !== html) {
        const following = node === place ? place.nextElementSibling : place;
        const newer = document.adoptNode(item);
        node.replaceWith(newer);
        if (node === place) place = newer;
        else place = following;
        node = newer;
      }
      if (node === place) place = place.nextElementSibling;
      else here.insertBefore(node, place);
    }
    served.set(item.id, html);
  }
  return arrived && here.id === "timeline";
}

function showCount() {
  const waiting = Number(document.getElementById("places-list")?.dataset.waiting ?? 0);
  document.title = waiting ? `(${waiting}) ${title}` : title;
}

function scroller() {
  const pane = document.getElementById("transcript");
  if (!pane) return null;
  return pane.scrollHeight > pane.clientHeight ? pane : document;
}

function nearNewest() {
  const found = scroller();
  if (!found) return false;
  const box = found === document ? document.documentElement : found;
  return box.scrollHeight - box.scrollTop - box.clientHeight < 120;
}

function toNewest() {
  if (location.hash) return;
  const found = scroller();
  if (!found) return;
  const box = found === document ? document.documentElement : found;
  box.scrollTop = box.scrollHeight;
  if (pill) pill.hidden = true;
}
