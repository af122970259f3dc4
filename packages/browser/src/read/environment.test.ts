import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

const agents = {
  iphone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
  mac: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
  pixel:
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  galaxyTab:
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36",
  edge: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
  firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  chromebook:
    "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
};

const on = (userAgent: string, maxTouchPoints = 0) =>
  readEnvironment({ navigator: { userAgent, maxTouchPoints, language: "de-AT" } } as Window, {});

test.for<[string, number, string, string, string]>([
  [agents.iphone, 5, "mobile", "ios", "safari"],
  [agents.mac, 0, "desktop", "macos", "safari"],
  [agents.mac, 5, "tablet", "ios", "safari"],
  [agents.pixel, 5, "mobile", "android", "chrome"],
  [agents.galaxyTab, 5, "tablet", "android", "samsung"],
  [agents.edge, 0, "desktop", "windows", "edge"],
  [agents.firefox, 0, "desktop", "linux", "firefox"],
  [agents.chromebook, 0, "desktop", "chromeos", "chrome"],
])("%s with %i touch points is a %s with %s and %s", ([agent, touch, type, system, browser]) => {
  expect(on(agent, touch)).toMatchObject({
    "device.type": type,
    "device.os": system,
    "device.browser": browser,
    "device.touch": touch > 0,
    "device.language": "de-AT",
  });
});

test("what is not known is absent", () => {
  expect(on("")).toEqual({ "device.type": "desktop", "device.touch": false, "device.language": "de-AT" });
});

test("further facts come along unasked", () => {
  let asked = 0;
  const facts = readEnvironment({ navigator: { userAgent: "" } } as Window, {
    get "geo.country"() {
      asked++;
      return "AE";
    },
  });
  expect(asked).toBe(0);
  expect(facts["geo.country"]).toBe("AE");
  expect(asked).toBe(1);
});
