// Some of the shoppers, in a process of their own: node run-part.mjs FIRST COUNT SEED
import * as engine from "../../packages/engine/dist/index.js";
import { runYear } from "./run-year.mjs";

const [first, shoppers, seed] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(runYear(engine, { first, shoppers, seed })));
