import { expect, test } from "vitest";
import { tagOptions } from "./tag-options.ts";

const attributes =
  (given: Record<string, string>) =>
  (name: string): string | null =>
    given[name] ?? null;

test("experiences are switched on by name, each with its own options", () => {
  const options = tagOptions(
    attributes({
      "data-experiences": "welcome-back  idle-help",
      "data-idle-help-after": "20s",
      "data-currency": "EUR",
    }),
    {},
    () => {},
  );
  expect(options.experiences).toMatchObject([
    { id: "welcome-back" },
    { id: "idle-help", trigger: "idle 20s" },
  ]);
  expect(options.currency).toBe("EUR");
});

test("attributes go over the configuration file, whose experiences stay", () => {
  const file = { version: 1 as const, currency: "USD", experiences: [{ id: "seen", kind: "rail" as const }] };
  const options = tagOptions(
    attributes({ "data-experiences": "welcome-back", "data-currency": "EUR" }),
    file,
    () => {},
  );
  expect(options.currency).toBe("EUR");
  expect(options.experiences).toMatchObject([{ id: "seen" }, { id: "welcome-back" }]);
});

test("a name that nobody knows is reported and the others stay", () => {
  const errors: Error[] = [];
  const options = tagOptions(attributes({ "data-experiences": "wellcome idle-help" }), {}, (error) =>
    errors.push(error),
  );
  expect(options.experiences).toMatchObject([{ id: "idle-help" }]);
  expect(errors[0]?.message).toContain('"wellcome"');
});
