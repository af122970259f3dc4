import { join } from "node:path";
import { bundle } from "../kit/bundle.mjs";
import { importBuilt, write } from "../kit/built.mjs";
import { root } from "../kit/paths.mjs";
import { importRival } from "../kit/rivals.mjs";
import { toJavaScript, toJsonLogic, toMongo, toText } from "./dialects.mjs";

/** Asks every rule about a visitor; a bit for each that holds. */
const askEach = (tests) => (visitor) => {
  let held = 0;
  for (let index = 0; index < tests.length; index++) if (tests[index](visitor)) held |= 1 << index;
  return held;
};

/** Makes a function from a visitor to the bits of the rules that hold. */
export const compileFor = (engine, rules, library) =>
  engine.compile ? engine.compile(rules, library) : askEach(engine.tests(rules, library));

const segmentsScript = "segments.mjs";

/** Bundles our segments from their source, with how facts change in time. */
export const buildSegments = async () => {
  const sources = ["segment/segments.ts", "profile/pace.ts"].map((file) =>
    join(root, "packages/engine/src", file),
  );
  write(
    segmentsScript,
    await bundle(sources.map((file) => `export * from ${JSON.stringify(file)};`).join("\n"), {
      format: "esm",
    }),
  );
};

export const loadSegments = () => importBuilt(segmentsScript);

const engineScript = "engine.mjs";

/** Bundles the whole engine from its source. */
export const buildEngine = async () =>
  write(
    engineScript,
    await bundle(`export * from "${join(root, "packages/engine/src/index.ts")}"`, { format: "esm" }),
  );

export const loadEngine = () => importBuilt(engineScript);

/**
 * How each engine takes rules: `prepare` once, in the process that measures all; then in a process of its own `load`,
 * which is not timed, and `tests`, a function from a visitor to yes or no for each rule; one that answers all rules at
 * once has `compile` instead. `flat` ones take facts by their dotted names.
 */
export const engines = {
  Shopkeeper: {
    flat: true,
    prepare: buildSegments,
    load: loadSegments,
    compile(rules, { createSegments }) {
      const named = rules.map((rule, index) => [`rule-${index}`, toText(rule)]);
      const bits = new Map(named.map(([name], index) => [name, 1 << index]));
      const segments = createSegments({ segments: Object.fromEntries(named) });
      if (segments.errors.length) throw new Error(JSON.stringify(segments.errors[0]));
      return (facts) => {
        let held = 0;
        for (const name of segments.held({ now: 0, visit: 1, fact: (name) => facts[name] }))
          held |= bits.get(name);
        return held;
      };
    },
  },
  "Shopkeeper, working out the facts before": {
    flat: true,
    asksNothing: true,
    prepare: buildEngine,
    load: loadEngine,
    compile(_rules, { createEngine }) {
      const engine = createEngine({});
      for (let ts = 1; ts <= 30; ts++) {
        const item = { item_id: `item-${ts % 9}`, item_category: "shoes", price: 20 + ts, quantity: 1 };
        const name = ts === 10 ? "purchase" : ts % 5 ? "view_item" : "add_to_cart";
        engine.take({ name, ts, visit: 1, value: item.price, items: [item] });
      }
      const page = { type: "category", path: "/shoes", title: "Shoes" };
      return (environment) =>
        Object.keys(engine.facts({ now: 1000, timezoneOffset: 0, page, environment })).length;
    },
  },
  "a hand-written function (the limit)": {
    prepare: (rules, script = "rules.mjs") =>
      write(
        script,
        `export const tests = [\n${rules.map((rule) => `  (v) => ${toJavaScript(rule)},`).join("\n")}\n];\n`,
      ),
    load: (script = "rules.mjs") => importBuilt(script),
    tests: (rules, { tests }) => tests,
  },
  "GrowthBook `evalCondition`": {
    rival: "@growthbook/growthbook",
    load: () => importRival("@growthbook/growthbook"),
    tests: (rules, { evalCondition }) =>
      rules.map((rule) => {
        const condition = toMongo(rule);
        return (visitor) => evalCondition(visitor, condition, {});
      }),
  },
  "json-logic-js": {
    rival: "json-logic-js",
    load: () => importRival("json-logic-js"),
    tests: (rules, { default: logic }) =>
      rules.map((rule) => {
        const written = toJsonLogic(rule);
        return (visitor) => logic.apply(written, visitor);
      }),
  },
  "json-logic-engine, interpreted": {
    rival: "json-logic-engine",
    load: () => importRival("json-logic-engine"),
    tests(rules, { LogicEngine }) {
      const engine = new LogicEngine();
      return rules.map((rule) => {
        const written = toJsonLogic(rule);
        return (visitor) => engine.run(written, visitor);
      });
    },
  },
  "json-logic-engine, compiled by `new Function`": {
    rival: "json-logic-engine",
    load: () => importRival("json-logic-engine"),
    tests(rules, { LogicEngine }) {
      const engine = new LogicEngine();
      return rules.map((rule) => engine.build(toJsonLogic(rule)));
    },
  },
  sift: {
    rival: "sift",
    load: () => importRival("sift"),
    tests(rules, { default: imported }) {
      const sift = imported.default ?? imported;
      return rules.map((rule) => sift(toMongo(rule)));
    },
  },
};
