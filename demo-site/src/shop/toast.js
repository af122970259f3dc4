const DURATION = 6000;
let timer;

/**
 * Says something at the foot of the page, for a while.
 *
 * @param words What to say; a screen reader says it too.
 * @param link A way on, as `{ label, href }`.
 */
export function toast(words, link) {
  const place = document.querySelector("[data-toast]");
  const text = document.createElement("p");
  text.textContent = words;
  const parts = [text];
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link.href;
    anchor.textContent = link.label;
    parts.push(anchor);
  }
  place.replaceChildren(...parts);
  place.classList.add("toast-shown");
  clearTimeout(timer);
  timer = setTimeout(() => place.classList.remove("toast-shown"), DURATION);
}
