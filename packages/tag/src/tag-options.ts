import { readyMade, type Options } from "@shopkeeper/browser";
import type { Configuration } from "@shopkeeper/engine";

type Attribute = (name: string) => string | null;

/** What a shop's configuration and the attributes of the tag say together; attributes go over the file. */
export function tagOptions(
  attribute: Attribute,
  configuration: Partial<Configuration>,
  report: (error: Error) => void,
  search = "",
): Options {
  const experiences: NonNullable<Options["experiences"]> = [...(configuration.experiences ?? [])];
  for (const name of (attribute("data-experiences") ?? "").split(/[\s,]+/)) {
    if (!name) continue;
    try {
      experiences.push(readyMade(name, (option) => attribute(`data-${name}-${option}`) ?? undefined));
    } catch (error) {
      report(error as Error);
    }
  }
  const options: Options = { ...configuration, experiences };
  const consent = attribute("data-consent");
  if (consent) options.consent = consent as Options["consent"];
  if (attribute("data-inspect") !== null || /[?&]sk-inspect\b/.test(search)) options.inspect = true;
  for (const key of ["locale", "currency", "country"] as const) {
    const given = attribute(`data-${key}`);
    if (given) options[key] = given;
  }
  return options;
}
