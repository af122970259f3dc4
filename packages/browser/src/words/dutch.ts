import type { Words } from "./words.ts";

// Familiar address (je), as most shops use it.
export const words: Words = {
  lang: "nl",
  close: "Sluiten",
  previous: "Vorige",
  next: "Volgende",
  listPrice: "Normale prijs",
  back: "Terug",
  done: "Klaar",
  step: "{step} van {steps}",
  "recently-viewed.title": "Onlangs bekeken",
  "idle-help.title": "Kunnen we helpen?",
  "idle-help.body": "Vertel ons wat je zoekt.",
  "idle-help.label": "Vraag het ons",
};
