import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the measurements. */
export const bench = dirname(dirname(fileURLToPath(import.meta.url)));

/** The root of the project. */
export const root = dirname(bench);
