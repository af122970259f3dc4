import type { Words } from "./words.ts";

// Familiar address (tu), as shops use it; no forms that tell a man from a woman.
export const words: Words = {
  lang: "it",
  close: "Chiudi",
  previous: "Precedente",
  next: "Avanti",
  listPrice: "Prezzo di listino",
  back: "Indietro",
  done: "Fine",
  step: "{step} di {steps}",
  "recently-viewed.title": "Visti di recente",
  "idle-help.title": "Possiamo aiutarti?",
  "idle-help.body": "Dicci che cosa stai cercando.",
  "idle-help.label": "Chiedi a noi",
};
