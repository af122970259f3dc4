/** What one request may carry: browsers allow 64 kB for what outlives its page, all of it together. */
export const LIMIT = 60_000;

const outlives = (): boolean => typeof Request === "function" && "keepalive" in Request.prototype;

/**
 * Sends lines to the shop's own address.
 *
 * Without a referrer, which would tell the page's address: `navigator.sendBeacon` cannot leave it out, so that it is only
 * used where the page is left and nothing else outlives it (Firefox before 133). A text is sent, for which no browser
 * asks the other side first.
 *
 * @returns Whether they were accepted; false too where nobody can know.
 */
export async function post(address: string, body: string, isLeaving: boolean): Promise<boolean> {
  if (isLeaving && !outlives()) {
    navigator.sendBeacon(address, body);
    return false;
  }
  const response = await fetch(address, {
    method: "POST",
    body,
    headers: { "content-type": "text/plain;charset=UTF-8" },
    keepalive: true,
    referrerPolicy: "no-referrer",
    credentials: "same-origin",
    cache: "no-store",
  });
  return response.ok;
}

/** Lines as one text, as many of them as fit; the first that fits nowhere is passed over. */
export function batchOf<Line>(lines: Line[], textOf: (line: Line) => string): [text: string, sent: Line[]] {
  const encoder = new TextEncoder();
  let text = "";
  let size = 0;
  const sent: Line[] = [];
  for (const line of lines) {
    const written = `${textOf(line)}\n`;
    const length = encoder.encode(written).length;
    if (size + length > LIMIT) continue;
    text += written;
    size += length;
    sent.push(line);
  }
  return [text, sent];
}
