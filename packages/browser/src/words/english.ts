/**
 * What we say in the page, but for the [privacy panel](../privacy-panel/texts/english.ts), by names that a shop can
 * replace. `{step}` and `{steps}` are numbers that are filled in.
 */
export const english = {
  /** BCP 47: the language of all these. */
  lang: "en",
  close: "Close",
  /** Of a row of products. */
  previous: "Previous",
  next: "Next",
  /** Stands before the crossed-out price, for those who cannot see that it is. */
  listPrice: "List price",
  /** One step of a tour back, and its end. */
  back: "Back",
  done: "Done",
  step: "{step} of {steps}",
  "recently-viewed.title": "Recently viewed",
  "idle-help.title": "Can we help?",
  "idle-help.body": "Tell us what you are looking for.",
  "idle-help.label": "Ask us",
};
