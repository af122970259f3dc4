import { create, selectAll } from "../dom/elements.ts";
import { controls, finish } from "./controls.ts";
import { configured, needed, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";
import { hearSubmit } from "./own-form.ts";

/**
 * Asks who has looked around whether they want the newsletter, and hands the address to the shop's own form, with its
 * rules and its consent. The address is kept nowhere, and no event has it.
 */
export const make: Make = (world) => {
  const say = wording(world, "newsletter", texts);
  const selector = needed(world, "newsletter", "form", "a CSS selector of your own sign-up form in the page");
  const light = (): Element | undefined => {
    const [own] = selectAll(selector, world.report);
    const address = own?.querySelector<HTMLInputElement>("input[type=email]");
    if (!(own instanceof HTMLFormElement) || !address) return undefined;
    const field = create("input", { type: "email", name: "email", autocomplete: "email", required: "" });
    const form = create(
      "form",
      { part: "form" },
      create("label", { part: "field" }, create("span", { part: "label" }, say("email")), field),
      create("button", { part: "primary", type: "submit" }, say("save")),
    );
    const host = controls(form);
    hearSubmit(form, () => {
      handOver(own, address, field.value);
      field.value = "";
      finish(host, "convert");
    });
    return host;
  };
  world.add(
    {
      ...configured(world, {
        id: "newsletter",
        kind: "popup",
        when: "visit.pages >= 3 and not did(sign_up) and not did(purchase within 1d)",
        pages: SHOPPING,
        trigger: "time 60s, scroll 70%",
        cap: "1 per visit, 2 per 90d, rest 90d, until convert",
        place: "corner",
      }),
      content: { title: say("title"), body: say("body") },
    },
    { light },
  );
};

/** Fills the shop's form in as a shopper would, and sends it; what is still missing there, they see there. */
function handOver(form: HTMLFormElement, field: HTMLInputElement, value: string): void {
  // React hears of a value only where it was not set on the element itself.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(field, value);
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  const { checkValidity, requestSubmit } = HTMLFormElement.prototype;
  if (!checkValidity.call(form)) form.scrollIntoView({ block: "center" });
  requestSubmit.call(form);
}

export const texts: Texts<"title" | "body" | "email" | "save"> = {
  en: {
    title: "News from us by e-mail",
    body: "Now and then, and you can leave at any time.",
    email: "Your e-mail address",
    save: "Sign up",
  },
  de: {
    title: "Neues von uns per E-Mail",
    body: "Ab und zu, und Sie können sich jederzeit abmelden.",
    email: "Ihre E-Mail-Adresse",
    save: "Anmelden",
  },
  fr: {
    title: "Nos nouvelles par e-mail",
    body: "De temps en temps, et vous pouvez vous désinscrire à tout moment.",
    email: "Votre adresse e-mail",
    save: "S’inscrire",
  },
  es: {
    title: "Novedades por correo",
    body: "De vez en cuando, y puedes darte de baja en cualquier momento.",
    email: "Tu correo electrónico",
    save: "Suscribirme",
  },
  it: {
    title: "Le nostre novità via e-mail",
    body: "Ogni tanto, e puoi annullare l’iscrizione in qualsiasi momento.",
    email: "Il tuo indirizzo e-mail",
    save: "Iscriviti",
  },
  pt: {
    title: "Novidades por e-mail",
    body: "De vez em quando, e você pode sair quando quiser.",
    email: "Seu e-mail",
    save: "Inscrever-se",
  },
  nl: {
    title: "Nieuws van ons per e-mail",
    body: "Af en toe, en je kunt je altijd weer afmelden.",
    email: "Je e-mailadres",
    save: "Aanmelden",
  },
  pl: {
    title: "Nowości od nas e-mailem",
    body: "Od czasu do czasu, a wypisać się można w każdej chwili.",
    email: "Twój adres e-mail",
    save: "Zapisz się",
  },
  ja: {
    title: "メールでお知らせをお届けします",
    body: "ときどきお送りします。いつでも解除できます。",
    email: "メールアドレス",
    save: "登録する",
  },
  ar: {
    title: "أخبارنا عبر البريد الإلكتروني",
    body: "من حين إلى آخر، ويمكن إلغاء الاشتراك في أي وقت.",
    email: "عنوان بريدك الإلكتروني",
    save: "الاشتراك",
  },
};
