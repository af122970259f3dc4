import { report } from "./data-layer.js";

/** Finds cards by the words that they carry; a hit in the name counts most. */
export function searchPage() {
  const asked = (new URLSearchParams(location.search).get("q") ?? "").trim();
  document.getElementById("q").value = asked;
  if (!asked) return;

  const words = asked.toLowerCase().split(/\s+/);
  const list = document.querySelector("[data-results]");
  const ranked = [...list.children]
    .map((card) => ({ card, score: score(card, words) }))
    .sort((a, b) => b.score - a.score);
  for (const { card, score } of ranked) card.hidden = score === 0;
  list.append(...ranked.map(({ card }) => card));

  const found = ranked.filter(({ score }) => score > 0).length;
  document.title = `“${asked}” — Halvø`;
  document.querySelector("[data-search-title]").textContent = `“${asked}”`;
  document.querySelector("[data-search-count]").textContent = found === 1 ? "1 thing" : `${found} things`;
  document.querySelector("[data-nothing]").hidden = found > 0;
  report("search", { search_term: asked });
}

/** 0 where a word is nowhere in the card. */
function score(card, words) {
  const name = card.querySelector(".card-name").textContent.toLowerCase();
  const all = card.dataset.words.toLowerCase();
  const each = words.map((word) => (name.includes(word) ? 3 : all.includes(word) ? 1 : 0));
  return each.includes(0) ? 0 : each.reduce((sum, value) => sum + value, 0);
}
