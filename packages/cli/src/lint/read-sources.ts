import { dirname, join } from "node:path";
import type { Shell } from "../run.ts";
import { readPage, type FilePage } from "./read-page.ts";
import type { LintWorld } from "./world.ts";

/** A page or a configuration to be checked. */
export interface Source {
  /** As it is told. */
  name: string;
  text: string;
  /** Absent in a configuration. */
  page?: FilePage | undefined;
  /** The configuration of the page that is a file of its own, or why that cannot be read. */
  configuration?: { name: string; text: string } | { name: string; error: string } | undefined;
}

const ADDRESS = /^https?:\/\//i;

const isConfiguration = (name: string, text: string): boolean =>
  /\.json$/i.test(name.split(/[?#]/)[0]!) || /^\s*\{/.test(text);

/** The address that the tag of a page reads its configuration from. */
function addressOf({ root }: FilePage): string | undefined {
  const open = [root];
  for (let element; (element = open.pop());) {
    const { name, attributes, nodes } = element;
    const address = name === "script" && attributes.get("data-config");
    if (address && /shopkeeper/.test(`${attributes.get("src")}${[...attributes.keys()].join()}`))
      return address;
    open.push(...nodes.filter((node) => typeof node !== "string"));
  }
  return undefined;
}

/** The places where a file may stand that a page names: beside it, or in a folder above it where that is the root. */
function candidates(page: string, address: string): string[] {
  const path = address.split(/[?#]/)[0]!;
  if (!path.startsWith("/")) return [join(dirname(page), path)];
  const folders = [dirname(page)];
  for (let above; (above = dirname(folders.at(-1)!)) !== folders.at(-1);) folders.push(above);
  return folders.map((folder) => join(folder, path));
}

async function readConfiguration(
  from: string,
  address: string,
  shell: Shell & LintWorld,
): Promise<Source["configuration"]> {
  try {
    if (ADDRESS.test(address) || address.startsWith("//") || ADDRESS.test(from)) {
      const whole = new URL(address, ADDRESS.test(from) ? from : "https://shop.example").href;
      return { name: whole, text: (await shell.fetch(whole)).text };
    }
  } catch (error) {
    return { name: address, error: (error as Error).message };
  }
  for (const name of candidates(from === "-" ? "./-" : from, address))
    try {
      return { name, text: shell.read(name) };
    } catch {
      // Further up, perhaps.
    }
  return { name: address, error: "no such file" };
}

async function readSource(name: string, shell: Shell & LintWorld): Promise<Source> {
  const { text, address } = ADDRESS.test(name)
    ? await shell.fetch(name)
    : { text: shell.read(name).replace(/^\uFEFF/, ""), address: name };
  const told = name === "-" ? "<stdin>" : name;
  if (isConfiguration(name, text)) return { name: told, text };
  const page = readPage(text);
  const external = addressOf(page);
  return {
    name: told,
    text,
    page,
    configuration: external === undefined ? undefined : await readConfiguration(address, external, shell),
  };
}

/** Reads whatever the words of a command line mean. What cannot be read is complained of, and is `undefined`. */
export async function readSources(words: string[], shell: Shell & LintWorld): Promise<Source[] | undefined> {
  const names = words.flatMap((word) => (word === "-" || ADDRESS.test(word) ? [word] : shell.find(word)));
  const sources: Source[] = [];
  let failed = !names.length;
  if (failed) shell.complain(`${words.join(" ")}: no file is meant by this`);
  for (const name of new Set(names))
    try {
      sources.push(await readSource(name, shell));
    } catch (error) {
      const { message, cause } = error as Error;
      shell.complain(`${name}: ${cause instanceof Error ? cause.message : message}`);
      failed = true;
    }
  return failed ? undefined : sources;
}
