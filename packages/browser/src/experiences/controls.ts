import type { Item } from "@shopkeeper/engine";
import { create, listen } from "../dom/elements.ts";
import { fieldOf } from "../render/card.ts";
import { safeAddress } from "../render/safe-address.ts";

// What stands below the texts of a message or a pop-up and is no text. It inherits font and colours, `--b` and `--c` from
// the overlay around it; `--sk-…` and `shopkeeper-controls::part()` change the rest.
const STYLES = `:host{display:block;margin-top:8px}
*{box-sizing:border-box;margin:0;font:inherit;letter-spacing:inherit}
[part=items]{display:flex;flex-wrap:wrap;gap:8px 16px;padding:0;list-style:none}
[part=item]{display:flex;gap:8px;align-items:center;min-height:44px;color:inherit}
img{width:40px;height:40px;object-fit:cover;border-radius:calc(var(--sk-radius,16px)/4);background:#8882}
progress{display:block;width:100%;height:8px;margin-top:8px;accent-color:var(--sk-accent,auto)}
[part=form]{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end}
[part=field]{flex:1 1 180px;display:grid;gap:4px;min-width:0;padding:0;border:0}
[part=label]{font-size:.875em}
input:not([type=checkbox]),select{width:100%;min-height:44px;padding:8px 12px;border:1px solid #888;border-radius:calc(var(--sk-radius,16px)/2);background:var(--sk-background,var(--b,none));color:inherit}
[part=choices]{display:flex;flex-wrap:wrap;gap:0 16px}
[part=choice]{display:inline-flex;gap:8px;align-items:center;min-height:44px}
input[type=checkbox]{width:20px;height:20px;accent-color:var(--sk-accent,auto)}
button{min-height:44px;padding:9px 20px;border:1px solid;border-radius:calc(var(--sk-radius,16px)/2);background:none;color:inherit;font-weight:600;cursor:pointer}
[part=primary]{background:var(--sk-accent,var(--c,none));color:var(--sk-accent-color,var(--b,inherit))}
[part=answers]{display:grid;gap:12px;margin-top:12px;max-height:40vh;overflow:auto}
[part=question]{font-weight:600}
[part=status]:not(:empty){margin-top:8px}
[part=buttons]{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
[hidden]{display:none}`;

let sheet: CSSStyleSheet | undefined;

/** An element for controls of ours, in a shadow root where the shop's styles do not reach. */
export function controls(...children: Node[]): HTMLElement {
  const host = create("shopkeeper-controls");
  const root = host.attachShadow({ mode: "open" });
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  root.append(...children);
  return host;
}

/** Says what the shopper has done with an experience, and takes it away. */
export function finish(host: Element, act: "convert" | "dismiss"): void {
  const control = create("button", { "data-sk-do": act, hidden: "" });
  host.shadowRoot!.append(control);
  control.click();
}

/** Products with picture, name and link; one without a name is left out. */
export const itemList = (items: Item[]): HTMLElement =>
  create(
    "ul",
    { part: "items", role: "list" },
    ...items.flatMap((item) => {
      const name = fieldOf(item, "name");
      const [src, href] = [safeAddress(item.image), safeAddress(item.url)];
      if (typeof name !== "string") return [];
      const picture = src
        ? [create("img", { src, alt: "", width: "40", height: "40", decoding: "async" })]
        : [];
      return [create("li", {}, create(href ? "a" : "span", { part: "item", href }, ...picture, name))];
    }),
  );

/** A button; what it does is no request of a form. */
export function button(text: string, part: "primary" | "button", act: () => void): HTMLButtonElement {
  const made = create("button", { part, type: "button" }, text);
  listen(made, "click", act);
  return made;
}
