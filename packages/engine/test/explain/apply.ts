import type { ExplainOptions, Missing, Part, Plain, ShopEvent } from "../../src/index.ts";
import { explain } from "../../src/index.ts";

/** What an explanation is made of, with nothing left out. */
export type World = ExplainOptions & {
  events: ShopEvent[];
  facts: Record<string, unknown>;
  experiments: Record<string, string>;
};

/** What happens in an event, without when. */
export type Body = Record<string, unknown> & { name: string };

const PACE: Record<string, number> = { "cart.age": 1, "profile.birthday_in": -1 };

/** The same world later, if nothing happens; what is still to come at its moment never does. */
export const later = (world: World, at: number): World => ({
  ...world,
  at,
  events: world.events.filter(({ ts }) => ts <= world.at),
  facts: Object.fromEntries(
    Object.entries(world.facts).map(([name, value]) => {
      const pace = PACE[name] ?? 0;
      if (typeof value !== "number" || at === world.at) return [name, value];
      const then = value + pace * (at - world.at);
      return [name, pace < 0 ? Math.max(0, then) : then];
    }),
  ),
});

export const holds = (world: World, text: string): boolean =>
  explain({ ...world, name: undefined, text }).holds;

/** All parts of an explanation, itself first. */
export const partsOf = (part: Part): Part[] => [part, ...(part.parts ?? []).flatMap(partsOf)];

/** Something that is as an operator asks, of the same type as the value; `undefined` for what is unknown. */
export function example(operator: string, value: Plain): unknown {
  const all = Array.isArray(value) ? value : [value];
  const [first] = all;
  const numbers = all.filter((each) => typeof each === "number");
  const another =
    numbers.length > 0
      ? Math.max(...numbers) + 1
      : all.every((each) => typeof each === "boolean")
        ? !first
        : "zzz";
  switch (operator) {
    case "unknown":
      return undefined;
    case "known":
      return 1;
    case "<":
      return typeof first === "number" ? first - 1 : "";
    case ">":
      return typeof first === "number" ? first + 1 : `${first}a`;
    case "contains":
      return typeof first === "string" ? first : [first];
    case "!=":
    case "not in":
    case "not contains":
    case "not starts with":
    case "not ends with":
      return another;
    default:
      return first;
  }
}

/** What happens at some moments. */
function happen(world: World, bodies: Body[], at: number, apart = 0): World {
  const then = later(world, at + apart * (bodies.length - 1));
  const { visit, events } = then;
  const happened = bodies.map((body, index): ShopEvent => ({ ...body, ts: at + apart * index, visit }));
  return { ...then, events: [...events, ...happened] };
}

/** Whether a single event is what a step asks for. */
const isLike = (body: Body, visit: number, where: string | undefined, unlike?: boolean): boolean =>
  !where ||
  holds(
    { at: 1, visit, events: [{ ...body, ts: 1, visit }], facts: {}, experiments: {} },
    `${unlike ? "not " : ""}did(${body.name} where ${where})`,
  );

const withField = (body: Body, field: string, value: unknown): Body => {
  const { items: _, ...own } = body;
  return field === "revenue"
    ? { ...own, name: body.name, price: value, quantity: 1 }
    : { ...own, name: body.name, [field]: value };
};

/** Events that are as an explanation asks, made of what is given; `undefined` where nothing given will do. */
export function eventsFor(
  missing: Missing & { kind: "events" },
  bodies: Body[],
  visit: number,
  times = missing.times,
): Body[] | undefined {
  const { event, where, unlike, field, different } = missing;
  if (field?.name === "name" || field?.name === "visit" || different === "name" || different === "visit")
    return undefined;
  const change = (body: Body, index: number): Body =>
    field
      ? withField(body, field.name, example(field.operator, field.value))
      : different
        ? withField(body, different, 1e6 + index)
        : body;
  for (const body of bodies) {
    const made = Array.from({ length: times }, (_, index) => change({ ...body, name: event }, index));
    if (made.every((each) => isLike(each, visit, where, unlike))) return made;
  }
  return undefined;
}

/** The worlds in which what is missing has come about; none where what is given does not suffice. */
export function apply(world: World, part: Part, missing: Missing, bodies: Body[]): World[] {
  const { at, visit, affinity = {} } = world;
  const growing = /cart\.age|profile\.birthday_in|since\(/.test(part.text);
  switch (missing.kind) {
    case "wait":
      return [later(world, missing.until)];
    case "visit":
      return [{ ...world, visit: visit + 1 }];
    case "fact":
      return [
        { ...world, facts: { ...world.facts, [missing.name]: example(missing.operator, missing.value) } },
      ];
    case "experiment": {
      const value = example(missing.operator, missing.value);
      const { [missing.name]: _, ...others } = world.experiments;
      return [
        {
          ...world,
          experiments: value === undefined ? others : { ...others, [missing.name]: `${value as string}` },
        },
      ];
    }
    case "strength": {
      const weights = { ...affinity.weights, boost: missing.weight };
      const value = missing.value ?? "whatever";
      const boosted = { ...world, affinity: { ...affinity, weights } };
      return [happen(boosted, [{ name: "boost", brand: value, tags: value }], at)];
    }
    case "events": {
      const made = eventsFor(missing, bodies, visit);
      if (!made) return [];
      const moments = [at];
      // What has to be later than something that happened this very millisecond.
      const bound =
        missing.unless && world.events.some(({ ts, name }) => ts === at && missing.unless!.includes(name));
      if (bound) moments[0] = at + 1;
      if (missing.before !== undefined) moments.push(missing.before - 1);
      return moments
        .filter(
          (moment) =>
            moment === at || (!growing && (missing.before === undefined || moment < missing.before)),
        )
        .map((moment) => {
          const then = happen(world, made, moment);
          return missing.wait ? later(then, moment + missing.wait) : then;
        });
    }
    case "steps": {
      // What it is held against may be another before the last step.
      if (part.kind === "compare" && part.text.includes("(", part.text.indexOf(")"))) return [];
      const made = missing.steps.map(
        (step) => eventsFor({ kind: "events", times: 1, ...step }, bodies, visit)?.[0],
      );
      if (!made.every((each) => each !== undefined)) return [];
      return [at + 1, missing.by ?? at + 1]
        .filter((moment) => moment >= at && moment <= (missing.by ?? Infinity))
        .map((moment) => happen(world, made, moment, 1));
    }
    default:
      return [];
  }
}
