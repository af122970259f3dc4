import { createElement as h } from "react";
import { App } from "./react.js";

/** A document that React renders as a whole, with scripts where Next's app router has them. */
export const Document = ({ tag }) =>
  h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("title", null, "Shop"),
      h("link", { rel: "icon", href: "data:," }),
      h("script", { type: "module", src: "/_next/static/document.js" }),
      tag ? h("script", { src: "/shopkeeper.js", "data-consent": "granted" }) : null,
    ),
    h("body", null, h(App)),
  );
