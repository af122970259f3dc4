import { expect, test } from "vitest";
import { purify } from "./purify.ts";

test("a text becomes HTML without what runs", () => {
  const host = document.createElement("div");
  host.append(
    purify(
      '<p class="x" data-sk-do="dismiss" onclick="x()">y</p><script>x()</script><img src=x onerror=x()>',
    ),
  );
  expect(host.innerHTML).toBe('<p class="x" data-sk-do="dismiss">y</p><img src="x">');
});

test("it can be asked more than once, though a policy is made once", () => {
  expect(purify("<b>x</b>").textContent).toBe("x");
  expect(purify("<b>y</b>").textContent).toBe("y");
});
