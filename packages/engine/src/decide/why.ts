import { decide, type Decision, type Knowledge, type Situation } from "./decide.ts";
import type { Experience } from "./experience.ts";
import { askRules, type Rule } from "./rules.ts";

/** Why an experience is shown or not. */
export interface Trace extends Decision {
  /** Every rule that was there to be asked, in their order. */
  rules: Rule[];
}

/** Decides once more, and tells of one experience each rule with what it looked at; `undefined` where there is no such one. */
export function why(
  id: string,
  experiences: Experience[],
  situation: Situation,
  knowledge: Knowledge,
): Trace | undefined {
  let trace: Trace | undefined;
  decide(experiences, situation, knowledge, (decision, at, scene) => {
    if (decision.id !== id) return;
    const rules: Rule[] = [];
    trace = { ...decision, rules };
    // What is none, and what is endless, JSON has no other word for.
    const plain = <Type>(value: Type) => (value === Infinity ? null : (value ?? null)) as NonNullable<Type>;
    askRules(at, scene, (rule, holds, what, value, operator, wanted, unit) => {
      const told: Rule = { rule, holds, what, value: plain(value), operator, wanted: plain(wanted) };
      rules.push(unit ? { ...told, unit } : told);
    });
  });
  return trace;
}
