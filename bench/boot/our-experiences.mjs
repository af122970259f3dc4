/** What GrowthBook is measured with: another text in the hero, for who was there before. */
const hero = {
  id: "hero",
  kind: "swap",
  target: "#hero",
  template: "#hero-again",
  when: "visit.pages >= 2",
};

// What a shop may well have set up: ten experiences, each kind among them. On the page that is measured half of them
// are shown; the others wait for their moment, or are for somebody else.
const experiences = [
  hero,
  {
    id: "shipping",
    kind: "message",
    target: "#details",
    position: "before",
    content: { title: "Free shipping", body: "On all orders over 50 euros." },
  },
  {
    id: "greeting",
    kind: "message",
    when: "visit.pages >= 2",
    content: { title: "Good to see you", action: { label: "What is new", url: "/new" } },
  },
  { id: "seen", kind: "rail", target: "#rail", strategy: "recently-viewed", limit: 6 },
  {
    id: "help",
    kind: "popup",
    place: "corner",
    trigger: "idle 45s",
    content: { title: "Can we help?", action: { label: "Questions and answers", url: "/help" } },
  },
  {
    id: "stay",
    kind: "popup",
    place: "center",
    trigger: "exit, scroll 80%",
    when: `segment("window-shopper")`,
    content: { title: "Before you go", body: "Your list is kept." },
  },
  {
    id: "guide",
    kind: "tour",
    trigger: "time 60s",
    steps: [{ target: "#details", title: "Details", body: "What it is made of." }, { title: "That is all" }],
  },
  {
    id: "fan",
    kind: "attributes",
    target: ".price",
    when: `segment("fan")`,
    classes: { "is-gold": true },
  },
  { id: "reviews", kind: "move", target: "#reviews", to: "#details" },
  { id: "sale", kind: "redirect", pages: ["home"], when: `source.campaign = "sale"`, url: "/sale" },
];

const segments = {
  fan: "count(view_item) >= 2",
  "window-shopper": "count(view_item) >= 3 and not did(purchase)",
};

const inPage = (configuration) => ({
  above: `<script type="application/json" data-sk-config>${JSON.stringify(configuration)}</script>`,
  body: `<template id="hero-again"><h1>Welcome back</h1></template>`,
});

/** Each: the configuration in the head, and what it speaks of in the body. */
export const oneExperience = inPage({ version: 1, experiences: [hero] });
export const tenExperiences = {
  ...inPage({ version: 1, segments, experiences }),
  below: `<p class="price">€ 189</p><section id="details"><h2>Details</h2></section><section id="reviews"><h2>Reviews</h2></section>`,
};
