// j/k move, Enter opens (a link does that by itself), r reply, n note, ? help. Can be switched off in the help.

const SWITCH = "lotse-shortcuts";
const help = document.getElementById("help");
const choice = document.getElementById("shortcuts-on");

choice.checked = localStorage.getItem(SWITCH) !== "off";
choice.addEventListener("change", () => localStorage.setItem(SWITCH, choice.checked ? "on" : "off"));

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  r: () => write("reply"),
  n: () => {
    document.getElementById("note-form")?.setAttribute("open", "");
    return write("note");
  },
  "?": () => {
    help.showModal();
    return true;
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  if (event.key !== "?" && !choice.checked) return;
  if (KEYS[event.key]?.()) event.preventDefault();
});

function move(step) {
  const links = [...document.querySelectorAll("#entries a")].filter((link) => link.offsetParent);
  if (!links.length) return false;
  const focused = links.indexOf(document.activeElement);
  const current = links.findIndex((link) => link.hasAttribute("aria-current"));
  const from = focused >= 0 ? focused : current;
  const next = from < 0 ? 0 : Math.min(links.length - 1, Math.max(0, from + step));
  links[next].focus();
  return true;
}

function write(id) {
  const field = document.getElementById(id);
  field?.focus();
  return Boolean(field);
}
