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
  "welcome-back.title": "Witamy ponownie",
  "welcome-back.body": "Miło, że do nas wracasz.",
  "recently-viewed.title": "Ostatnio oglądane",
  "idle-help.title": "Możemy pomóc?",
  "idle-help.body": "Napisz, czego szukasz.",
  "idle-help.label": "Zapytaj nas",
  "cart-reminder.title": "Nadal w Twoim koszyku",
  "cart-reminder.body": "Produkty wybrane ostatnim razem czekają na Ciebie.",
  "cart-reminder.label": "Przejdź do koszyka",
};
