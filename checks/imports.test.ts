import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { expect, test } from "vitest";

/** Who may import whom: the folders follow the data, and nothing looks back. */
const forbidden: IForbiddenRuleType[] = [
  {
    name: "the engine imports nothing but itself",
    from: { path: "^packages/engine/src", pathNot: "\\.test\\.ts$" },
    to: { pathNot: "^packages/engine/src" },
  },
  {
    name: "reading knows nothing of remembering, rendering or triggers",
    from: { path: "^packages/browser/src/read", pathNot: "\\.test\\.ts$" },
    to: { path: "^packages/browser/src/(remember|render|trigger|experiences)" },
  },
  {
    name: "remembering knows nothing of reading, rendering or triggers",
    from: { path: "^packages/browser/src/remember", pathNot: "\\.test\\.ts$" },
    to: { path: "^packages/browser/src/(read|render|trigger|experiences)" },
  },
  {
    name: "rendering knows nothing of reading or remembering",
    from: { path: "^packages/browser/src/(render|trigger)", pathNot: "\\.test\\.ts$" },
    to: { path: "^packages/browser/src/(read|remember)" },
  },
  {
    name: "the browser package does not know the tag, the command line does not know the browser",
    from: { path: "^packages/(browser|cli)/src" },
    to: { path: "^packages/(tag|cli)/src", pathNot: "^packages/cli/src" },
  },
  {
    name: "the rules of lint know the engine, and nothing else of ours",
    from: { path: "^packages/lint/src", pathNot: "\\.test\\.ts$" },
    to: { path: "^packages/", pathNot: "^packages/(lint|engine)/src" },
  },
  {
    name: "nothing imports in a circle, except for types",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
];

test("everyone imports only whom they may", async () => {
  const { output } = await cruise(["packages"], {
    ruleSet: { forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })) },
    validate: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|node_modules|test)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ["@shopkeeper/source", "import"], exportsFields: ["exports"] },
  });
  const { summary } = output as ICruiseResult;
  // Over no modules at all every rule holds.
  expect(summary.totalCruised).toBeGreaterThan(30);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
}, 60_000);
