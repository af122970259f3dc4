import { attribute, shopPage } from "../kit/page.ts";
import type { NumberedVector } from "../vectors/vectors.ts";
import type { Input } from "./input.ts";

/** Of content: more in one page, and the browser is busy drawing. */
const size = 280;

const message = (content: (text: string) => object) => (vectors: NumberedVector[]) =>
  shopPage({
    configuration: {
      experiences: vectors.map(({ id, text }) => ({
        id: `m${id}`,
        kind: "message",
        target: `#m${id}`,
        // Braces would ask for a fact.
        content: content(text.replace(/[{}]/g, "")),
      })),
    },
    main: vectors.map(({ id }) => `<section id=m${id}></section>`).join(""),
  });

const facts = (vectors: NumberedVector[], type = "text"): string =>
  vectors
    .map(
      ({ id }) =>
        `<p data-sk-text="{profile.f${id}}">?</p><input type="${type}" data-sk-profile="f${id}" id="f${id}">`,
    )
    .join("");

/** Texts of a merchant, of a shop's own scripts and of a shopper. */
export const texts: Input[] = [
  {
    name: "data-sk-text",
    page: (vectors) =>
      shopPage({
        main: vectors
          .map(
            ({ text }) => `<p data-sk-text="shown ${attribute(`{none|${text.replace(/[{}]/g, "")}}`)}">?</p>`,
          )
          .join(""),
      }),
    shown: "p:text('shown')",
    least: 1,
  },
  {
    name: "content.title, content.body",
    size,
    page: message((text) => ({ title: `shown ${text}`, body: text })),
    shown: "[part=title]:text('shown')",
    least: 1,
  },
  {
    name: "content.action",
    size,
    page: message((text) => ({ title: "shown", action: { label: text, url: text } })),
    shown: "[part=title]:text('shown')",
    least: 1,
  },
  {
    name: "identify",
    size: 60,
    page: (vectors) => shopPage({ main: facts(vectors) }),
    act: (page, _, vectors) =>
      page.evaluate(
        (profiles) => window.shopkeeper.identify(profiles as never),
        Object.fromEntries(vectors.map(({ id, text }) => [`f${id}`, text])),
      ),
    shown: "p[data-sk-text]:not(:text('?'))",
    least: 0.5,
  },
  {
    name: "data-sk-profile",
    size: 60,
    page: (vectors) => shopPage({ main: facts(vectors) }),
    act: (page, _, vectors) =>
      page.evaluate((given) => {
        for (const { id, text } of given) {
          const control = document.querySelector<HTMLInputElement>(`#f${id}`)!;
          control.value = text;
          control.dispatchEvent(new Event("change", { bubbles: true }));
        }
      }, vectors),
    shown: "p[data-sk-text]:not(:text('?'))",
    least: 0.5,
  },
  {
    name: "attributes of the tag",
    size: 40,
    page: (vectors) =>
      shopPage({
        tag: {
          "data-experiences": `recently-viewed ${vectors
            .slice(0, 4)
            .map(({ text }) => text.replace(/[\s,]/g, ""))
            .join(" ")}`,
          "data-recently-viewed-into": "main",
          "data-recently-viewed-title": vectors.map(({ text }) => text).join(" "),
          ...Object.fromEntries(
            ["locale", "currency", "country"].map((name, index) => [`data-${name}`, vectors[index]!.text]),
          ),
        },
        head: `<script>(window.shopkeeper ||= []).push((shop) => shop.track("view_item", {
          items: [{ item_id: "mug", item_name: "Mug", url: "/mug" }] }))</script>`,
      }),
    shown: "h1",
    least: 0.01,
  },
  {
    name: "names in our attributes",
    size: 40,
    page: (vectors) =>
      shopPage({
        main: vectors
          .map(({ text }, index) => {
            const name = ["slot", "rail", "wish", "track", "profile", "do", "limit", "privacy"][index % 8]!;
            return `<p data-sk-${name}="${attribute(text)}"><template><b>x</b></template>shown</p>`;
          })
          .join(""),
      }),
    shown: "p",
    least: 0.5,
  },
  {
    name: "experiences of a configuration file",
    size: 60,
    page: (vectors) =>
      shopPage({
        tag: { "data-config": "/shop.json" },
        // Below what is seen, for a file comes late.
        main: `<img src=/none alt="" width=9 height=3000>${vectors.map(({ id }) => `<section id=m${id}></section>`).join("")}`,
      }),
    async before(_, shop, vectors) {
      const experiences = vectors.map(({ id, text }) => ({
        id: text,
        kind: "message",
        target: `#m${id}`,
        pages: ["/*", text],
        strategy: text,
        content: { title: `shown ${id}`, body: text.replace(/[{}]/g, "") },
      }));
      const configuration = { version: 1, locale: vectors[0]!.text, currency: vectors[1]!.text, experiences };
      shop.put("/shop.json", { body: JSON.stringify(configuration), type: "application/json" });
    },
    shown: "[part=title]:text('shown')",
    least: 0.9,
  },
];
