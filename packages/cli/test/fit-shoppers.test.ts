import { intentOf } from "@shopkeeper/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { hasData } from "../../../bench/recommend/data/folder.mjs";
import { readShoppers, SHOPPERS_CUT } from "../../../bench/recommend/data/shoppers.mjs";
import { auc } from "../src/fit/auc.ts";
import { fitIntent, type IntentFit } from "../src/fit/fit-intent.ts";

describe.skipIf(!hasData("online-shoppers"))(
  "what is fitted to UCI's shoppers (skipped without the data)",
  () => {
    let later: ReturnType<typeof readShoppers>;
    let fit: IntentFit;
    beforeAll(() => {
      const visits = readShoppers();
      later = visits.filter(({ ts }) => ts >= SHOPPERS_CUT);
      fit = fitIntent(visits.filter(({ ts }) => ts < SHOPPERS_CUT))!;
    });

    test("is a handful of numbers", () => {
      expect(Object.keys(fit.model!.weights).length).toBeLessThanOrEqual(5);
      expect(JSON.stringify(fit.model).length).toBeLessThan(400);
    });

    test("ranks the visits of the months after by whether they end with an order", () => {
      expect(later).toHaveLength(4725);
      const intent = later.map(({ signs }) => intentOf(fit.model!, signs)!);
      expect(
        auc(
          intent,
          later.map(({ bought }) => bought),
        ),
      ).toBeGreaterThanOrEqual(0.7);
    });

    test("tells no more than what came of it, in the months that it was held against", () => {
      const chances = fit.model!.calibration.map(([, share]) => share);
      expect(chances).toEqual([...chances].sort((a, b) => a - b));
      expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...chances)).toBeLessThan(0.6);
    });
  },
);
