// A finding's mark: one key accepts, rejects, corrects, undoes. Without scripts it leads to a page.

const KEPT = "dateline-judged"; // where the reader was, over the loading of the page anew
const NAME = "dateline-by"; // who decides, once that was said
const SAID = { accept: "Accepted", reject: "Rejected", correct: "Corrected", undo: "Undone" };

export function judging() {
  restore();
  if (!document.getElementById("deciding")) return;
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("a[data-judge]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    ask(mark);
  });
}

// What a key does to the mark that has the focus; nothing elsewhere.
export function judged(key) {
  const mark = document.activeElement?.closest("[data-judge]");
  if (!mark) return null;
  const { number } = mark.dataset;
  return {
    a: () => decide(mark, "accept"),
    x: () => decide(mark, "reject"),
    c: () => ask(mark),
    u: number && (() => send("/undo", { number }, mark, "undo")),
  }[key];
}

const addressOf = (mark) => mark.getAttribute("href") ?? mark.dataset.judge;

function decide(mark, decision) {
  const asked = new URL(addressOf(mark), location).searchParams;
  const fields = { decision, by: localStorage.getItem(NAME) ?? "" };
  for (const name of ["at", "a", "b"]) fields[name] = asked.get(name) ?? "";
  return send("/judge", fields, mark, decision);
}

async function ask(mark) {
  const answer = await fetch(addressOf(mark));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const section = page.getElementById("finding");
  if (!section) return say(page.querySelector("main")?.textContent.trim() ?? "This cannot be judged now.");
  const dialog = document.createElement("dialog");
  dialog.className = "deciding";
  dialog.setAttribute("aria-labelledby", "finding-title");
  dialog.append(document.importNode(section, true));
  const by = dialog.querySelector("[name=by]");
  if (by) by.value = localStorage.getItem(NAME) ?? "";
  dialog.addEventListener("close", () => {
    dialog.remove();
    mark.focus({ preventScroll: true });
  });
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog && !event.target.closest("[data-close]")) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const fields = Object.fromEntries(new FormData(form, event.submitter));
    dialog.close();
    if ("by" in fields) localStorage.setItem(NAME, fields.by);
    if (form.matches(".judging")) fields.by = localStorage.getItem(NAME) ?? "";
    send(new URL(form.action).pathname, fields, mark, form.matches(".undoing") ? "undo" : fields.decision);
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector(".correcting select, .correcting input:not([type=hidden])")?.focus();
}

// The page is loaded anew: what was decided counts in many places of it.
async function send(address, fields, mark, decision) {
  const form = document.getElementById("deciding");
  const body = new URLSearchParams({ ...fields, secret: form.elements.secret.value });
  const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
  if (answer.type !== "opaqueredirect" && !answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return say(page.querySelector("main")?.textContent.trim() || page.body.textContent.trim());
  }
  const same = [...document.querySelectorAll("[data-judge]")].filter((m) => addressOf(m) === addressOf(mark));
  const open = [...document.querySelectorAll("main details")].map((one) => one.open);
  const kept = { judge: addressOf(mark), turn: same.indexOf(mark), open, scroll: scrollY, inks: document.body.className, decision };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  location.reload();
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (!kept) return;
  for (const name of ["show-spelling", "show-noise"]) {
    const button = kept.inks.split(" ").includes(name) && document.querySelector(`[data-toggle="${name}"]`);
    if (button && button.getAttribute("aria-pressed") !== "true") button.click();
  }
  document.querySelectorAll("main details").forEach((one, n) => { one.open = kept.open[n] ?? one.open; });
  scrollTo(0, kept.scroll);
  const same = [...document.querySelectorAll("[data-judge]")].filter((m) => addressOf(m) === kept.judge);
  const mark = same[kept.turn] ?? same[0];
  const next = mark ?? document.querySelector(".rejected button") ?? document.getElementById("main");
  next.focus({ preventScroll: true });
  const why = mark?.dataset.why ?? "";
  setTimeout(() => say(`${SAID[kept.decision]}. ${why}`), 50);
}

function say(text) {
  document.getElementById("why").textContent = text;
}
