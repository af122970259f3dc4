import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Absent } from "./absent.mjs";
import { atEnd } from "./clean-up.mjs";
import { freePort, run, start, until } from "./processes.mjs";

/** The folder with PostgreSQL's programs, of the newest version; undefined where there is none. */
function findPrograms() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name))));
}

function installPrograms() {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return;
  console.log("Installing PostgreSQL with apt …");
  // At runlevel 1 the package does not start a server of its own.
  const env = { ...process.env, RUNLEVEL: "1", DEBIAN_FRONTEND: "noninteractive" };
  for (const parameters of [["update"], ["install", "-y", "--no-install-recommends", "postgresql"]])
    spawnSync("apt-get", parameters, { stdio: "ignore", env });
}

/** PostgreSQL refuses to run as root: then it runs as the system's own user for it, or as nobody. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const user = ["postgres", "nobody"].find((name) => spawnSync("id", [name]).status === 0);
  if (!user) throw new Absent("no user but root to run PostgreSQL as");
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, user])));
  return { uid, gid };
}

/**
 * Starts a PostgreSQL of our own on a free port of this machine, with one empty database, its files in a
 * temporary folder.
 *
 * @param {string} database
 * @returns {Promise<{ port: number, user: string }>}
 * @throws {Absent} Where there is no PostgreSQL and none can be installed.
 */
export async function startPostgres(database) {
  if (!findPrograms()) installPrograms();
  const programs = findPrograms();
  if (!programs) throw new Absent("no PostgreSQL (neither in /usr/lib/postgresql nor in the PATH)");
  const program = (name) => join(programs, name);
  const user = "shop";
  const owner = unprivileged();

  const folder = mkdtempSync(join(tmpdir(), "shopkeeper-postgres-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder };
  const data = join(folder, "data");
  await run(program("initdb"), ["-D", data, "-U", user, "--auth=trust", "-E", "UTF8", "--no-sync"], options);

  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
  const { ended } = start(
    program("postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    options,
    // Without waiting for its clients to leave.
    "SIGINT",
  );
  const createDatabase = ["-h", "127.0.0.1", "-p", String(port), "-U", user, database];
  await until(() => run(program("createdb"), createDatabase, options), { seconds: 30, ended });
  return { port, user };
}
