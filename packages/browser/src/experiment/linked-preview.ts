import { attempt } from "../remember/attempt.ts";

/** Where the preview of this tab is kept. */
export const PREVIEW = "shopkeeper.preview";

/**
 * What a preview link says in this tab: behind the `#`, which no server, referrer or index of a search engine ever gets.
 * It begins with the shop's own word. Everything else the part `preview` tells.
 */
export const linkedPreview = (): string | null | undefined =>
  /[#&]sk-preview=([^&]*)/.exec(location.hash)?.[1] ?? attempt(() => sessionStorage.getItem(PREVIEW));
