import { nearest } from "@shopkeeper/engine";
import type { Path } from "../json.ts";
import { TYPES } from "../vocabulary.ts";
import type { World, Written } from "../world.ts";

/** Reports keys that there are not, and values that are not what their key wants. */
export function checkKeys(
  { report, configuration }: World,
  value: Written,
  keys: Record<string, keyof typeof TYPES>,
  path: Path = [],
): void {
  for (const [key, given] of Object.entries(value)) {
    // An option that was not given, of a configuration that a script has made.
    if (given === undefined) continue;
    const spot = configuration!.spot([...path, key]);
    const type = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (type) {
      const [isRight, words] = TYPES[type];
      if (!isRight(given))
        report("wrong-value", spot, `"${key}" is not what it should be.`, `Write ${words}.`);
      continue;
    }
    const meant = nearest(key, Object.keys(keys));
    report(
      "unknown-key",
      spot,
      `There is no "${key}" ${path.length ? `in ${path[0]}` : "in a configuration"}.`,
      meant ? `Did you mean "${meant}"?` : `There are: ${Object.keys(keys).join(", ")}.`,
    );
  }
}
