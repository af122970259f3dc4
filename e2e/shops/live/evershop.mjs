import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Absent } from "./absent.mjs";
import { startPostgres } from "./postgres.mjs";
import { freePort, run, start, until } from "./processes.mjs";

const version = "2.2.1";
const packages = [`@evershop/evershop@${version}`, "concat-stream@2.0.0"];

/** Products of its samples that the tests go to. */
const products = ["/accessories/ceramic-coffee-cup-white", "/accessories/modern-ceramic-vase-black"];

/** Kept between runs, outside the project: half a gigabyte that takes minutes to come. */
const folder = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
  "shopkeeper-shops",
  `evershop-${version}`,
);
const command = join(folder, "node_modules/@evershop/evershop/dist/bin/evershop.js");

/** Does something once for this installation, however often we are run. */
async function once(name, act) {
  const mark = join(folder, `.done-${name}`);
  if (existsSync(mark)) return;
  console.log(`EverShop ${version}: ${name} …`);
  await act();
  writeFileSync(mark, "");
}

async function install() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  try {
    await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages], {
      cwd: folder,
    });
  } catch (error) {
    const reason = /npm error .*/.exec(error.message)?.[0] ?? error.message;
    throw new Absent(`no ${packages[0]} from npm (${reason})`);
  }
}

/**
 * Starts EverShop with its own sample products and a database of its own.
 *
 * @returns {Promise<string>} Its address, without a slash at the end.
 * @throws {Absent} Where npm or PostgreSQL cannot be had.
 */
export async function startEverShop() {
  await once("install", install);
  const database = await startPostgres("evershop");
  const port = await freePort();
  const env = {
    ...process.env,
    DB_HOST: "127.0.0.1",
    DB_PORT: String(database.port),
    DB_NAME: "evershop",
    DB_USER: database.user,
    DB_PASSWORD: "none",
    DB_SSLMODE: "disable",
    PORT: String(port),
    SUPPRESS_NO_CONFIG_WARNING: "1",
  };
  const shop = (...parameters) => [process.execPath, [command, ...parameters], { cwd: folder, env }];
  await once("build", () => run(...shop("build")));

  const { ended, said } = start(...shop("start"), "SIGTERM");
  const address = `http://localhost:${port}`;
  const answers = async (path, isWanted) => {
    const { status } = await fetch(address + path);
    if (!isWanted(status)) throw new Error(`EverShop answers ${path} with ${status}.\n${said()}`);
  };
  const isThere = (path, isWanted = (status) => status === 200) =>
    until(() => answers(path, isWanted), { seconds: 90, ended });
  // Its tables are there once it answers, whatever it answers before it has products.
  await isThere("/", () => true);
  // Of earlier runs, and of products that are gone. Where pictures cannot be fetched, it does without.
  rmSync(join(folder, "media"), { recursive: true, force: true });
  // Addresses are made behind its back, and those of products hold their category's if that has one by then.
  await run(...shop("seed", "--attributes", "--categories", "--collections"));
  await isThere("/accessories");
  await run(...shop("seed", "--products", "--pages"));
  for (const path of products) await isThere(path);
  return address;
}
