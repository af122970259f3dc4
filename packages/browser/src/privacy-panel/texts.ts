import type { Kind } from "./lines.ts";

/** What the panel says. Where a text is a function, it gets what is put into it: already worded numbers and dates. */
export interface Texts {
  /** Why there is nothing to look at, and what is to be done about it. */
  denied: string;
  pending: string;
  paused: string;
  forgotten: string;
  nothing: string;
  /** Where all of this is. */
  kept: string;
  visits(count: number, times: string, since: string): string;
  segments: string;
  segmentsNote: string;
  pause: string;
  resume: string;
  copy: string;
  all: string;
  /** Asked before everything is deleted, and the two answers. */
  sure: string;
  yes: string;
  no: string;
  forget: string;
  more(count: string): string;
  headings: Record<Kind, string>;
  /** What stands under some headings. */
  notes: Partial<Record<Kind, string>>;
  /** What a screen reader says of a button: it begins with the word that is seen on it. */
  forgetLine: Record<Kind, (label: string) => string>;
  times(count: number, number: string): string;
  order(date: string, price: string): string;
  search(term: string): string;
  /** Events by their names in GA4; the others are shown as they are called. */
  events: Record<string, string>;
  did: {
    forgot(label: string): string;
    failed: string;
    busy: string;
    deleted: string;
    copied: string;
    paused: string;
    resumed: string;
  };
}

const en: Texts = {
  denied: "You have said no: nothing is remembered about you here.",
  pending: "Nothing is remembered about you here: you have not been asked yet, or have not answered.",
  paused:
    "Paused. Nothing is remembered until you resume. What was kept before is still there, and is not used.",
  forgotten:
    "Everything is deleted. For the rest of this visit nothing is remembered, and the shop looks as it does to everybody.",
  nothing: "Nothing is remembered about you yet.",
  kept: "All of this is kept in this browser, on this device. It is not sent to anyone.",
  visits: (count, times, since) =>
    count === 1
      ? `This is your first visit, on ${since}.`
      : `You have been here ${times} times, first on ${since}.`,
  segments: "What follows from it",
  segmentsNote: "For now the shop counts you among these groups. Forget something, and they may change.",
  pause: "Pause",
  resume: "Resume",
  copy: "Download a copy",
  all: "Delete everything",
  sure: "Delete all of it, now and for good? The shop’s own cart and orders stay as they are.",
  yes: "Yes, delete everything",
  no: "No, keep it",
  forget: "Forget",
  more: (count) => `Show ${count} more`,
  headings: {
    viewed: "Products you looked at",
    cart: "In your cart",
    wish: "On your wish list",
    order: "Orders",
    search: "Searches",
    stated: "What you told the shop",
    other: "What else you did",
  },
  notes: { cart: "Only the memory of it goes. The shop’s own cart stays as it is." },
  forgetLine: {
    viewed: (label) => `Forget that you looked at ${label}`,
    cart: (label) => `Forget that ${label} is in your cart`,
    wish: (label) => `Forget that you wish for ${label}`,
    order: (label) => `Forget this: ${label}`,
    search: (label) => `Forget that you searched for ${label}`,
    stated: (label) => `Forget what you said about ${label}`,
    other: (label) => `Forget this: ${label}`,
  },
  times: (count, number) => (count === 1 ? "once" : `${number} times`),
  order: (date, price) => `Order of ${date}${price && `, ${price}`}`,
  search: (term) => `“${term}”`,
  events: {
    page_view: "Pages opened",
    view_item_list: "Lists of products seen",
    view_cart: "Cart looked at",
    begin_checkout: "Checkout begun",
    experience_view: "Messages shown to you",
    experience_click: "Messages followed",
    experience_dismiss: "Messages closed",
    experience_convert: "Messages acted on",
    sign_up: "Signed up",
    login: "Logged in",
    generate_lead: "Wrote to the shop",
    refund: "Refunds",
  },
  did: {
    forgot: (label) => `Forgotten: ${label}.`,
    failed: "This could not be deleted just now. Please try again.",
    busy: "One moment…",
    deleted: "Deleted.",
    copied: "Your copy is among your downloads.",
    paused: "Paused.",
    resumed: "Resumed.",
  },
};

const de: Texts = {
  denied: "Sie haben Nein gesagt: Über Sie wird hier nichts gemerkt.",
  pending: "Über Sie wird hier nichts gemerkt: Sie wurden noch nicht gefragt oder haben nicht geantwortet.",
  paused:
    "Pausiert. Bis Sie fortsetzen, wird nichts gemerkt. Was vorher gemerkt wurde, ist noch da und wird nicht verwendet.",
  forgotten:
    "Alles ist gelöscht. Für den Rest dieses Besuchs wird nichts gemerkt, und der Shop sieht aus wie für alle.",
  nothing: "Über Sie ist noch nichts gemerkt.",
  kept: "All das liegt in diesem Browser, auf diesem Gerät. Es wird an niemanden gesendet.",
  visits: (count, times, since) =>
    count === 1
      ? `Dies ist Ihr erster Besuch, am ${since}.`
      : `Sie waren ${times}-mal hier, zuerst am ${since}.`,
  segments: "Was daraus folgt",
  segmentsNote:
    "Zurzeit zählt der Shop Sie zu diesen Gruppen. Lassen Sie etwas vergessen, können sie sich ändern.",
  pause: "Pausieren",
  resume: "Fortsetzen",
  copy: "Kopie herunterladen",
  all: "Alles löschen",
  sure: "Alles löschen, jetzt und endgültig? Warenkorb und Bestellungen des Shops selbst bleiben, wie sie sind.",
  yes: "Ja, alles löschen",
  no: "Nein, behalten",
  forget: "Vergessen",
  more: (count) => `${count} weitere zeigen`,
  headings: {
    viewed: "Angesehene Produkte",
    cart: "In Ihrem Warenkorb",
    wish: "Auf Ihrer Wunschliste",
    order: "Bestellungen",
    search: "Suchen",
    stated: "Was Sie dem Shop gesagt haben",
    other: "Was Sie sonst getan haben",
  },
  notes: { cart: "Nur die Erinnerung daran geht. Der Warenkorb des Shops bleibt, wie er ist." },
  forgetLine: {
    viewed: (label) => `Vergessen, dass Sie ${label} angesehen haben`,
    cart: (label) => `Vergessen, dass ${label} in Ihrem Warenkorb liegt`,
    wish: (label) => `Vergessen, dass Sie sich ${label} wünschen`,
    order: (label) => `Vergessen: ${label}`,
    search: (label) => `Vergessen, dass Sie nach ${label} gesucht haben`,
    stated: (label) => `Vergessen, was Sie zu ${label} gesagt haben`,
    other: (label) => `Vergessen: ${label}`,
  },
  times: (count, number) => (count === 1 ? "einmal" : `${number}-mal`),
  order: (date, price) => `Bestellung vom ${date}${price && `, ${price}`}`,
  search: (term) => `„${term}“`,
  events: {
    page_view: "Geöffnete Seiten",
    view_item_list: "Gesehene Produktlisten",
    view_cart: "Warenkorb angesehen",
    begin_checkout: "Kasse begonnen",
    experience_view: "Gezeigte Hinweise",
    experience_click: "Befolgte Hinweise",
    experience_dismiss: "Geschlossene Hinweise",
    experience_convert: "Hinweise mit Erfolg",
    sign_up: "Angemeldet",
    login: "Eingeloggt",
    generate_lead: "Dem Shop geschrieben",
    refund: "Erstattungen",
  },
  did: {
    forgot: (label) => `Vergessen: ${label}.`,
    failed: "Das ließ sich gerade nicht löschen. Bitte versuchen Sie es noch einmal.",
    busy: "Einen Moment …",
    deleted: "Gelöscht.",
    copied: "Ihre Kopie liegt bei den Downloads.",
    paused: "Pausiert.",
    resumed: "Fortgesetzt.",
  },
};

const tables: Record<string, Texts> = { en, de };

/**
 * The texts in the language of an element, else in English.
 *
 * @returns `locale`: that of the texts, for dates and prices among them.
 * @example textsFor("de-AT") // { locale: "de-AT", texts: … }
 */
export function textsFor(lang: string): { locale: string; texts: Texts } {
  const language = lang.split("-")[0]!.toLowerCase();
  const known = Object.hasOwn(tables, language);
  return { locale: known ? lang : "en", texts: tables[known ? language : "en"]! };
}
