// A line of the drawing opens its evidence.

export function evidence() {
  const open = () => {
    const found = location.hash.startsWith("#edge-") && document.getElementById(location.hash.slice(1));
    if (!found) return;
    for (const details of found.querySelectorAll("details")) details.open = true;
    found.focus({ preventScroll: true });
  };
  addEventListener("hashchange", open);
  open();
}
