import type { Words } from "./words.ts";

// Formal address (Sie), as most shops use it.
export const words: Words = {
  lang: "de",
  close: "Schließen",
  previous: "Vorherige",
  next: "Weiter",
  listPrice: "Listenpreis",
  back: "Zurück",
  done: "Fertig",
  step: "{step} von {steps}",
  "recently-viewed.title": "Zuletzt angesehen",
  "idle-help.title": "Können wir helfen?",
  "idle-help.body": "Sagen Sie uns, wonach Sie suchen.",
  "idle-help.label": "Fragen Sie uns",
};
