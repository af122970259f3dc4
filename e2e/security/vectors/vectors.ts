import { addresses } from "./addresses.ts";
import { gone } from "./gone.ts";
import { handlers } from "./handlers.ts";
import { scripts } from "./scripts.ts";
import { beacon, type Sink } from "./vector.ts";

export interface NumberedVector {
  id: number;
  family: string;
  sink: Sink;
  text: string;
}

const written = (text: string, id: number): string =>
  text
    // `%0a` and `%74` are bytes of an address.
    .replace(/%(?![\dA-F]{2})/g, beacon(id))
    .replace(/#(?!x|default)/g, (sign, at: number, all: string) => (all[at - 1] === "&" ? sign : `${id}`))
    .replace("{base64}", btoa(`<script>parent.postMessage(${id},'*')</script>`))
    .replace("{program}", btoa(beacon(id)));

/** Every vector with its number, which its beacon tells when it runs. */
export const vectors: NumberedVector[] = [...handlers, ...addresses, ...scripts, ...gone].map(
  (vector, id) => ({
    ...vector,
    id,
    text: written(vector.text, id),
  }),
);

/** Those that run on the control page. */
export const live = vectors.filter(({ sink }) => sink !== "gone");
