// What has to be beaten: every segment worked out from the whole history each time, by hand-written functions that
// read no more of it than they have to. Events are sorted by name before, and a window ends the search.

const fold = (value) => (typeof value === "string" ? value.trim().toLowerCase() : value);
const round = (value) => Math.round(value * 1e6) / 1e6;

const operators = {
  "=": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  contains: (a, b) => a.includes(b),
  "starts with": (a, b) => a.startsWith(b),
};

/** Makes a function of an expression; `read` makes that of an operand. */
function compile(expression, read) {
  const parts = expression.parts?.map((part) => compile(part, read));
  switch (expression.is) {
    case "and":
      return (world) => parts.every((part) => part(world));
    case "or":
      return (world) => parts.some((part) => part(world));
    case "not": {
      const part = compile(expression.part, read);
      return (world) => !part(world);
    }
    case "known": {
      const value = read(expression.of);
      return (world) => value(world) !== undefined;
    }
    case "compare": {
      const left = read(expression.left);
      const right = fold(expression.right.value);
      const test = operators[expression.operator];
      return (world) => {
        const value = left(world);
        return typeof value === typeof right && test(value, right);
      };
    }
    case "in":
    case "not in": {
      const left = read(expression.left);
      const members = expression.list.map(({ value }) => fold(value));
      const wanted = expression.is === "in";
      return (world) => {
        const value = left(world);
        return value !== undefined && members.includes(value) === wanted;
      };
    }
    default: {
      const value = read(expression);
      return (world) => value(world) === true;
    }
  }
}

function fieldOf(event, row, name) {
  if (name === "revenue") return row.price === undefined ? undefined : round(row.price * (row.quantity ?? 1));
  return fold(row[name] ?? event[name]);
}

const rowsOf = (event) => (event.items?.length ? event.items : [event]);

/** Makes a function that gives the rows of an event for which `where` holds. */
function matcher(where) {
  if (!where) return rowsOf;
  const test = compile(
    where,
    ({ name }) =>
      ([event, row]) =>
        fieldOf(event, row, name),
  );
  return (event) => rowsOf(event).filter((row) => test([event, row]));
}

function valuesOf(event, rows, name) {
  const perRow = name === "revenue" || rowsOf(event).some((row) => row !== event && row[name] !== undefined);
  const values = perRow
    ? rows.map((row) => fieldOf(event, row, name))
    : rows.length
      ? [fold(event[name])]
      : [];
  return values.filter((value) => value !== undefined);
}

/** Gives the events that the clauses ask for to `look`, the newest first, until it says that it has seen enough. */
function lookBack(world, { event, within = Infinity, visit, after }, look) {
  const events = world.byName.get(event) ?? [];
  const from = Math.max(world.now - within, (after && world.byName.get(after)?.at(-1)?.ts) ?? -Infinity);
  for (let index = events.length - 1; index >= 0; index--) {
    const seen = events[index];
    if (seen.ts <= from || (visit && seen.visit !== world.visit) || look(seen)) return;
  }
}

const queries = {
  count({ of }) {
    const rows = matcher(of.where);
    return (world) => {
      let count = 0;
      lookBack(world, of, (event) => void (count += +!!rows(event).length));
      return count;
    };
  },
  did({ of }) {
    const rows = matcher(of.where);
    return (world) => {
      let did = false;
      lookBack(world, of, (event) => (did = rows(event).length > 0));
      return did;
    };
  },
  since({ of }) {
    const rows = matcher(of.where);
    return (world) => {
      let since;
      lookBack(world, of, (event) => rows(event).length > 0 && ((since = world.now - event.ts), true));
      return since;
    };
  },
  share({ of }) {
    const rows = matcher(of.where);
    return (world) => {
      let [matching, all] = [0, 0];
      lookBack(world, of, (event) => {
        all++;
        matching += +!!rows(event).length;
      });
      return all ? round(matching / all) : undefined;
    };
  },
  sequence({ steps }) {
    const rows = steps.map(({ where }) => matcher(where));
    return ({ history }) => {
      // The newest moment at which each step was done, after those before it.
      const ends = [];
      for (const event of history) {
        for (let step = steps.length - 1; step >= 0; step--) {
          if (event.name !== steps[step].event || !rows[step](event).length) continue;
          if (!step || event.ts - ends[step - 1] <= (steps[step].within ?? Infinity)) ends[step] = event.ts;
        }
      }
      return ends[steps.length - 1] !== undefined;
    };
  },
  top: ({ dimension }) => {
    return (world) => {
      const strengths = strengthsOf(world, dimension);
      let best = [undefined, 0];
      for (const each of strengths ?? []) if (each[1] >= best[1]) best = each;
      return best[0];
    };
  },
  affinity: ({ dimension, value }) => {
    const wanted = fold(value);
    return (world) => {
      const strengths = strengthsOf(world, dimension);
      return strengths && (strengths.get(wanted) ?? 0);
    };
  },
};

/** What comes of the values of a field, the newest first. */
const results = {
  sum: (values) => round(values.reduce((a, b) => a + b, 0)),
  avg: (values) => (values.length ? round(results.sum(values) / values.length) : undefined),
  min: (values) => (values.length ? values.reduce((a, b) => Math.min(a, b)) : undefined),
  max: (values) => (values.length ? values.reduce((a, b) => Math.max(a, b)) : undefined),
  distinct: (values) => new Set(values).size,
};

function fieldQuery({ is, of, field }) {
  const rows = matcher(of.where);
  return (world) => {
    const values = [];
    let edge;
    lookBack(world, of, (event) => {
      const found = valuesOf(event, rows(event), field);
      if (found.length) edge = found[0];
      if (results[is]) values.push(...found);
      return is === "last" && found.length > 0;
    });
    return results[is] ? results[is](values) : edge;
  };
}

const weights = {
  view_item: 1,
  select_item: 1,
  search: 1,
  view_item_list: 1,
  add_to_wishlist: 3,
  add_to_cart: 4,
  purchase: 6,
};
const halfLife = 30 * 86_400_000;

/** Strengths by value, the one that was seen last at the end; nothing where the evidence is too little. */
function strengthsOf({ history, now }, dimension) {
  const field = `item_${dimension}`;
  const sums = new Map();
  let total = 0;
  for (const event of history) {
    const weight = weights[event.name];
    if (!weight || event.name === "view_item_list") continue;
    const strength = weight * 2 ** ((event.ts - now) / halfLife);
    const values = valuesOf(event, rowsOf(event), field);
    for (const value of new Set(values)) {
      sums.set(value, (sums.get(value) ?? 0) + strength);
      total += strength;
    }
    for (const value of values) {
      const sum = sums.get(value);
      sums.delete(value);
      sums.set(value, sum);
    }
  }
  if (round(total) < 3) return undefined;
  for (const [value, sum] of sums) sums.set(value, round(sum / total));
  return sums;
}

/**
 * Makes a set of segments that reads its history at each asking.
 *
 * @param {Record<string, object>} segments Expressions by name.
 */
export function scanning(segments) {
  const tests = new Map();
  const world = { history: [], byName: new Map(), now: 0, visit: 0, facts: {} };
  const read = (operand) => {
    if (operand.is === "fact") return ({ facts }) => fold(facts[operand.name]);
    if (operand.is === "segment") return (world) => tests.get(operand.name)(world);
    return (queries[operand.is] ?? fieldQuery)(operand);
  };
  for (const name of Object.keys(segments).sort()) tests.set(name, compile(segments[name], read));

  const take = (event) => {
    world.history.push(event);
    if (!world.byName.has(event.name)) world.byName.set(event.name, []);
    world.byName.get(event.name).push(event);
  };
  return {
    take,
    warm: (history) => history.forEach(take),
    held({ now, visit, facts }) {
      Object.assign(world, { now, visit, facts });
      return [...tests].filter(([, test]) => test(world)).map(([name]) => name);
    },
  };
}
