import * as fc from "fast-check";
import { EVENTS, FACTS } from "./any-expression.ts";

/** Something that happens; `late` and `back` are milliseconds before the clock. */
export type Action =
  | { do: "take"; event: Parameters; late: number; visits: number }
  | { do: "wait"; ms: number }
  /** To the next flip, or a millisecond beside it. */
  | { do: "leap"; by: number }
  | { do: "visit" }
  /** `meanwhile` something happens, and the same is asked again; `cold` leaves what is cold as it is. */
  | {
      do: "ask";
      back: number;
      visits: number;
      meanwhile?: Parameters | undefined;
      cold: boolean;
      between: number;
    }
  | { do: "learn"; name: string; value: unknown; later?: { in: number; value: unknown } | undefined }
  | { do: "enroll"; variation: string | undefined }
  /** One of the conditions that come later. */
  | { do: "compile"; which: number }
  | { do: "save" }
  /** Another page, with the first so many of the segments. */
  | { do: "reload"; segments: number };

export type Parameters = Record<string, unknown> & { name: string };

const value = fc.constantFrom<unknown>("Prada", "GUCCI ", "7", 7, 3, 0.1, 0.2, true, false, null, NaN, {}, [
  "S",
  7,
  null,
]);

// So few that two are often as strong as one another.
const brand = fc.oneof(fc.constantFrom("Prada", "GUCCI ", "gucci"), value);
const fields = { price: value, quantity: value, brand, tags: brand, on_sale: value };

const item = fc.record({ ...fields, name: value }, { requiredKeys: [], noNullPrototype: true });

const event: fc.Arbitrary<Parameters> = fc
  .record({
    name: fc.constantFrom(...EVENTS),
    own: fc.record({ ...fields, revenue: value }, { requiredKeys: [], noNullPrototype: true }),
    items: fc.option(fc.array(item, { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ name, own, items }) => ({ ...own, name, ...(items && { items }) }));

const times = fc.constantFrom(0, 1, 999, 1000, 4000, 5000, 9999, 10_000, 20_000, 45_000);
const variation = fc.constantFrom(undefined, "gucci", "Prada");

const learn = fc.constantFrom(...Object.keys(FACTS)).chain((name) => {
  const any = FACTS[name] ? fc.oneof(times, value) : value;
  const later =
    FACTS[name] === undefined
      ? fc.constant(undefined)
      : fc.option(fc.record({ in: times.map((ms) => ms + 1), value: any }), { nil: undefined });
  return fc.record({ do: fc.constant("learn" as const), name: fc.constant(name), value: any, later });
});

/** Actions of which the two kinds that make the regime are given. */
const actions = (
  take: fc.Arbitrary<Action>,
  asked: fc.Arbitrary<{ back: number; visits: number }>,
): fc.Arbitrary<Action[]> =>
  fc.array(
    fc.oneof(
      { weight: 12, arbitrary: take },
      { weight: 6, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: times }) },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant("leap" as const), by: fc.constantFrom(-1, 0, 0, 1) }),
      },
      {
        weight: 8,
        arbitrary: fc
          .tuple(
            asked,
            fc.option(event, { nil: undefined, freq: 1 }),
            fc.boolean(),
            fc.double({ min: 0, max: 1, noNaN: true }),
          )
          .map(([asked, meanwhile, cold, between]): Action => ({
            do: "ask",
            ...asked,
            meanwhile,
            cold,
            between,
          })),
      },
      { weight: 3, arbitrary: learn },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("enroll" as const), variation }) },
      { weight: 2, arbitrary: fc.constant<Action>({ do: "visit" }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("compile" as const), which: fc.nat(2) }) },
      { weight: 4, arbitrary: fc.constant<Action>({ do: "save" }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("reload" as const), segments: fc.nat() }) },
    ),
    { minLength: 1, maxLength: 40, size: "max" },
  );

const taken = (late: fc.Arbitrary<number>, visits: fc.Arbitrary<number>): fc.Arbitrary<Action> =>
  fc.record({ do: fc.constant("take" as const), event, late, visits });

const none = fc.constant(0);
const now = fc.record({ back: none, visits: none });

/** As it is with one tab and a clock that goes well. */
export const orderly = actions(taken(none, none), now);

/** With other tabs, whose events come up to some seconds after they happened. */
export const neighbourly = actions(taken(fc.constantFrom(0, 0, 0, 1, 200, 1000, 3000), none), now);

/** Anything: other tabs, clocks that jump, visits out of order. */
export const wild = actions(
  taken(
    fc.constantFrom(0, 0, 0, 1, 5000, 15_000, 60_000, -1, -3000, -30_000),
    fc.constantFrom(0, 0, 0, 1, -1),
  ),
  fc.record({
    back: fc.constantFrom(0, 0, 0, 1, 8000, 11_000, 70_000, -5000),
    visits: fc.constantFrom(0, 0, 0, 1),
  }),
);
