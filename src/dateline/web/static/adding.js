// Files can be dropped; jobs are followed while they are at work.

const PAUSE = 700; // ms between two looks

export function adding() {
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  }
  if (document.querySelector('[data-jobs="busy"]')) setTimeout(look, PAUSE);
}

async function look() {
  const answer = await fetch("/add");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("jobs");
  if (!fresh) return;
  document.getElementById("jobs").replaceWith(fresh);
  if (fresh.dataset.jobs === "busy") setTimeout(look, PAUSE);
  else location.reload();
}
