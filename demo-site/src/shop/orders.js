/** The last order, so that the next page can show it. Nobody else ever sees it. */

const KEY = "halvo.order";

/** Numbers an order and keeps it. */
export function keepOrder({ lines, name }) {
  const placed = Date.now();
  const number = `HV-${placed.toString(36).slice(-6).toUpperCase()}${String(Math.floor(Math.random() * 90) + 10)}`;
  sessionStorage.setItem(KEY, JSON.stringify({ number, placed, name, lines }));
}

export function lastOrder() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? undefined;
  } catch {
    return undefined;
  }
}
