// What is loaded where a page marks up its elements: two dialects that share most of what they do.
export { readMicrodata } from "./microdata.ts";
export { readRdfa } from "./rdfa.ts";
