import { serveShop, type ShopOptions, type ShopServer } from "../../kit/serve.ts";

/**
 * Tells the server, outside of the browser, what reaches the page: errors that nobody catches, and promises whose rejection
 * nobody handles. It stands above the tag and above every stub, so that it is told all of it, in frames too.
 */
export const witness = (address = ""): string => `<script>
  {
    const tell = (what, problem) =>
      void fetch("${address}/log?disturbed=" + encodeURIComponent(what + ": " + problem), { mode: "no-cors", keepalive: true });
    addEventListener("error", ({ message }) => tell("error", message));
    addEventListener("unhandledrejection", ({ reason }) => tell("unhandled rejection", reason));
  }
</script>`;

/** What the shop has made itself, and what works without anybody's help. */
export const shopBody = `
  <h1>A shop</h1>
  <button onclick="document.querySelector('output').value = 'In your cart'"
    data-sk-track="select_item" data-sk-item='{"item_id":"button"}'>Buy</button>
  <output></output>
  <div data-sk-slot="hero">
    <template data-sk-when="cart.quantity > 0"><p>Your cart waits</p></template>
    <p>Welcome</p>
  </div>`;

/** A shop that notices when somebody disturbs it. */
export const serveWatchedShop = ({ head = "", ...options }: ShopOptions = {}): Promise<ShopServer> =>
  serveShop({ body: shopBody, ...options, head: witness() + head });

/** What disturbed its pages. */
export const disturbancesIn = ({ log }: ShopServer): string[] =>
  log.flatMap((query) => query.getAll("disturbed"));
