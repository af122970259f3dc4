import { probeShop } from "../kit/probes.ts";
import type { Answer, ShopOptions } from "../kit/serve.ts";
import { shopPage } from "../kit/serve.ts";

declare global {
  interface Window {
    /** Tells the event that the address names and leaves, in one task. */
    tellAndLeave(leave: () => void): void;
  }
}

const tell = (writer: string): string =>
  `shopkeeper.track("probe", { writer: "${writer}", number: Number(new URLSearchParams(location.search).get("number")) });`;

/** A page with a link and a form, each of which tells an event in the task in which it leaves. */
const leavingPage: ShopOptions = {
  ...probeShop,
  tag: 'data-consent="granted"',
  body: `<h1>A shop</h1>
    <p><a href="/next">On</a></p>
    <form action="/next"><input type="hidden" name="q" value="mug" /><button>Search</button></form>
    <script>
      function tellAndLeave(leave) {
        ${tell("exit")}
        leave?.();
      }
      document.querySelector("a").addEventListener("click", () => tellAndLeave());
      document.querySelector("form").addEventListener("submit", () => tellAndLeave());
    </script>`,
};

/** A page that leads on while it is still being parsed, as those behind many links in letters do. */
const onward: Answer = {
  body: shopPage({
    ...leavingPage,
    body: `<script>${tell("exit")} location.replace("/next");</script><h1>One moment</h1>`,
  }),
};

export const leavingShop: ShopOptions = {
  ...leavingPage,
  answer: (path) => (path === "/onward" ? onward : undefined),
};
