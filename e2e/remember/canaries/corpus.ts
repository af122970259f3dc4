import { createHash } from "node:crypto";

/** What must never be kept, in the forms that it comes in. */
export const KINDS = ["email", "encoded", "phone", "card", "hex", "secret", "jwt", "address"] as const;
export type Kind =
  | (typeof KINDS)[number]
  /** Known by the name of its parameter, or by where it is typed, only. */
  | "words"
  /** The same, as it may stand in an address. */
  | "word";

/** A text that no two ways into the browser share, so that one that is found names the way it came. */
export interface Canary {
  input: string;
  kind: Kind;
  value: string;
  /** What would be found of it, in small letters. */
  needles: string[];
}

export interface Corpus {
  canaries: Canary[];
  /** The canary of a way in; the same one each time. */
  put(input: string, kind: Kind): string;
}

export function createCorpus(): Corpus {
  const known = new Map<string, Canary>();
  return {
    get canaries() {
      return [...known.values()];
    },
    put(input, kind) {
      const key = `${kind} ${input}`;
      const canary = known.get(key) ?? { input, kind, ...make(kind, known.size + 1) };
      known.set(key, canary);
      return canary.value;
    },
  };
}

/** Random to look at, and the same in every run. */
const hash = (kind: Kind, number: number): Buffer =>
  createHash("sha256").update(`${kind} ${number}`).digest();

function make(kind: Kind, number: number): Pick<Canary, "value" | "needles"> {
  const four = String(number).padStart(4, "0");
  const hex = hash(kind, number).toString("hex");
  const only = (value: string, ...others: string[]) => ({
    value,
    needles: [value, ...others].map((needle) => needle.toLowerCase()),
  });
  switch (kind) {
    case "email":
      return only(`ada.lovelace${four}@mail.example`, `lovelace${four}`);
    case "encoded":
      return only(`grace.hopper${four}%40mail.example`, `hopper${four}`);
    case "phone":
      return only(`+49 170 555 ${four}`, `+49170555${four}`, `49170555${four}`, `555 ${four}`);
    case "card": {
      const card = withCheckDigit(`41111111229${four}`);
      return only(card.replace(/\d{4}(?=\d)/g, "$& "), card, card.replace(/\d{4}(?=\d)/g, "$&-"));
    }
    case "hex":
      return only(hex.slice(0, 40), hex.slice(0, 20));
    case "secret": {
      const secret = `sk_live_${hash(kind, number).toString("base64").replace(/\W/g, "")}`;
      return only(secret, secret.slice(8, 28));
    }
    case "jwt": {
      const part = (data: object) => Buffer.from(JSON.stringify(data)).toString("base64url");
      const claims = part({ sub: `${number}`, jti: hex });
      const signature = hash(kind, number).toString("base64url");
      return only(`${part({ alg: "HS256", typ: "JWT" })}.${claims}.${signature}`, claims, signature);
    }
    case "address":
      return only(
        `https://shop.example/order/done?visitor=nosy${four}&at=x#frag${four}`,
        `nosy${four}`,
        `frag${four}`,
      );
    case "words":
      return only(`Correct Horse ${four} Battery`, `horse ${four}`, `horse%20${four}`, `horse+${four}`);
    case "word":
      return only(`correcthorse${four}battery`, `horse${four}`);
  }
}

function withCheckDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(index % 2 ? digit : "0246813579"[Number(digit)]), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
