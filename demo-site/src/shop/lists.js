import { report } from "./data-layer.js";

/** What every list of products does: it can be sorted, and it reports what was chosen from it. */
export function lists() {
  for (const list of document.querySelectorAll("[data-list]")) {
    list.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-select]");
      if (link)
        report("select_item", {
          item_list_id: list.dataset.list,
          items: [{ item_id: link.dataset.select, item_name: link.textContent.trim() }],
        });
    });
  }
  for (const form of document.querySelectorAll("[data-sort]")) sortable(form);
}

function sortable(form) {
  const list = form.parentElement.querySelector("[data-list]");
  const asGiven = [...list.children];
  const select = form.elements.sort;
  // A browser that comes back to the page remembers the choice, but not the order.
  const sort = () => {
    const key = select.value.replace("-", "");
    const direction = select.value.startsWith("-") ? -1 : 1;
    const sorted = key ? [...asGiven].sort((a, b) => direction * (a.dataset[key] - b.dataset[key])) : asGiven;
    list.append(...sorted);
  };
  select.addEventListener("change", sort);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (select.value) sort();
}
