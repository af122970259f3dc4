// The same rule in the language of each engine.

/** Ours. @example toText(["=", "cart.value", 3]) // "cart.value = 3" */
export function toText(rule) {
  const [operator, fact, value] = rule;
  const parts = () => rule.slice(1).map(toText);
  switch (operator) {
    case "and":
    case "or":
      return `(${parts().join(` ${operator} `)})`;
    case "not":
      return `not ${parts()[0]}`;
    case "known":
      return `known(${fact})`;
    case "has":
      return `${fact} contains ${JSON.stringify(value)}`;
    default:
      return `${fact} ${operator} ${JSON.stringify(value)}`;
  }
}

const ofMongo = {
  "=": "$eq",
  "!=": "$ne",
  ">": "$gt",
  ">=": "$gte",
  "<": "$lt",
  "<=": "$lte",
  in: "$in",
  "not in": "$nin",
  contains: "$regex",
};

/** MongoDB's, which GrowthBook and sift speak. */
export function toMongo(rule) {
  const [operator, fact, value] = rule;
  const parts = () => rule.slice(1).map(toMongo);
  switch (operator) {
    case "and":
    case "or":
      return { [`$${operator}`]: parts() };
    case "not":
      return { $nor: parts() };
    case "known":
      return { [fact]: { $exists: true } };
    case "has":
      return { [fact]: { $elemMatch: { $eq: value } } };
    default:
      return { [fact]: { [ofMongo[operator]]: value } };
  }
}

/** JsonLogic's. */
export function toJsonLogic(rule) {
  const [operator, fact, value] = rule;
  const parts = () => rule.slice(1).map(toJsonLogic);
  const variable = { var: fact };
  switch (operator) {
    case "and":
    case "or":
      return { [operator]: parts() };
    case "not":
      return { "!": parts() };
    case "known":
      return { "!==": [variable, null] };
    case "=":
      return { "===": [variable, value] };
    case "!=":
      return { "!==": [variable, value] };
    case "not in":
      return { "!": [{ in: [variable, value] }] };
    case "contains":
    case "has":
      return { in: [value, variable] };
    default:
      return { [operator]: [variable, value] };
  }
}

/** JavaScript, as someone would write it who needed no language. */
export function toJavaScript(rule) {
  const [operator, fact, value] = rule;
  const parts = () => rule.slice(1).map(toJavaScript);
  const read = `v.${String(fact).replace(".", "?.")}`;
  const literal = JSON.stringify(value);
  switch (operator) {
    case "and":
      return `(${parts().join(" && ")})`;
    case "or":
      return `(${parts().join(" || ")})`;
    case "not":
      return `!${parts()[0]}`;
    case "known":
      return `(${read} !== undefined)`;
    case "=":
      return `(${read} === ${literal})`;
    case "!=":
      return `(${read} !== ${literal})`;
    case "in":
      return `${literal}.includes(${read})`;
    case "not in":
      return `!${literal}.includes(${read})`;
    case "contains":
    case "has":
      return `(${read}?.includes(${literal}) ?? false)`;
    default:
      return `(${read} ${operator} ${literal})`;
  }
}
