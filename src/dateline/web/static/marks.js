// The reason for each mark, and the inks that are off until they are asked for.

export function marks() {
  const why = document.getElementById("why");
  const say = (event) => {
    const mark = event.target.closest?.("[data-why]");
    why.textContent = mark && isShown(mark) ? mark.dataset.why : "";
  };
  for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, say);
  for (const button of document.querySelectorAll("[data-toggle]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      toggle(button);
    });
    button.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        toggle(button);
      }
    });
  }
  for (const name of ["spelling", "noise"]) reach(name);
}

export function toggle(button) {
  const name = button.dataset.toggle;
  const on = document.body.classList.toggle(name);
  button.setAttribute("aria-pressed", String(on));
  reach(name.replace("show-", ""));
  if (on && name === "show-spelling") {
    for (const fold of document.querySelectorAll("details[data-spelled]")) fold.open = true;
  }
}

function reach(ink) {
  const on = document.body.classList.contains(`show-${ink}`);
  for (const mark of document.querySelectorAll(`.ink.${ink}`)) {
    const link = mark.querySelector("a");
    if (link) link.tabIndex = on ? 0 : -1;
    else if (on) mark.tabIndex = 0;
    else mark.removeAttribute("tabindex");
  }
}

function isShown(mark) {
  const ink = ["spelling", "noise"].find((name) => mark.classList.contains(name));
  return !ink || document.body.classList.contains(`show-${ink}`);
}
