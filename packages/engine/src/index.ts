export type { ShopEvent, Item } from "./event.ts";
export type { CatalogueItem } from "./catalogue.ts";
export type { Page, PageType } from "./page.ts";
export type * from "./configuration.ts";
export { createEngine, type Context, type Engine } from "./engine.ts";
export { HOLDOUT, type Experiments } from "./experiment/experiments.ts";
export { parseExperience, type Experience } from "./decide/experience.ts";
export type { Cap } from "./decide/cap.ts";
export type { Decision, Reason, Situation } from "./decide/decide.ts";
export type { Rule } from "./decide/rules.ts";
export type { Trace } from "./decide/why.ts";
export type { Trigger, TriggerName } from "./decide/trigger.ts";
export type { RecommendOptions } from "./recommend/recommend.ts";
export { CHECK, checkOf } from "./recommend/format/check.ts";
export { decodeShard, type Row, type Shard } from "./recommend/format/decode-shard.ts";
export * from "./recommend/format/manifest.ts";
export { fingerprintOf, shardOf } from "./recommend/format/place.ts";
export { byContent, type ByContent } from "./recommend/by-content.ts";
export { suggest } from "./recommend/suggest.ts";
export type * from "./recommend/suggest-world.ts";
export { wordsOf } from "./recommend/words-of.ts";
export { addUp, scoreBasket, scoreViews, type Scored } from "./recommend/score.ts";
export { toJson } from "./to-json.ts";
export { parseDuration } from "./duration.ts";
export { nearest } from "./nearest.ts";
export { check, checkSegments, type CheckError, type CheckOptions } from "./check.ts";
export { checkRfm } from "./check-rfm.ts";
export { replay, type Probe, type Replay } from "./replay.ts";
export type { Asking } from "./segment/asking.ts";
export {
  createSegments,
  type Condition,
  type SegmentError,
  type SegmentOptions,
  type Segments,
} from "./segment/segments.ts";
export { explain, type ExplainOptions } from "./explain/explain.ts";
export { describe, type DescribeOptions } from "./explain/describe.ts";
export type { Explanation, Part, Plain, Side } from "./explain/explanation.ts";
export type { Missing } from "./explain/missing.ts";
export { readJourneys, type Journey } from "./journey/read-journeys.ts";
export { advance, type Move } from "./journey/advance.ts";
export { drawJourney } from "./journey/draw-journey.ts";
export { eventOf as journeyEvent } from "./journey/in-step.ts";
export type { Outcome, HandedOver } from "./outcome/outcome.ts";
export { outcomeOf, isOutcome, type Sender } from "./outcome/outcome.ts";
export { parseGoal, type Goal } from "./outcome/goal.ts";
export { createConversions, type Conversion, type Conversions, type Exposed } from "./outcome/conversions.ts";
export { countOutcomes, type OutcomeCount } from "./outcome/count-outcomes.ts";
export { parseHandOver, type HandOver } from "./outcome/hand-over.ts";
export { occasionsOf, type Occasion } from "./outcome/occasions.ts";
export type * from "./predict/predictions.ts";
export { hypergeometric } from "./predict/hypergeometric.ts";
export { aliveChance, expectedOrders, logOfHistory, silenceChance } from "./predict/pareto-nbd.ts";
export { expectedOrderValue } from "./predict/gamma-gamma.ts";
export { calibrated } from "./predict/calibrated.ts";
export { rfmScore } from "./predict/rfm-score.ts";
export { intentOf, saidOf } from "./predict/intent.ts";
export { signsInEvents, type VisitMoment } from "./predict/signs-in-events.ts";
export { createPredict } from "./predict/create-predict.ts";
export type { Predict } from "./profile/facts.ts";
