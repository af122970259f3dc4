/** What is true of the shop as a whole. The pages in the browser read it too, so it is plain data. */
export const shop = {
  name: "Halvø",
  tagline: "Things for going out, and for coming in",
  currency: "EUR",
  freeDeliveryFrom: 120,
  delivery: 7,
};

/** `1234.5` → `€1,234.50`; whole euros go without cents. */
export const money = (amount) => {
  const [whole, cents] = Math.abs(amount).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 ? "−" : ""}€${grouped}${cents === "00" ? "" : `.${cents}`}`;
};
