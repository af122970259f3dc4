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
  "welcome-back.title": "Bon retour parmi nous",
  "welcome-back.body": "C’est un plaisir de vous revoir.",
  "recently-viewed.title": "Vus récemment",
  "idle-help.title": "Besoin d’aide\u202f?",
  "idle-help.body": "Dites-nous ce que vous cherchez.",
  "idle-help.label": "Nous contacter",
  "cart-reminder.title": "Toujours dans votre panier",
  "cart-reminder.body": "Vos articles de la dernière fois vous attendent.",
  "cart-reminder.label": "Voir le panier",
};
