import { listen } from "../dom/elements.ts";
import { outsideZone } from "../dom/outside-zone.ts";
import { undoAll, type Undo } from "../dom/undo.ts";
import type { LoadPart } from "../parts.ts";
import type { Early } from "./acts/watch-cart-acts.ts";
import { guarded } from "./guarded.ts";
import type { ActWorld } from "./platform/platform.ts";
import { isPlatformHere, PLATFORMS } from "./platform/platforms-here.ts";

/**
 * Has what the shopper does heard by what is loaded for it: the watcher of carts, and the adapters of the platforms that are
 * there. What is clicked before they have come is kept for them.
 *
 * @returns To be called when a page has been read, until there is a shop to watch. And the undo.
 */
export function watchActs(world: ActWorld, load: LoadPart | undefined): [look: () => void, undo: Undo] {
  let early: Early[] | undefined = [];
  const undos: Undo[] = [];
  const forget = listen(world.document, "click submit", (event) => {
    if (early!.length < 9) early!.push([event, event.composedPath()]);
  });
  let stopped = false;
  let isBegun = !load;
  if (!load) forget();
  const look = (): void => {
    const names = PLATFORMS.filter((name) => isPlatformHere(name, world.document));
    // A page of no kind that shops have needs nothing.
    if (isBegun || (!names[0] && world.page().type == "other")) return;
    isBegun = true;
    Promise.all([load!("cart-acts"), ...names.map((name) => load!(name))]).then(
      guarded(([{ watchCartActs }, ...platforms]) => {
        forget();
        if (!stopped)
          undos.push(
            watchCartActs(
              world,
              platforms.map(({ platform }) => platform),
              early!,
            ),
          );
        early = undefined;
      }),
      // A page that is left while they come has no use for them, and nothing is wrong with that.
      (error: Error) =>
        outsideZone(() =>
          setTimeout(() => console.warn("[shopkeeper] acts on the cart:", error.message), 2000),
        ),
    );
  };
  return [
    guarded(look),
    () => {
      stopped = true;
      forget();
      undoAll(undos)();
    },
  ];
}
