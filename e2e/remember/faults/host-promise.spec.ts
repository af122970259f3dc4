import { arrive, buy, expectKeeps, expectShopStands, known } from "./kit/shopper.ts";
import { engines, expect, test } from "./kit/test.ts";

/**
 * Replaces `Promise` as polyfills of old do, whose listeners are called by timers: too late for a transaction, which ends
 * when nothing more is asked of it by then.
 */
const slowPromise = `<script>
  {
    const Native = Promise;
    const settle = function (state, value) {
      if (this.state) return;
      if (state === 1 && value !== null && /object|function/.test(typeof value)) {
        try {
          const { then } = value;
          if (typeof then === "function")
            return void then.call(value, (next) => settle.call(this, 1, next), (error) => settle.call(this, 2, error));
        } catch (error) {
          return void settle.call(this, 2, error);
        }
      }
      this.state = state;
      this.value = value;
      for (const listener of this.listeners) setTimeout(listener);
    };
    class Slow {
      constructor(act) {
        this.listeners = [];
        try {
          act((value) => settle.call(this, 1, value), (error) => settle.call(this, 2, error));
        } catch (error) {
          settle.call(this, 2, error);
        }
      }
      then(kept, broken) {
        return new Slow((resolve, reject) => {
          const listener = () => {
            try {
              const next = this.state === 1 ? kept : broken;
              if (typeof next === "function") resolve(next(this.value));
              else if (this.state === 1) resolve(this.value);
              else reject(this.value);
            } catch (error) {
              reject(error);
            }
          };
          if (this.state) setTimeout(listener);
          else this.listeners.push(listener);
        });
      }
      catch(broken) {
        return this.then(undefined, broken);
      }
      finally(act) {
        return this.then(
          (value) => Slow.resolve(act()).then(() => value),
          (error) => Slow.resolve(act()).then(() => Slow.reject(error)),
        );
      }
      static resolve(value) {
        return value instanceof Slow ? value : new Slow((resolve) => resolve(value));
      }
      static reject(error) {
        return new Slow((_, reject) => reject(error));
      }
      static all(given) {
        return new Slow((resolve, reject) => {
          const values = [];
          let left = 1;
          let index = 0;
          const done = () => --left || resolve(values);
          for (const each of given) {
            const at = index++;
            left++;
            Slow.resolve(each).then((value) => ((values[at] = value), done()), reject);
          }
          done();
        });
      }
      static race(given) {
        return new Slow((resolve, reject) => {
          for (const each of given) Slow.resolve(each).then(resolve, reject);
        });
      }
    }
    window.Promise = Slow;
    window.NativePromise = Native;
  }
</script>`;

for (const engine of engines)
  test(`in ${engine}, on a page whose promises come by timers every event is kept once, also one that is kept already`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve({ head: slowPromise });
    const page = await openPage(engine);
    const other = await openPage(engine);
    await arrive(page, shop.address);
    await arrive(other, shop.address);
    await buy(page, "one", "two");
    // The same order in two tabs at once, before either has heard of the other's: the second one finds its id there, and has to keep the rest without it.
    const order = (tab: typeof page) =>
      tab.evaluate(() =>
        Promise.all([
          window.shopkeeper.track("purchase", { transaction_id: "A1", value: 36, currency: "EUR" }),
          window.shopkeeper.track("view_cart"),
        ]).then(() => {}),
      );
    await Promise.all([order(page), order(other)]);
    await expectShopStands(page);
    await arrive(page, shop.address);
    const names = await page.evaluate(async () =>
      (await window.shopkeeper.events())
        .map(({ name }) => name)
        .filter((name) => /purchase|view_cart/.test(name)),
    );
    expect(names.sort()).toEqual(["purchase", "view_cart", "view_cart"]);
    expect(await known(page)).toMatchObject({ storage: "indexeddb", bought: ["one", "two"] });
    await expectKeeps(page, shop.address);
  });
