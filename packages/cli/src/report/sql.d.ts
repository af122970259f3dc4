/** A query as text: vite reads it so, and rollup.config.mjs does the same. */
declare module "*.sql?raw" {
  const text: string;
  export default text;
}
