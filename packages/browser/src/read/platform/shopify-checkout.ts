import type { Undo } from "../../dom/undo.ts";
import { CHECKOUT } from "../../dom/notes.ts";
import { cleanParameters, fieldsOf, listOf } from "../clean-item.ts";
import { listen } from "../../dom/elements.ts";
import { guarded } from "../guarded.ts";
import { parseJson } from "../parse-json.ts";
import type { ActWorld } from "./platform.ts";

/** Tells what the pixel has left, as soon as it is there, and takes it away: what was bought may be told by one page only. */
export function takeCheckoutNotes(world: ActWorld): Undo {
  const take = guarded(() => {
    // Until something may be kept, the note waits: it is one itself.
    if (!world.keeps()) return;
    const text = localStorage.getItem(CHECKOUT);
    if (!text) return;
    localStorage.removeItem(CHECKOUT);
    for (const { name, at, parameters } of listOf(parseJson(text)).slice(-20)) {
      if (!/^(begin_checkout|purchase)$/.test(name)) continue;
      const clean = cleanParameters(fieldsOf(parameters), world.document.baseURI);
      world.tell(name, clean, "platform:shopify", Math.min(Number(at) || Date.now(), Date.now()));
    }
  });
  take();
  return listen(window, "storage pageshow", take);
}
