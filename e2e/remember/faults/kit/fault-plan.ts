/** Which calls of the database fail, and how: what no browser can be brought to do when it is asked to. */
export interface FaultPlan {
  on: "open" | "transaction" | "add" | "getAll";
  /**
   * `throw`: at once. `error`: the request fails. `abort`: the transaction is undone. `hang`: nothing is ever heard of it,
   * though it happens. `late`: it is heard of after longer than anybody should wait.
   */
  how: "throw" | "error" | "abort" | "hang" | "late";
  /** The first call that fails, from 1 on. */
  first?: number;
  /** How many fail. By default all that follow. */
  times?: number;
}

/** A script for the head of a page, above the tag. */
export const failing = (plan: FaultPlan): string =>
  `<script>(${stage})(${JSON.stringify({ first: 1, times: 1e9, ...plan })});</script>`;

/** Runs in the page. Listeners that are added before anybody else's can keep an event from them. */
function stage({ on, how, first, times }: Required<FaultPlan>): void {
  const LATE = 4000;
  const prototype = {
    open: IDBFactory.prototype,
    transaction: IDBDatabase.prototype,
    add: IDBObjectStore.prototype,
    getAll: IDBObjectStore.prototype,
  }[on] as unknown as Record<string, (...given: unknown[]) => IDBRequest | IDBTransaction>;
  const original = prototype[on]!;
  let calls = 0;

  /** Keeps what happens to a target from everybody; `tell` may say something else. */
  function silence(target: EventTarget, types: string[], tell: (event: Event) => void = () => {}): void {
    for (const type of types)
      target.addEventListener(type, (event) => {
        if (!event.isTrusted) return;
        event.stopImmediatePropagation();
        tell(event);
      });
  }
  const ends = ["success", "complete"];
  const act: Record<FaultPlan["how"], (target: IDBRequest | IDBTransaction) => void> = {
    throw: () => {},
    error: (target) =>
      silence(target, ends, () => {
        Object.defineProperty(target, "error", { value: new DOMException("staged", "UnknownError") });
        target.dispatchEvent(new Event("error", { cancelable: true }));
      }),
    abort(target) {
      const transaction = "transaction" in target ? target.transaction! : (target as IDBTransaction);
      // A transaction that was told to commit can no more be undone from here.
      transaction.commit = () => {};
      queueMicrotask(() => {
        try {
          transaction.abort();
        } catch {
          // Another call of it did so already.
        }
      });
    },
    hang(target) {
      silence(target, ends);
      if ("transaction" in target && target.transaction) silence(target.transaction, ends);
    },
    late: (target) =>
      silence(target, ends, ({ type }) => void setTimeout(() => target.dispatchEvent(new Event(type)), LATE)),
  };
  prototype[on] = function staged(this: unknown, ...given) {
    calls++;
    const fails = calls >= first && calls < first + times;
    if (fails && how === "throw") throw new DOMException("staged", "InvalidStateError");
    const target = original.apply(this, given);
    if (fails) act[how](target);
    return target;
  };
}
