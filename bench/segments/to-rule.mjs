/** A segment of facts alone as a rule in no one's language, for `rules/dialects.mjs`. */
export function toRule(expression) {
  switch (expression.is) {
    case "and":
    case "or":
      return [expression.is, ...expression.parts.map(toRule)];
    case "not":
      return ["not", toRule(expression.part)];
    case "known":
      return ["known", expression.of.name];
    case "in":
    case "not in":
      return [expression.is, expression.left.name, expression.list.map(({ value }) => value)];
    case "compare":
      return [expression.operator, expression.left.name, expression.right.value];
    default:
      return ["=", expression.name, true];
  }
}
