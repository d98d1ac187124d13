// What every staff page does: menu on small screens, filters, sending once, keys that send.

document.documentElement.classList.add("scripted");

const menu = document.querySelector(".menu-button");
const navigation = document.getElementById("navigation");
if (menu && navigation) {
  const fold = (folded) => {
    navigation.classList.toggle("folded", folded);
    menu.setAttribute("aria-expanded", String(!folded));
  };
  menu.hidden = false;
  fold(true);
  menu.addEventListener("click", () => fold(menu.getAttribute("aria-expanded") === "true"));
}

for (const select of document.querySelectorAll("[data-submit-on-change]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches?.("textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
  if (event.key === "Escape") {
    const open = event.target.closest?.("details.confirm[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  }
});

const address = new URL(location.href);
const done = address.searchParams.get("done");
if (done || address.searchParams.has("opening")) {
  address.searchParams.delete("done");
  address.searchParams.delete("opening");
  history.replaceState(null, "", address);
}
if (done === "replied" && matchMedia("(width >= 62rem)").matches) {
  document.getElementById("reply")?.focus({ preventScroll: true });
}
