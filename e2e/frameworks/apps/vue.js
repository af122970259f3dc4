import { createSSRApp, h, ref } from "vue";
import { always, card, greeting, hero, line, mug, never } from "./markup.js";

/**
 * An element with alternatives. Vue, when it takes over what its server has sent, puts the content of every template in
 * the template's place: what holds one is given as HTML.
 */
const host = (tag, attributes, html, when, otherwise) =>
  h(tag, {
    ...attributes,
    innerHTML: `<template${when ? ` data-sk-when="${when}"` : ""}>${html}</template>${otherwise}`,
  });

export const createApp = () =>
  createSSRApp({
    setup() {
      const count = ref(0);
      const away = ref(false);
      const shop = () =>
        h("main", { id: "shop" }, [
          host("section", { "data-sk-slot": "hero" }, hero, always, `<h2>Hero ${count.value}</h2>`),
          host("ul", { "data-sk-slot": "lines" }, line, always, `<li>Line ${count.value}</li>`),
          h("p", { id: "hidden", "data-sk-when": never }, `For nobody ${count.value}`),
          h("p", { id: "greeting", "data-sk-text": greeting }, "Welcome"),
          h("h3", { id: "mixed", "data-sk-text": greeting }, ["Wel", h("b", `come ${count.value}`)]),
          h("a", { id: "link", href: "#here", "data-sk-text": greeting }, "Hi"),
          host("div", { "data-sk-rail": "recently-viewed" }, card, "", `<p>Nothing yet ${count.value}</p>`),
          h("section", { id: "promo" }, [h("p", `Promo ${count.value}`)]),
          h("ul", { id: "promo-list" }, [h("li", `Promo ${count.value}`)]),
          h("section", { id: "note" }, [h("p", `Note ${count.value}`)]),
          h("ol", { id: "note-list" }, [h("li", `Note ${count.value}`)]),
          h("div", { "data-sk-product": mug }, [h("button", { id: "wish", "data-sk-wish": "" }, "Wish")]),
        ]);
      return () =>
        h("div", [
          h("button", { id: "count", onClick: () => count.value++ }, `Count ${count.value}`),
          h("button", { id: "route", onClick: () => (away.value = !away.value) }, "Route"),
          h("input", { id: "field", "aria-label": "Field" }),
          away.value ? h("p", { id: "away" }, "Elsewhere") : shop(),
        ]);
    },
  });
