// What the catalogue says of products, where no model says what goes together: loaded when a rail needs it.
export { byContent } from "@shopkeeper/engine";
