import { describe, expect, test } from "vitest";
import {
  ONLINE_RETAIL_CUT,
  ordersAfter,
  readOnlineRetail,
} from "../../../bench/recommend/data/customers.mjs";
import { hasData } from "../../../bench/recommend/data/folder.mjs";
import { auc } from "../src/fit/auc.ts";
import { fitLapsing } from "../src/fit/fit-lapsing.ts";
import { factsOfCustomers } from "./facts-of-customers.ts";

// A wholesaler of gifts: nobody there ever seems to stop, so that the Pareto/NBD model finds no rest.
describe.skipIf(!hasData("online-retail"))(
  "what is fitted to Online Retail (skipped without the data)",
  () => {
    test("is fifths by recency, frequency and money, and tells who will not order again", () => {
      const log = readOnlineRetail();
      const { predictions, findings } = fitLapsing(log.filter(({ ts }) => ts <= ONLINE_RETAIL_CUT))!;
      expect(findings.reason).toBe("the Pareto/NBD model does not settle");
      expect(Object.keys(predictions)).toEqual(["rfm"]);

      const after = ordersAfter(log, ONLINE_RETAIL_CUT);
      const facts = factsOfCustomers(predictions, log, ONLINE_RETAIL_CUT);
      expect(facts.length).toBeGreaterThan(3000);
      const silent = facts.map(({ customer }) => !after.has(customer));
      const lapsing = facts.map((each) => each["visitor.lapsing"]!);
      expect(auc(lapsing, silent)).toBeGreaterThanOrEqual(0.75);
      // Who is worth more is told to be.
      const spenders = facts.map(({ customer }) => (after.get(customer)?.value ?? 0) > 1000);
      const value = facts.map((each) => each["value.expected"]!);
      expect(auc(value, spenders)).toBeGreaterThan(0.7);
    }, 60_000);
  },
);
