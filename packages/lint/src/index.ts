export { lint, type LintOptions } from "./lint.ts";
export type { Finding, Severity, Spot } from "./finding.ts";
export type { Markup, Page } from "./markup.ts";
export { isRule, RULES, type RuleName, type Severities } from "./rule-names.ts";
