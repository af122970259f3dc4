import { html } from "./html.mjs";
import { layout } from "./layout.mjs";

/** The page where a shopper looks what the shop remembers. The panel is Shopkeeper's; what stands in it is for who comes without. */
export const privacy = () =>
  layout({
    kind: "privacy",
    title: "About your data — Halvø",
    description: "What this browser remembers of your visits, and how to have it forgotten.",
    content: html`
      <section class="band page-head">
        <h1>About your data</h1>
        <p class="lede">What you did here, as this browser remembers it. Take out what you like.</p>
      </section>
      <section class="band data" aria-labelledby="remembered">
        <h2 id="remembered">What we remember</h2>
        <div data-sk-privacy>
          <p>
            Nothing that could be shown here: either your browser does not run our scripts, or it could not
            load this part of the page.
          </p>
        </div>
      </section>
    `,
  });
