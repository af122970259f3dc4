import { writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../kit/bundle.mjs";
import { bench, root } from "../kit/paths.mjs";
import { importRival } from "../kit/rivals.mjs";
import { toJavaScript, toJsonLogic, toMongo, toText } from "./dialects.mjs";

const built = (name) => join(bench, "dist", name);
const importBuilt = (name) => import(pathToFileURL(built(name)).href);

function write(name, code) {
  mkdirSync(join(bench, "dist"), { recursive: true });
  writeFileSync(built(name), code);
}

/** Names of segments that sort as the rules are ordered. */
const nameOf = (index) => `rule-${String(index).padStart(2, "0")}`;

/** Asks every rule about a visitor; a bit for each that holds. */
const askEach = (tests) => (visitor) => {
  let held = 0;
  for (let index = 0; index < tests.length; index++) if (tests[index](visitor)) held |= 1 << index;
  return held;
};

/**
 * How each engine takes rules: `prepare` once, in the process that measures all; then in a process of its own `load`,
 * which is not timed, and `compile`, which gives a function from a visitor to the bits of the rules that hold.
 * `flat` ones take facts by their dotted names.
 */
export const engines = {
  Shopkeeper: {
    flat: true,
    prepare: async () =>
      write(
        "segments.mjs",
        await bundle(`export * from "${join(root, "packages/engine/src/segment/segments.ts")}"`, {
          format: "esm",
        }),
      ),
    load: () => importBuilt("segments.mjs"),
    compile(rules, { createSegments }) {
      const segments = createSegments({
        segments: Object.fromEntries(rules.map((rule, index) => [nameOf(index), toText(rule)])),
      });
      if (segments.errors.length) throw new Error(JSON.stringify(segments.errors[0]));
      return (facts) => {
        let held = 0;
        for (const name of segments.held({ now: 0, visit: 1, fact: (name) => facts[name] }))
          held |= 1 << +name.slice(5);
        return held;
      };
    },
  },
  "Shopkeeper, working out the facts before": {
    flat: true,
    asksNothing: true,
    prepare: async () =>
      write(
        "engine.mjs",
        await bundle(`export * from "${join(root, "packages/engine/src/index.ts")}"`, { format: "esm" }),
      ),
    load: () => importBuilt("engine.mjs"),
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
  "plain JavaScript (the limit)": {
    prepare: (rules) =>
      write(
        "rules.mjs",
        `export const tests = [\n${rules.map((rule) => `  (v) => ${toJavaScript(rule)},`).join("\n")}\n];\n`,
      ),
    load: () => importBuilt("rules.mjs"),
    compile: (rules, { tests }) => askEach(tests),
  },
  "GrowthBook `evalCondition`": {
    rival: "@growthbook/growthbook",
    load: () => importRival("@growthbook/growthbook"),
    compile: (rules, { evalCondition }) =>
      askEach(
        rules.map((rule) => {
          const condition = toMongo(rule);
          return (visitor) => evalCondition(visitor, condition, {});
        }),
      ),
  },
  "json-logic-js": {
    rival: "json-logic-js",
    load: () => importRival("json-logic-js"),
    compile: (rules, { default: logic }) =>
      askEach(
        rules.map((rule) => {
          const written = toJsonLogic(rule);
          return (visitor) => logic.apply(written, visitor);
        }),
      ),
  },
  "json-logic-engine, interpreted": {
    rival: "json-logic-engine",
    load: () => importRival("json-logic-engine"),
    compile(rules, { LogicEngine }) {
      const engine = new LogicEngine();
      return askEach(
        rules.map((rule) => {
          const written = toJsonLogic(rule);
          return (visitor) => engine.run(written, visitor);
        }),
      );
    },
  },
  "json-logic-engine, compiled by `new Function`": {
    rival: "json-logic-engine",
    load: () => importRival("json-logic-engine"),
    compile(rules, { LogicEngine }) {
      const engine = new LogicEngine();
      return askEach(rules.map((rule) => engine.build(toJsonLogic(rule))));
    },
  },
  sift: {
    rival: "sift",
    load: () => importRival("sift"),
    compile(rules, { default: imported }) {
      const sift = imported.default ?? imported;
      return askEach(rules.map((rule) => sift(toMongo(rule))));
    },
  },
};
