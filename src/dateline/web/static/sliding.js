// The days up to which something is told, as a slider; without scripts they are links.

const WAIT = 500; // milliseconds: arrow keys pass days by that nobody wants to see

export function sliding() {
  const nav = document.querySelector("[data-days]");
  if (!nav) return;
  const links = [...nav.querySelectorAll("a")];
  const slider = document.createElement("input");
  const says = document.createElement("output");
  const label = document.createElement("label");
  slider.type = "range";
  slider.id = "day";
  slider.max = links.length - 1;
  slider.value = Math.max(0, links.findIndex((link) => link.hasAttribute("aria-current")));
  label.append("As told up to ", slider);
  nav.replaceChildren(label, says);
  nav.classList.add("slider");
  const tell = () => {
    const day = links[slider.value].textContent;
    says.textContent = day;
    slider.setAttribute("aria-valuetext", day);
  };
  let waiting = 0;
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const address = new URL(links[slider.value].href);
      address.hash = slider.id;
      if (address.href !== location.href) location.assign(address);
    }, WAIT);
  });
  tell();
  if (location.hash === `#${slider.id}`) slider.focus();
}
