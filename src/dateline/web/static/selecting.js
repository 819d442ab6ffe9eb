// One selection for timeline, map and list: a dot or a place shows what belongs to it.

export function selecting() {
  const status = document.querySelector(".selected-now");
  if (!status) return;
  const rows = [...document.querySelectorAll("[data-keys]")];
  const dots = [...document.querySelectorAll("[data-key-of]")];
  let chosen = "";

  const choose = (key) => {
    chosen = key === chosen ? "" : key;
    const mine = new Set(rows.filter((row) => keysOf(row).includes(chosen)).flatMap(keysOf));
    for (const row of rows) mark(row, chosen && keysOf(row).includes(chosen));
    for (const dot of dots) {
      const key = dot.dataset.keyOf;
      mark(dot, chosen && (key === chosen || (kind(key) !== kind(chosen) && mine.has(key))));
    }
    document.body.classList.toggle("choosing", Boolean(chosen));
    say(status, chosen && rows.filter((row) => row.closest(".statements") && row.classList.contains("chosen")).length);
    const first = document.getElementById(chosen);
    if (first?.closest(".statements")) first.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("click", (event) => {
    const dot = event.target.closest("[data-key-of]");
    if (!dot) return;
    event.preventDefault();
    choose(dot.dataset.keyOf);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) choose(chosen);
  });
}

const keysOf = (row) => row.dataset.keys.split(" ");
const kind = (key) => key[0];

function mark(element, on) {
  element.classList.toggle("chosen", Boolean(on));
  if (element.matches("a")) element.setAttribute("aria-current", on ? "true" : "false");
}

function say(status, count) {
  status.hidden = count === "";
  status.textContent = count === "" ? "" : `${count} of these statements belong to what is selected. Escape shows all.`;
}
