import type { Node, Operand } from "../segment/node.ts";
import type { Part, Side } from "./explanation.ts";
import { operandsOf, paceOf, valueOf } from "./inquiry.ts";
import { missingOf } from "./missing-of.ts";
import { EVIDENCE, totalOf, weightsOf } from "./missing-strength.ts";
import { plain } from "./plain.ts";
import type { World } from "./world.ts";
import { operatorText, type Written } from "./written.ts";

/** What is needed to explain the parts of one expression. */
export interface Telling {
  world: World;
  written: Written;
  /** Explains another segment, if that was not done before. */
  tell(segment: string, wanted: boolean): Part[];
}

function unitOf(world: World, operand: Operand): Side["unit"] {
  if (paceOf(world, operand)) return "duration";
  if (operand[0] !== "query") return undefined;
  const { query } = operand[1];
  const isShare = query === "share" || (query === "affinity" && world.affinity._halfLife < Infinity);
  return isShare ? "share" : undefined;
}

function sideOf({ world, written }: Telling, operand: Operand): Side {
  const value = valueOf(world, operand);
  const unit = unitOf(world, operand);
  const side: Side = { text: written(operand), value: plain(value), ...(unit && { unit }) };
  if (operand[0] === "query" && !operand[1].steps[0] && operand[1].query in { top: 1, affinity: 1 }) {
    const has = Math.floor(totalOf(weightsOf(world, operand[1])) * 1e6) / 1e6;
    if (value === undefined) side.evidence = { has, needs: EVIDENCE };
  }
  // A fact as it was given, not in the way that it is compared.
  if (operand[0] === "name" && typeof value === "string")
    side.value = world.fact(operand[1], world.at) as string;
  return side;
}

const KIND_OF = { name: "fact", value: "value", query: "query" } as const;

/** A condition that has no conditions in it. */
function leaf(telling: Telling, node: Node, wanted: boolean): Part {
  const { world, written, tell } = telling;
  const holds = valueOf(world, node) === true;
  const operands = operandsOf(node);
  const part: Part = {
    text: written(node),
    kind: node[0] === "compare" || node[0] === "known" ? node[0] : KIND_OF[(node as Operand)[0]],
    holds,
    wanted,
    left: sideOf(telling, operands[0]!),
  };
  if (node[0] === "compare") {
    part.operator = operatorText(node[1]);
    part.right = sideOf(telling, operands[1]!);
  }
  const parts = operands.flatMap(([kind, of]) =>
    kind === "query" && of.query === "segment" ? tell(of.of!, wanted) : [],
  );
  if (parts.length) part.parts = parts;
  if (holds !== wanted) part.missing = missingOf(world, node, wanted);
  return part;
}

/** Explains a part of an expression and all that it consists of. */
export function explainPart(telling: Telling, node: Node, wanted: boolean): Part {
  const { written } = telling;
  switch (node[0]) {
    case "and":
    case "or": {
      const parts = node[1].map((each) => explainPart(telling, each, wanted));
      const holds = node[0] === "and" ? parts.every((each) => each.holds) : parts.some((each) => each.holds);
      return { text: written(node), kind: node[0], holds, wanted, parts };
    }
    case "not": {
      const part = explainPart(telling, node[1], !wanted);
      return { text: written(node), kind: "not", holds: !part.holds, wanted, parts: [part] };
    }
    default:
      return leaf(telling, node, wanted);
  }
}
