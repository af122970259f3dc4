import type { Severity } from "./finding.ts";

/** How bad it is what each rule finds, if nobody says otherwise. What each is about is told in `docs/lint.md`. */
export const RULES = {
  "bad-json": "error",
  "bad-selector": "error",
  "broken-expression": "error",
  "card-without-fields": "warning",
  "circular-segment": "error",
  "configuration-below-tag": "error",
  "dropped-from-template": "warning",
  "duplicate-experience": "error",
  "duplicate-id": "warning",
  "duplicate-key": "warning",
  "heading-level": "warning",
  "incomplete-item": "warning",
  "late-tag": "hint",
  "link-without-address": "warning",
  "misplaced-attribute": "error",
  "missing-alt": "error",
  "missing-default": "warning",
  "missing-key": "error",
  "never-shown": "error",
  "no-reserved-size": "warning",
  "popup-on-load": "warning",
  "tag-twice": "warning",
  "target-not-found": "warning",
  "template-after-default": "warning",
  "template-not-found": "error",
  "two-configurations": "warning",
  "unknown-attribute": "error",
  "unknown-cap": "error",
  "unknown-control": "error",
  "unknown-dimension": "error",
  "unknown-experience": "error",
  "unknown-experiment": "error",
  "unknown-fact": "error",
  "unknown-field": "warning",
  "unknown-key": "error",
  "unknown-kind": "error",
  "unknown-page": "warning",
  "unknown-place": "error",
  "unknown-position": "error",
  "unknown-rule": "warning",
  "unknown-segment": "error",
  "unknown-strategy": "error",
  "unknown-trigger": "error",
  "unknown-variation": "error",
  "unlikely-fact": "warning",
  "unnamed-control": "error",
  "unread-configuration": "hint",
  "unsafe-address": "error",
  "wrong-value": "error",
} as const satisfies Record<string, Severity>;

export type RuleName = keyof typeof RULES;

/** Whether there is a rule of this name. */
export const isRule = (name: string): name is RuleName => Object.hasOwn(RULES, name);

/** A severity for each rule that is to have another than its own; `off` silences it. */
export type Severities = Partial<Record<RuleName, Severity | "off">>;
