import { shopPage, templatePage } from "../kit/page.ts";
import type { NumberedVector } from "../vectors/vectors.ts";
import type { Input } from "./input.ts";

const viewed = `(window.shopkeeper ||= []).push((shop) => shop.track("view_item", {
  items: [{ item_id: "mug", item_name: "Mug", url: "/mug", price: 9 }],
}));`;

const html = (vectors: NumberedVector[], head = ""): string =>
  shopPage({
    head,
    configuration: {
      experiences: vectors.map(({ id, text }) => ({
        id: `m${id}`,
        kind: "message",
        target: `#m${id}`,
        content: { html: `<b class=shown>shown</b>${text}` },
      })),
    },
    // Below what is seen, for DOMPurify comes late.
    main: `<img src=/none alt="" width=9 height=3000>${vectors.map(({ id }) => `<section id=m${id}></section>`).join("")}`,
  });
const shownHtml = { size: 280, shown: "shopkeeper-overlay > .shown", least: 1 };

/** Markup that a merchant wrote. */
export const templates: Input[] = [
  {
    name: "the template of a slot",
    page: (vectors) =>
      templatePage(
        vectors,
        `for (const vector of vectors) {
  const template = element("template", { "data-sk-when": "visitor.visits >= 1" });
  template.content.append(element("b", { class: "shown" }, "shown"));
  fill(template, vector);
  main.append(element("section", { "data-sk-slot": "s" + vector.id }, template));
}`,
      ),
    shown: "main > section > .shown",
    least: 1,
  },
  {
    name: "the template of a swap",
    page: (vectors) =>
      templatePage(
        vectors,
        `const template = element("template", { id: "swap" });
main.append(template);
for (const vector of vectors) {
  template.content.append(element("b", { class: "shown" }, "shown"));
  fill(template, vector);
}
main.append(element("section", { id: "hero" }, "Hero"));`,
        { configuration: { experiences: [{ id: "s", kind: "swap", target: "#hero", template: "#swap" }] } },
      ),
    shown: "#hero > .shown",
    least: 1,
  },
  {
    name: "the template of a pop-up",
    page: (vectors) =>
      templatePage(
        vectors,
        `const template = element("template", { "data-sk-popup": "p", "data-sk-trigger": "load", "data-sk-place": "corner" });
for (const vector of vectors) {
  template.content.append(element("b", { class: "shown" }, "shown"));
  fill(template, vector);
}
main.append(template);`,
      ),
    shown: "shopkeeper-overlay > .shown",
    least: 1,
  },
  {
    name: "the card of a rail",
    page: (vectors) =>
      templatePage(
        vectors,
        `${viewed}
for (const vector of vectors) {
  const template = element("template");
  template.content.append(element("b", { class: "shown", "data-sk-field": "name" }));
  fill(template, vector);
  main.append(element("section", { "data-sk-rail": "recently-viewed" }, template));
}`,
      ),
    shown: "main > section > .shown",
    least: 1,
  },
  { name: "content.html", page: (vectors) => html(vectors), ...shownHtml },
  {
    name: "content.html, in a browser without setHTML",
    page: (vectors) => html(vectors, "<script>delete Element.prototype.setHTML</script>"),
    ...shownHtml,
  },
];
