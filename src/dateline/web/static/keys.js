// One key for each thing; off where someone types, and off for good if the reader wants it so.
import { judged } from "./judging.js";
import { toggle } from "./marks.js";

const OFF = "dateline-keys-off";
const CHANGES = [
  ["n, p", "next and previous change"],
  ["f", "unfold or fold all unchanged sentences"],
  ["s, m", "show spelling, show noise"],
];
const MARKS = [
  ["a, x", "on a mark: it is right, it is not so"],
  ["c, u", "on a mark: correct it, undo what was decided"],
];
const HELP = [
  ["/", "search"],
  ["?", "this help"],
];
const DO = {
  n: () => step(1),
  p: () => step(-1),
  f: fold,
  s: () => press("show-spelling"),
  m: () => press("show-noise"),
  "/": () => document.getElementById("q")?.focus(),
  "?": help,
};

export function keys() {
  const button = document.querySelector('[data-do="help"]');
  button.hidden = false;
  button.addEventListener("click", help);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=radio],[type=checkbox],[type=range]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "?" && localStorage.getItem(OFF)) return;
    const asked = document.querySelector("dialog");
    const act = judged(event.key) ?? forms(event.key) ?? (asked ? null : DO[event.key]);
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

function forms(key) {
  const here = document.querySelector("dialog") ?? document.activeElement?.closest("[data-version]") ?? document;
  const found = [...here.querySelectorAll("button[data-key]")].find((b) => b.dataset.key === key);
  return found && (() => found.click());
}

function step(by) {
  const rows = [...document.querySelectorAll(".row[id]:not(.t-same, .t-spelling)")];
  if (!rows.length) return;
  const at = rows.indexOf(document.activeElement?.closest(".row"));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length];
  const target = next.querySelector("[data-why]:is(a, [tabindex='0'])") ?? next;
  if (target === next) next.tabIndex = -1;
  next.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function fold() {
  const folds = [...document.querySelectorAll(".fold > details")];
  const open = folds.some((one) => !one.open);
  for (const one of folds) one.open = open;
}

function press(name) {
  const button = document.querySelector(`[data-toggle="${name}"]`);
  if (button) toggle(button);
}

function help() {
  const dialog = document.createElement("dialog");
  const title = document.createElement("h2");
  title.textContent = "Keys";
  const list = document.createElement("dl");
  const more = [...document.querySelectorAll("button[data-key]")].map((b) => [b.dataset.key, b.textContent]);
  const all = new Map([...(document.querySelector(".collation") ? CHANGES : []), ...(document.querySelector("[data-judge]") ? MARKS : []), ...HELP, ...more]);
  for (const [key, says] of all) {
    const term = document.createElement("dt");
    const kbd = document.createElement("kbd");
    kbd.textContent = key;
    term.append(kbd);
    const what = document.createElement("dd");
    what.textContent = says;
    list.append(term, what);
  }
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = !localStorage.getItem(OFF);
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
  label.append(box, " Single keys are on");
  const form = document.createElement("form");
  form.method = "dialog";
  const close = document.createElement("button");
  close.textContent = "Close";
  form.append(close);
  dialog.append(title, list, label, form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
