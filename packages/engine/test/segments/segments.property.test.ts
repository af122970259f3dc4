import * as fc from "fast-check";
import { describe, test } from "vitest";
import { patience, runs } from "../runs.ts";
import { neighbourly, orderly, wild, type Action } from "./actions.ts";
import { few, many, readable, single, watched } from "./any-expression.ts";
import { play, type Play } from "./play.ts";

const segments = fc.oneof(
  { weight: 12, arbitrary: watched },
  { weight: 4, arbitrary: few },
  { weight: 1, arbitrary: many },
);
const later = fc.array(single, { maxLength: 3 });

const holds = (actions: fc.Arbitrary<Action[]>, mayTurnCold: Play["mayTurnCold"], share: number): void =>
  fc.assert(
    fc.property(segments.map(readable), later.map(readable), actions, (segments, later, actions) =>
      play({ segments, later, actions, mayTurnCold }),
    ),
    runs(share),
  );

describe("what is kept gives the answers that the whole history gives", () => {
  test(
    "in the ordinary course, without ever reading the history again",
    () => holds(orderly, "nothing", 0.4),
    patience(90_000),
  );

  test(
    "with events of other tabs that come a little late, without reading it again but for `after`",
    () => holds(neighbourly, "after", 0.2),
    patience(90_000),
  );

  test("whatever the order, the clock and the visits", () => holds(wild, "anything", 0.4), patience(90_000));
});
