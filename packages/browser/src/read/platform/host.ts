import { guarded } from "../guarded.ts";
import { baseOf } from "../query.ts";

/** What a platform's scripts have left in the page; nothing where a page is read without a browser. */
export const host = globalThis as Record<string, unknown>;

/** What relative addresses in it are resolved on. */
export const baseNow = (): string | undefined => guarded(() => baseOf(document))();
