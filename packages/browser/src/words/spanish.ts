import type { Words } from "./words.ts";

// Familiar address (tú), as shops use it on both sides of the Atlantic; words that are understood on both.
export const words: Words = {
  lang: "es",
  close: "Cerrar",
  previous: "Anterior",
  next: "Siguiente",
  listPrice: "Precio original",
  back: "Atrás",
  done: "Listo",
  step: "{step} de {steps}",
  "recently-viewed.title": "Vistos recientemente",
  "idle-help.title": "¿Podemos ayudarte?",
  "idle-help.body": "Cuéntanos qué buscas.",
  "idle-help.label": "Pregúntanos",
};
