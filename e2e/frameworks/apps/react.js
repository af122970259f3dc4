import { createElement as h, useState } from "react";
import { always, card, greeting, hero, line, mug, never } from "./markup.js";

const template = (html, attributes) =>
  h("template", { ...attributes, dangerouslySetInnerHTML: { __html: html } });

function Shop({ count }) {
  return h(
    "main",
    { id: "shop" },
    h(
      "section",
      { "data-sk-slot": "hero" },
      template(hero, { "data-sk-when": always }),
      h("h2", null, "Hero ", count),
    ),
    h(
      "ul",
      { "data-sk-slot": "lines" },
      template(line, { "data-sk-when": always }),
      h("li", null, "Line ", count),
    ),
    h("p", { id: "hidden", "data-sk-when": never }, "For nobody ", count),
    h("p", { id: "greeting", "data-sk-text": greeting }, "Welcome"),
    h("h3", { id: "mixed", "data-sk-text": greeting }, "Wel", h("b", null, "come ", count)),
    h("a", { id: "link", href: "#here", "data-sk-text": greeting }, "Hi"),
    h("div", { "data-sk-rail": "recently-viewed" }, template(card), h("p", null, "Nothing yet ", count)),
    h("section", { id: "promo" }, h("p", null, "Promo ", count)),
    h("ul", { id: "promo-list" }, h("li", null, "Promo ", count)),
    h("section", { id: "note" }, h("p", null, "Note ", count)),
    h("ol", { id: "note-list" }, h("li", null, "Note ", count)),
    h("div", { "data-sk-product": mug }, h("button", { id: "wish", "data-sk-wish": "" }, "Wish")),
  );
}

export function App() {
  const [count, setCount] = useState(0);
  const [away, setAway] = useState(false);
  return h(
    "div",
    null,
    h("button", { id: "count", onClick: () => setCount(count + 1) }, `Count ${count}`),
    h("button", { id: "route", onClick: () => setAway(!away) }, "Route"),
    h("input", { id: "field", "aria-label": "Field" }),
    away ? h("p", { id: "away" }, "Elsewhere") : h(Shop, { count }),
  );
}
