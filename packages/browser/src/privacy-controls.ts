import type { Shopkeeper } from "./api.ts";
import type { Consent } from "./remember/consent.ts";
import { watchControls, type Control } from "./render/do.ts";
import type { Undo } from "./dom/undo.ts";
import { ownDocument } from "./dom/own-document.ts";

/** Gives the shopper a file with all that is stored. */
async function download(shop: Shopkeeper): Promise<void> {
  const text = JSON.stringify(await shop.exportData(), null, 2);
  const link = ownDocument.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "shopkeeper.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Does what the shopper asks for by `data-sk-do`: it is their own word, so it is remembered here. */
export function watchPrivacyControls(
  shop: Shopkeeper,
  consent: Consent,
  guarded: <Given extends unknown[]>(act: (...given: Given) => void) => (...given: Given) => void,
): Undo {
  const acts: Partial<Record<Control, () => void>> = {
    grant: () => consent.choose("granted"),
    deny: () => consent.choose("denied"),
    pause: () => consent.choose(consent.paused ? undefined : "paused"),
    forget: () => void shop.forget(),
    export: () => void download(shop),
  };
  return watchControls(guarded((control) => acts[control]?.()));
}
