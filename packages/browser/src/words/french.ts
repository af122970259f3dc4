import type { Words } from "./words.ts";

// Formal address (vous). \u202f is the narrow no-break space before ? and !, \u00a0 the one before a colon.
export const words: Words = {
  lang: "fr",
  close: "Fermer",
  previous: "Précédent",
  next: "Suivant",
  listPrice: "Prix d’origine",
  back: "Retour",
  done: "Terminer",
  step: "{step} sur {steps}",
  "recently-viewed.title": "Vus récemment",
  "idle-help.title": "Besoin d’aide\u202f?",
  "idle-help.body": "Dites-nous ce que vous cherchez.",
  "idle-help.label": "Nous contacter",
};
