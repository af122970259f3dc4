// DOMPurify, for browsers without `Element.setHTML` (Safari; Chrome before 146, Firefox before 148). It is larger than
// all that shows something, so that it is a part by itself.
import DOMPurify from "dompurify";

interface Policies {
  createPolicy(name: string, rules: Record<string, (text: string) => string>): object;
}

let policy: object | undefined;

/**
 * Makes a fragment of HTML without anything that runs.
 *
 * A page that requires Trusted Types has to allow a policy of the name `shopkeeper`, for DOMPurify has the browser
 * parse a text: `trusted-types shopkeeper`. With `trusted-types 'none'` only `setHTML` can do it.
 *
 * @throws Where the page allows no such policy.
 */
export function purify(html: string): DocumentFragment {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  try {
    // One of DOMPurify's own would be asked for in vain, and the text handed to the browser nevertheless.
    policy ??= trustedTypes?.createPolicy("shopkeeper", {
      createHTML: (text) => text,
      createScriptURL: (text) => text,
    });
  } catch {
    throw new Error(
      "content.html needs a browser with setHTML, or `trusted-types shopkeeper` in the page's policy, or a <template>",
    );
  }
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ...(policy ? { TRUSTED_TYPES_POLICY: policy as never } : {}),
  });
}
