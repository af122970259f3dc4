import type { LoadTimeZones } from "@shopkeeper/browser";

/** Imports a module by its whole address. */
export function importModule(address: string): ReturnType<LoadTimeZones>;
