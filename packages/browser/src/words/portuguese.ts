import type { Words } from "./words.ts";

// Brazilian spelling, with words that are understood in Portugal too; você.
export const words: Words = {
  lang: "pt",
  close: "Fechar",
  previous: "Anterior",
  next: "Próximo",
  listPrice: "Preço original",
  back: "Voltar",
  done: "Concluir",
  step: "{step} de {steps}",
  "recently-viewed.title": "Vistos recentemente",
  "idle-help.title": "Podemos ajudar?",
  "idle-help.body": "Conte para nós o que você procura.",
  "idle-help.label": "Fale com a loja",
};
