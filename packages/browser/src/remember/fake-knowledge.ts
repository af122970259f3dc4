import type { Knowledge } from "./knowledge.ts";

interface State {
  counts: Record<string, number>;
  orders: unknown[];
  visit: number;
  last: number;
}

export interface FakeKnowledge extends Knowledge {
  /** How many events of each name it was told. */
  readonly counts: Record<string, number>;
  readonly visit: number;
  /** What it was warmed with, last. */
  readonly warmedWith: Parameters<Knowledge["warm"]> | undefined;
  cold: boolean;
}

const nothing = (): State => ({ counts: {}, orders: [], visit: 0, last: 0 });

/** For tests: knowledge that counts names and visits, and knows an order when it sees it again. */
export function createFakeKnowledge(): FakeKnowledge {
  let state = nothing();
  let warmedWith: Parameters<Knowledge["warm"]> | undefined;
  return {
    cold: false,
    get counts() {
      return state.counts;
    },
    get visit() {
      return state.visit;
    },
    get warmedWith() {
      return warmedWith;
    },
    take({ name, ts, visit, transaction_id: order }) {
      if (name === "throws") throw new Error("of that event");
      if (order && state.orders.includes(order)) return false;
      if (order) state.orders.push(order);
      state.counts[name] = (state.counts[name] ?? 0) + 1;
      state.visit = Math.max(state.visit, visit);
      state.last = Math.max(state.last, ts);
      return true;
    },
    visitAt: (ts) => (state.visit && ts < state.last + 18e5 ? state.visit : state.visit + 1),
    save: () => structuredClone(state),
    restore(saved) {
      if (!(saved as State | undefined)?.counts) return false;
      state = structuredClone(saved as State);
      return true;
    },
    reset() {
      state = nothing();
    },
    warm(...given) {
      warmedWith = given;
      this.cold = false;
    },
    fold(events, folded) {
      const sum = createFakeKnowledge();
      if (folded) sum.restore(folded);
      for (const event of events) sum.take(event);
      return sum.save();
    },
  };
}
