import { expect, test } from "vitest";
import { coat, event, NOON, scarf } from "../../test/make.ts";
import { newProfile, takeEvent } from "./profile.ts";
import { shrink } from "./shrink.ts";

const filled = () => {
  const profile = newProfile();
  takeEvent(profile, event("page_view", { page_path: "/" }));
  for (let index = 0; index < 9; index++)
    takeEvent(
      profile,
      event("view_item", { items: [coat, { ...scarf, item_id: `scarf-${index}` }], ts: NOON + index }),
    );
  takeEvent(profile, event("add_to_cart", { items: [coat] }));
  takeEvent(profile, event("experience_view", { experience_id: "help" }));
  return profile;
};

test("what is short enough stays as it is", () => {
  const profile = filled();
  shrink(profile, 10_000);
  expect(profile).toEqual(filled());
});

test("products are forgotten first, the longest unmet before the others, those in the cart last", () => {
  const profile = filled();
  shrink(profile, JSON.stringify(profile).length - 1);
  expect(profile.shelf.map(({ id }) => id)).not.toContain("scarf-0");
  expect(profile.shelf.map(({ id }) => id)).toContain("scarf-1");
  shrink(profile, JSON.stringify(profile).length - 1000);
  expect(profile.shelf.at(-1)!.id).toBe("coat");
  expect(profile.exposures).toHaveLength(1);
});

test("what was waved away is remembered longer than products, and what interrupted the longest", () => {
  const profile = filled();
  takeEvent(profile, event("experience_view", { experience_id: "bar", experience_kind: "message" }));
  takeEvent(profile, event("experience_view", { experience_id: "ask", experience_kind: "popup" }));
  for (let index = 0; index < 60; index++)
    takeEvent(profile, event("experience_view", { experience_id: `rail ${index}`, experience_kind: "rail" }));
  shrink(profile, 2000);
  expect(profile.exposures.map(({ id }) => id)).toContain("ask");
  expect(profile.exposures.map(({ id }) => id)).not.toContain("bar");
  expect(profile.shelf).not.toEqual([]);
});

test("where there is no room at all, it ends with what is no list", () => {
  const profile = filled();
  shrink(profile, 0);
  expect(profile).toMatchObject({ shelf: [], exposures: [], changes: [], visit: 1, pages: 1 });
});
