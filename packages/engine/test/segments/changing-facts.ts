import { FACTS } from "./any-expression.ts";

/** From a moment on, a fact begins at a value. */
interface Piece {
  at: number;
  value: unknown;
}

/** Facts that grow, shrink and become others, each a function of time alone until something happens. */
export interface ChangingFacts {
  /** Something happens: from now on the fact is this, and at a later moment something else by itself. */
  learn(name: string, now: Piece, later?: Piece): void;
  value(name: string, now: number): unknown;
  /** When it is to be another by itself. */
  until(name: string, now: number): number;
}

export function createFacts(): ChangingFacts {
  const known = new Map<string, { now: Piece; later?: Piece | undefined }>();
  return {
    learn: (name, now, later) => known.set(name, { now, later }),
    value(name, now) {
      const fact = known.get(name);
      if (!fact) return undefined;
      const { at, value } = fact.later && now >= fact.later.at ? fact.later : fact.now;
      const pace = FACTS[name] ?? 0;
      if (typeof value === "number") {
        const then = value + pace * (now - at);
        // What shrinks comes to rest at 0.
        return pace < 0 ? Math.max(0, then) : then;
      }
      // Whoever asks gets a list of its own, as if it had just been read.
      return Array.isArray(value) ? [...value] : value;
    },
    until(name, now) {
      const at = known.get(name)?.later?.at ?? Infinity;
      return at > now ? at : Infinity;
    },
  };
}
