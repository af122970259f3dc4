import type { Words } from "./words.ts";

// Second person with a capital letter (Twój), as shops use it; no forms that tell a man from a woman.
export const words: Words = {
  lang: "pl",
  close: "Zamknij",
  previous: "Poprzednie",
  next: "Dalej",
  listPrice: "Cena katalogowa",
  back: "Wstecz",
  done: "Gotowe",
  step: "{step} z {steps}",
  "recently-viewed.title": "Ostatnio oglądane",
  "idle-help.title": "Możemy pomóc?",
  "idle-help.body": "Napisz, czego szukasz.",
  "idle-help.label": "Zapytaj nas",
};
