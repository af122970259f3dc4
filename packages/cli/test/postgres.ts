import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The programs of PostgreSQL, where Debian puts them. */
export function findPostgres(): string | undefined {
  const root = "/usr/lib/postgresql";
  const [version] = existsSync(root) ? readdirSync(root).sort().reverse() : [];
  return version === undefined ? undefined : join(root, version, "bin");
}

/** Starts a PostgreSQL of its own in a temporary folder, which listens to nobody else. */
export function startPostgres(programs: string) {
  const folder = mkdtempSync(join(tmpdir(), "shopkeeper-postgres-"));
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  // It refuses to run as root.
  const asUser = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
  const call = (name: string, ...words: string[]): void => {
    const [program, ...rest] = [...asUser, join(programs, name), ...words];
    execFileSync(program!, rest, { stdio: "ignore", cwd: folder });
  };
  call("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8");
  call(
    "pg_ctl",
    "-D",
    data,
    "-w",
    "-o",
    `-k ${folder} -c listen_addresses=''`,
    "-l",
    join(folder, "log"),
    "start",
  );
  return {
    /** As clients take it. */
    address: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    /** Runs a script, and gives what it prints: unaligned, the columns separated by tabs. */
    run(script: string): string {
      const words = ["-h", folder, "-U", "postgres", "-qAt", "-F", "\t", "-v", "ON_ERROR_STOP=1"];
      return execFileSync("psql", words, { input: script, encoding: "utf8", maxBuffer: 1e9 });
    },
    stop(): void {
      call("pg_ctl", "-D", data, "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
