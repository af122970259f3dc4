import { parseJson } from "../parse-json.ts";
import { queryAll } from "../query.ts";
import type { Dialect } from "./reading.ts";
import { readSchemaOrg } from "./schema-org.ts";

/** schema.org's words in `<script type="application/ld+json">`. */
export const readJsonLd: Dialect = (sight) =>
  readSchemaOrg(
    queryAll(sight.document, 'script[type*="ld+json" i]').map(({ textContent }) => parseJson(textContent)),
    sight,
  );
