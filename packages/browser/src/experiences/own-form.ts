import { listen } from "../dom/elements.ts";

/**
 * Hears the submit of a form of ours, which goes nowhere: not passive, for else the page would be left. The event stays in our
 * shadow root, so that no form of the shop's, and nobody who listens to those, ever meets it.
 */
export function hearSubmit(form: HTMLFormElement, heard: () => void): void {
  form.addEventListener("submit", (event) => event.preventDefault());
  listen(form, "submit", heard);
}
