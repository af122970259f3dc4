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
  "welcome-back.title": "Que bom ter você de volta",
  "welcome-back.body": "É um prazer ver você de novo.",
  "recently-viewed.title": "Vistos recentemente",
  "idle-help.title": "Podemos ajudar?",
  "idle-help.body": "Conte para nós o que você procura.",
  "idle-help.label": "Fale com a loja",
  "cart-reminder.title": "Ainda no seu carrinho",
  "cart-reminder.body": "O que você escolheu da última vez está à sua espera.",
  "cart-reminder.label": "Ir para o carrinho",
};
