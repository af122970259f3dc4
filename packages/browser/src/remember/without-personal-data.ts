/** Never kept, whatever it is; but `email_opt_in: true` is. */
const SECRET = /e.?mail|passw|pwd|secret|token|session|auth(?!or(?!i))|cvc|iban|user_data|phone(_?n|$)/i;
/** A number of the shopper's own, or their own words: a long number in them is no product's. */
const OWN = /^search_term$|phone|mobil|tel|card/i;
/** Made by machines, and looking like secrets and phone numbers: ids, article numbers, addresses of products and pictures, names of variations. */
const MADE = /(id|sku|gtin|mpn|ean)$|^(url|image|variation)$/i;

/** Of a query, what tells the campaign, which product it is, or which picture of what size. */
const KEPT = /^((utm_\w+|url|\w*sku|(product_?|image_?|p)?id|product|variant)=|[hpqvw]=\d+$)/i;

// What repeats is bounded, or cannot begin anew within itself: the time taken grows with the length of a text and no faster.
/** But `mug@2x.png` is a picture. */
const EMAIL = /[^\s/=@]{1,64}(?:@|%40)(?!\dx)[^\s/@%]{1,99}\.[a-z]{2,}/gi;
/** JSON web tokens, runs of letters and digits, runs of digits. */
const SUSPECT = /eyJ[\w.-]{20,}|[a-z\d]{16,}|[+(]*\b\d(?:[ ./()-]{0,2}\d){8,}/gi;
/** Of most texts nothing more is asked. */
const QUICK = /[@%]|[a-z\d]{16}|\d[\d ./()-]{7}/i;
/** A secret changes between small letters, capitals and digits all the time; words and article numbers seldom do. */
const CHANGE = /[a-z][A-Z\d]|[A-Z]\d|\d[A-Za-z]/g;
/** A phone number without its country: American, or with a zero before the town. */
const HOME = /^\(?[2-9]\d\d\)?[ .-]+\d{3}[ .-]\d{4}$|^\(?0\d+[ )-]/;
const CARD = /\b(?:[4-6]\d|2[2-7]|3[457])\d\d([ -]?)(?:\d{6}\1\d{5}|\d{4}\1\d{4}\1\d{4})\b/;

/** Whether the check digit is that of a card: https://en.wikipedia.org/wiki/Luhn_algorithm */
const isCard = (card: string): boolean =>
  [...card.replace(/\D/g, "")].reduceRight(
    (sum, digit, index, { length }) => sum + +((length - index) % 2 ? digit : "0246813579"[+digit]!),
    0,
  ) %
    10 ==
  0;

/** A text with `*` for what is personal in it. */
const mask = (text: string, made?: boolean): string =>
  (/@|%40/.test(text) ? text.replace(EMAIL, "*") : text).replace(SUSPECT, (found) => {
    const [card] = CARD.exec(found) ?? [];
    return (card && isCard(card)) ||
      /^\+|^eyJ/.test(found) ||
      (!made && (HOME.test(found) || (/\d/.test(found) && found.match(CHANGE)?.[3])))
      ? "*"
      : found;
  });

/** An address without its credentials, its fragment, and what is not known of its query; another word as it is. */
const cutAddress = (word: string): string => {
  const [, place = "", query = ""] = /^([^?#;]*)[^?#]*\??([^#]*)/.exec(word)!;
  const kept = query.split("&").filter((each) => KEPT.test(each));
  return /:\/\/|^\/|\.\w+\//.test(place)
    ? place.replace(/\/\/[^/]*@/, "//") + (kept[0] ? `?${kept.join("&")}` : "")
    : word;
};

/** The same with addresses cut. Where something personal, or an address with a query, is encoded, nothing is left. */
const hide = (text: string, made?: boolean): string => {
  const cut = /[?#;@]/.test(text) ? text.replace(/\S+/g, cutAddress) : text;
  if (!QUICK.test(cut)) return cut;
  const hidden = mask(cut, made);
  const plain = unescape(hidden);
  return plain == hidden || (mask(plain, made) == plain && !/%3f[^%]*%3d/i.test(hidden)) ? hidden : "*";
};

let warned: unknown;

/**
 * A copy of plain data as it may be stored: without e-mail addresses, phone and card numbers, tokens, passwords, and without
 * the queries of addresses but for what names a campaign or a product. Keys are looked at too.
 *
 * A parameter is left out that is nothing but personal, or called so: a password looks like any word. In a longer text,
 * or an address, `*` stands for it. The first that is left out is named in the console, once a page.
 *
 * @param typed All of it is the shopper's own words.
 * @example withoutPersonalData({ email: "ada@example.com", note: "for ada@example.com", url: "/mug?id=4&key=x" })
 *   // { note: "for *", url: "/mug?id=4" }
 */
export const withoutPersonalData = <Data>(data: Data, typed?: boolean): Data =>
  JSON.parse(
    JSON.stringify(data, function (this: Record<string, unknown>, name: string) {
      // Not what a `toJSON` makes of it: Prototype.js up to 1.6 makes a text of every array.
      const value = this[name];
      if (value == null || value === !!value) return value;
      const isText = typeof value == "string";
      const text = `${value}`;
      const own = typed || OWN.test(name);
      const hidden = hide(text, !own && MADE.test(name));
      if (
        SECRET.test(name) ||
        hide(name) != name ||
        (!(value instanceof Object) &&
          ((hidden != text && !(isText && /[^*\s.]/.test(hidden))) ||
            (own && /(\d[ ()]{0,2}){8}/.test(text))))
      ) {
        warned ||= [console.warn(`[shopkeeper] not kept, for it is personal: ${hide(name)}`)];
        return undefined;
      }
      return name == "profile" && !typed ? withoutPersonalData(value, true) : isText ? hidden : value;
    }),
  );
