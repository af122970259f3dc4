import { create, listen, selectAll } from "../dom/elements.ts";
import { ownDocument } from "../dom/own-document.ts";
import { safeAddress } from "../render/safe-address.ts";
import { button, controls, finish } from "./controls.ts";
import { findAnswers, type Answered } from "./find-answers.ts";
import { configured, SHOPPING, wording, type Say, type Texts } from "./part-kit.ts";
import type { Make, PartWorld } from "./part-world.ts";
import { hearSubmit } from "./own-form.ts";

/** What questions and answers stand in, where the shop says nothing else. */
const FROM = "details";

/**
 * Answers from the shop's own FAQ, found in this browser: of the page itself, or of a page of the shop's own origin that is
 * read when somebody begins to ask. What is asked is neither kept nor sent; the shop's chat gets it where the shopper wants that.
 */
export const make: Make = (world) => {
  const say = wording(world, "faq-help", texts);
  const from = world.option("from") ?? FROM;
  const page = world.option("faq");
  const address = page ? new URL(page, location.href) : undefined;
  if (address && address.origin !== location.origin)
    throw new Error(`faq-help: data-faq-help-faq has to be on this origin, got ${address.origin}`);
  let reading: Promise<Answered[]> | undefined;
  const read = (): Promise<Answered[]> =>
    (reading ??= address ? fetchPage(address).then((found) => answersIn(found, from, address)) : here(from));
  const light = (): Element | undefined => {
    if (!address && !ownDocument.querySelector(from)) return undefined;
    return ask(world, say, read);
  };
  world.add(
    {
      ...configured(world, {
        id: "faq-help",
        kind: "popup",
        pages: [...SHOPPING, "account"],
        trigger: "idle 45s",
        cap: "1 per visit, rest 30d",
        place: "corner",
      }),
      content: { title: say("title"), body: say("body") },
    },
    { light },
  );
};

const here = async (from: string): Promise<Answered[]> => answersIn(document, from, new URL(location.href));

/** The field, what is found, and the way to a person. */
function ask(world: PartWorld, say: Say<Key>, read: () => Promise<Answered[]>): HTMLElement {
  const field = create("input", { type: "search", name: "question", autocomplete: "off", required: "" });
  const answers = create("div", { part: "answers" });
  const status = create("p", { part: "status", role: "status" });
  const form = create(
    "form",
    { part: "form" },
    create("label", { part: "field" }, create("span", { part: "label" }, say("question")), field),
    create("button", { part: "primary", type: "submit" }, say("ask")),
  );
  const person = create("div", { part: "buttons", hidden: "" });
  const host = controls(form, answers, status, person);
  const [chat, url] = [world.option("chat"), safeAddress(world.option("url"))];
  if (chat || url)
    person.append(
      button(say("person"), "button", () => {
        handOver(world, field.value, chat, url);
        finish(host, "convert");
      }),
    );
  listen(field, "focus", () => void read().catch(world.report));
  hearSubmit(form, () => {
    void read()
      .catch((error) => (world.report(error), []))
      .then((all) => {
        const found = findAnswers(field.value, all, 3);
        answers.replaceChildren(...found.map(answerOf));
        status.textContent = found.length ? "" : say("none");
        person.hidden = !person.firstChild;
        answers.firstElementChild?.scrollIntoView({ block: "nearest" });
      });
  });
  return host;
}

const answerOf = ({ question, answer, url }: Answered): HTMLElement =>
  create(
    "div",
    { part: "answer" },
    create(url ? "a" : "p", { part: "question", href: url }, question),
    create("p", {}, answer.length > 400 ? `${answer.slice(0, 400)}…` : answer),
  );

/** Gives the shop's chat what it needs to begin, and opens it: by a click on what opens it, or by its address. */
function handOver(
  { page, fact }: PartWorld,
  question: string,
  chat: string | undefined,
  url: string | undefined,
): void {
  const { path, title, product } = page();
  const detail = { question, path, title, product: product?.item_id, cart: fact("cart.quantity") };
  document.dispatchEvent(new CustomEvent("shopkeeper:handover", { detail }));
  const [opener] = selectAll(chat ?? ":not(*)");
  if (opener instanceof HTMLElement) opener.click();
  else if (url) location.assign(url);
}

/** A page as the browser parses it, without running any of it; `XMLHttpRequest` does so under every policy for HTML. */
const fetchPage = (address: URL): Promise<Document> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () =>
      request.response instanceof Document
        ? resolve(request.response)
        : reject(new Error(`faq-help: ${address} answered ${request.status}, and no page`)),
    );
    request.addEventListener("error", () => reject(new Error(`faq-help: ${address} could not be read`)));
    request.send();
  });

/** Questions and answers of a page: the first heading, `<summary>` or `<dt>` of each element, and the rest of its text. */
function answersIn(page: Document, from: string, address: URL): Answered[] {
  return [...page.querySelectorAll(from)].flatMap((element) => {
    const heading = element.querySelector("summary,dt,h1,h2,h3,h4,h5,h6");
    const question = textOf(heading);
    const answer = textOf(element).slice(question.length).trim();
    const url = element.id ? safeAddress(`${address.pathname}${address.search}#${element.id}`) : undefined;
    return question && answer ? [{ question, answer, url }] : [];
  });
}

const textOf = (element: Element | null): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

type Key = "title" | "body" | "question" | "ask" | "none" | "person";

export const texts: Texts<Key> = {
  en: {
    title: "Can we help?",
    body: "Most things have been asked before.",
    question: "Your question",
    ask: "Find an answer",
    none: "Nothing was found for that.",
    person: "Ask a person",
  },
  de: {
    title: "Können wir helfen?",
    body: "Das meiste wurde schon einmal gefragt.",
    question: "Ihre Frage",
    ask: "Antwort finden",
    none: "Dazu wurde nichts gefunden.",
    person: "Einen Menschen fragen",
  },
  fr: {
    title: "Pouvons-nous vous aider\u202f?",
    body: "Presque tout a déjà été demandé.",
    question: "Votre question",
    ask: "Trouver une réponse",
    none: "Rien n’a été trouvé.",
    person: "Demander à quelqu’un",
  },
  es: {
    title: "¿Podemos ayudarte?",
    body: "Casi todo se ha preguntado ya.",
    question: "Tu pregunta",
    ask: "Buscar una respuesta",
    none: "No se ha encontrado nada.",
    person: "Preguntar a una persona",
  },
  it: {
    title: "Possiamo aiutarti?",
    body: "Quasi tutto è già stato chiesto.",
    question: "La tua domanda",
    ask: "Trova una risposta",
    none: "Non è stato trovato nulla.",
    person: "Chiedi a una persona",
  },
  pt: {
    title: "Podemos ajudar?",
    body: "Quase tudo já foi perguntado.",
    question: "Sua pergunta",
    ask: "Buscar uma resposta",
    none: "Nada foi encontrado.",
    person: "Falar com uma pessoa",
  },
  nl: {
    title: "Kunnen we helpen?",
    body: "Het meeste is al eens gevraagd.",
    question: "Je vraag",
    ask: "Zoek een antwoord",
    none: "Daarover is niets gevonden.",
    person: "Vraag het iemand",
  },
  pl: {
    title: "Czy możemy pomóc?",
    body: "Większość pytań już ktoś zadał.",
    question: "Twoje pytanie",
    ask: "Znajdź odpowiedź",
    none: "Nic nie znaleziono.",
    person: "Zapytaj człowieka",
  },
  ja: {
    title: "お困りですか",
    body: "よくあるご質問からお探しします。",
    question: "ご質問",
    ask: "答えを探す",
    none: "見つかりませんでした。",
    person: "担当者に聞く",
  },
  ar: {
    title: "هل يمكننا المساعدة؟",
    body: "معظم الأسئلة طُرحت من قبل.",
    question: "سؤالك",
    ask: "البحث عن إجابة",
    none: "لم يُعثر على شيء.",
    person: "سؤال شخص",
  },
};
