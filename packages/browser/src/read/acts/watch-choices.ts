import { listen, targetOf } from "../../dom/elements.ts";
import type { Undo } from "../../dom/undo.ts";
import type { ActWorld } from "../platform/platform.ts";

const withoutHash = (url: string): string => url.split("#")[0]!;

/** Hears which product of a list is chosen: the link to it is clicked, also into a new tab. */
export function watchChoices({ document, page, tell }: ActWorld): Undo {
  return listen(document, "click auxclick", (event) => {
    const link = targetOf(event, "a[href]") as HTMLAnchorElement | undefined;
    // The right button opens a menu.
    if (!link || (event as MouseEvent).button == 2) return;
    const { category, items } = page();
    const index = items?.findIndex(({ url }) => url && withoutHash(url) == withoutHash(link.href)) ?? -1;
    if (index < 0) return;
    const item_list_name = category && { item_list_name: category };
    tell("select_item", { ...item_list_name, items: [{ ...items![index], index }] }, "page");
  });
}
