import { join } from "node:path";
import { bundle } from "../kit/bundle.mjs";
import { importBuilt, write } from "../kit/built.mjs";
import { root } from "../kit/paths.mjs";
import { importRival } from "../kit/rivals.mjs";
import { toMongo, toText } from "../rules/dialects.mjs";

const script = "decide.mjs";
const sources = [
  "decide/decide.ts",
  "decide/experience.ts",
  "decide/quiet.ts",
  "decide/research.ts",
  "experiment/experiments.ts",
  "profile/profile.ts",
  "profile/pace.ts",
  "segment/segments.ts",
];

/**
 * How each decides: `prepare` once, in the process that measures all; then in a process of its own `load`, which is not timed,
 * and `open`, a function from a visitor to the ids of what they are shown. `flat` ones take facts by their dotted names.
 */
export const engines = {
  Shopkeeper: {
    flat: true,
    prepare: async () =>
      write(
        script,
        await bundle(
          sources
            .map((file) => `export * from ${JSON.stringify(join(root, "packages/engine/src", file))};`)
            .join("\n"),
          { format: "esm" },
        ),
      ),
    load: () => importBuilt(script),
    open(
      offers,
      { createSegments, createExperiments, decide, newProfile, parseExperience, readQuiet, researchOf },
    ) {
      const segments = createSegments({});
      const condition = (text) => segments.condition(text);
      let profile = newProfile();
      const experiments = createExperiments(
        {
          experiments: Object.fromEntries(offers.map(({ id }) => [id, { variations: { off: 50, on: 50 } }])),
        },
        () => profile,
        (when) => condition(when).error?.message,
      );
      const experiences = offers.map(({ id, rule }) =>
        parseExperience({ id, kind: "message", when: toText(rule), experiment: id, variation: "on" }),
      );
      const shop = { quiet: readQuiet(), researchOf: researchOf({}) };
      const isNot = () => false;
      return (facts, id) => {
        if (id !== profile.unit) profile = { ...newProfile(), unit: id };
        const asking = {
          now: 0,
          visit: 1,
          fact: (name) => facts[name],
          experiment: experiments.drawn,
        };
        experiments.renew({ fact: asking.fact, holds: (text) => condition(text).holds(asking) });
        const page = { type: facts["page.type"], path: facts["page.path"] };
        const situation = { now: 0, timezoneOffset: 0, page, environment: {}, fired: isNot, showing: isNot };
        return decide(experiences, situation, { ...shop, profile, asking, condition })
          .filter(({ show }) => show)
          .map((decision) => decision.id);
      };
    },
  },
  "GrowthBook, `isOn` of 200 features": {
    rival: "@growthbook/growthbook",
    load: () => importRival("@growthbook/growthbook"),
    // Its class for pages takes attributes asynchronously, and is as fast where each is awaited.
    open(offers, { GrowthBookClient }) {
      const features = Object.fromEntries(
        offers.map(({ id, rule }) => [
          id,
          {
            defaultValue: false,
            rules: [
              {
                condition: toMongo(rule),
                key: id,
                seed: id,
                hashVersion: 2,
                variations: [false, true],
                weights: [0.5, 0.5],
              },
            ],
          },
        ]),
      );
      const growthbook = new GrowthBookClient().initSync({ payload: { features } });
      return (facts, id) => {
        const user = { attributes: { ...facts, id } };
        return offers.filter((offer) => growthbook.isOn(offer.id, user)).map((offer) => offer.id);
      };
    },
  },
};
