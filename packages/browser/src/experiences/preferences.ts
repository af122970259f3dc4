import { create } from "../dom/elements.ts";
import { controls, finish } from "./controls.ts";
import { configured, listed, SHOPPING, wording, type Texts } from "./part-kit.ts";
import type { Make } from "./part-world.ts";
import { hearSubmit } from "./own-form.ts";

const NAMES = ["size", "colors", "interests"] as const;
type Name = (typeof NAMES)[number];

/**
 * Asks for size, colours and interests, each where the shop names what there is to choose. What the shopper states is
 * kept as `profile.size`, `profile.colors` and `profile.interests`, and nothing else.
 */
export const make: Make = (world) => {
  const say = wording(world, "preferences", texts);
  const asked = NAMES.flatMap((name) => {
    const values = listed(world.option(name));
    return values.length ? [{ name, values }] : [];
  });
  if (!asked.length)
    throw new Error('preferences needs what there is to choose, such as data-preferences-size="S, M, L".');
  const unknown = asked.map(({ name }) => `not known(profile.${name})`).join(" or ");
  const light = (): Element => {
    const form = create(
      "form",
      { part: "form" },
      ...asked.map(({ name, values }) => fieldOf(name, say(name), values, world.fact(`profile.${name}`))),
      create("button", { part: "primary", type: "submit" }, say("save")),
    );
    const host = controls(form);
    hearSubmit(form, () => {
      const profile = statedIn(new FormData(form), asked);
      if (Object.keys(profile).length) world.record("identify", { profile });
      finish(host, Object.keys(profile).length ? "convert" : "dismiss");
    });
    return host;
  };
  world.add(
    {
      ...configured(world, {
        id: "preferences",
        kind: "popup",
        when: `(${unknown}) and not did(purchase in visit)`,
        pages: SHOPPING,
        trigger: "pages 4",
        cap: "1 per visit, 2 per 90d, rest 90d, until convert",
        place: "corner",
      }),
      content: { title: say("title"), body: say("body") },
    },
    { light },
  );
};

/** One choice as a list to pull down, several as boxes to tick. */
function fieldOf(name: Name, label: string, values: string[], known: unknown): HTMLElement {
  if (name === "size") {
    const options = ["", ...values].map((value) => create("option", { value }, value || "–"));
    const select = create("select", { name }, ...options);
    if (typeof known === "string") select.value = known;
    return create("label", { part: "field" }, create("span", { part: "label" }, label), select);
  }
  const chosen: unknown[] = Array.isArray(known) ? known : [];
  const choices = values.map((value) => {
    const box = create("input", { type: "checkbox", name, value });
    box.checked = chosen.includes(value);
    return create("label", { part: "choice" }, box, value);
  });
  return create(
    "fieldset",
    { part: "field" },
    create("legend", { part: "label" }, label),
    create("span", { part: "choices" }, ...choices),
  );
}

/** What was filled in: a text for the size, lists for the others. What was left empty is not stated. */
function statedIn(data: FormData, asked: { name: Name }[]): Record<string, string | string[]> {
  const stated = asked.map(({ name }): [string, string | string[]] => {
    const values = data.getAll(name).map(String).filter(Boolean);
    return [name, name === "size" ? (values[0] ?? "") : values];
  });
  return Object.fromEntries(stated.filter(([, value]) => value.length));
}

export const texts: Texts<"title" | "body" | Name | "save"> = {
  en: {
    title: "Tell us what suits you",
    body: "It decides what you see here first. It stays in this browser.",
    size: "Size",
    colors: "Colours",
    interests: "Interests",
    save: "Remember this",
  },
  de: {
    title: "Sagen Sie uns, was zu Ihnen passt",
    body: "Danach richtet sich, was Sie hier zuerst sehen. Es bleibt in diesem Browser.",
    size: "Größe",
    colors: "Farben",
    interests: "Interessen",
    save: "Merken",
  },
  fr: {
    title: "Dites-nous ce qui vous va",
    body: "Cela décide de ce que vous voyez ici en premier. Cela reste dans ce navigateur.",
    size: "Taille",
    colors: "Couleurs",
    interests: "Centres d’intérêt",
    save: "Retenir",
  },
  es: {
    title: "Cuéntanos qué va contigo",
    body: "Decide lo que ves aquí primero. Se queda en este navegador.",
    size: "Talla",
    colors: "Colores",
    interests: "Intereses",
    save: "Recordar",
  },
  it: {
    title: "Raccontaci che cosa fa per te",
    body: "Decide che cosa vedi qui per prima cosa. Resta in questo browser.",
    size: "Taglia",
    colors: "Colori",
    interests: "Interessi",
    save: "Ricorda",
  },
  pt: {
    title: "Conte o que combina com você",
    body: "Isso decide o que você vê aqui primeiro. Fica neste navegador.",
    size: "Tamanho",
    colors: "Cores",
    interests: "Interesses",
    save: "Lembrar",
  },
  nl: {
    title: "Vertel ons wat bij je past",
    body: "Dat bepaalt wat je hier het eerst ziet. Het blijft in deze browser.",
    size: "Maat",
    colors: "Kleuren",
    interests: "Interesses",
    save: "Onthouden",
  },
  pl: {
    title: "Powiedz nam, co Ci pasuje",
    body: "Od tego zależy, co zobaczysz tu najpierw. Zostaje w tej przeglądarce.",
    size: "Rozmiar",
    colors: "Kolory",
    interests: "Zainteresowania",
    save: "Zapamiętaj",
  },
  ja: {
    title: "お好みをお聞かせください",
    body: "最初に表示する商品の参考にします。このブラウザーにだけ残ります。",
    size: "サイズ",
    colors: "カラー",
    interests: "ご興味",
    save: "記憶する",
  },
  ar: {
    title: "ما الذي يناسبك",
    body: "على أساسه يتحدد ما يظهر لك هنا أولًا، ويبقى في هذا المتصفح.",
    size: "المقاس",
    colors: "الألوان",
    interests: "الاهتمامات",
    save: "حفظ",
  },
};
