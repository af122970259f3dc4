import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** ClickHouse's server, where Debian puts it. */
export function findClickHouse(): string | undefined {
  return ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"].find((path) => existsSync(path));
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const configuration = (folder: string, http: number, tcp: number, all: number[]): string => `<yandex>
  <logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><user_files_path>${folder}/files/</user_files_path>
  <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>100000000</mark_cache_size><timezone>UTC</timezone>
  <remote_servers><shards>${all
    .map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`)
    .join("")}</shards></remote_servers>
</yandex>`;

const USERS = `<yandex><profiles><default><max_memory_usage>4000000000</max_memory_usage></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas></yandex>`;

/** Starts servers of one cluster, `shards`, on loopback, with all they have in a temporary folder. */
export async function startClickHouse(program: string, count: number) {
  const folder = mkdtempSync(join(tmpdir(), "shopkeeper-clickhouse-"));
  const servers: ChildProcess[] = [];
  const https: number[] = [];
  const tcps: number[] = [];
  for (let shard = 0; shard < count; shard++) {
    https.push(await freePort());
    tcps.push(await freePort());
  }
  for (let shard = 0; shard < count; shard++) {
    const own = join(folder, String(shard));
    for (const name of ["data", "tmp", "files"]) mkdirSync(join(own, name), { recursive: true });
    writeFileSync(join(own, "users.xml"), USERS);
    writeFileSync(join(own, "config.xml"), configuration(own, https[shard]!, tcps[shard]!, tcps));
    servers.push(spawn(program, [`--config-file=${join(own, "config.xml")}`], { stdio: "ignore", cwd: own }));
  }
  const stop = (): void => {
    for (const server of servers) server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  const isUp = (port: number): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; !(await Promise.all(https.map(isUp))).every(Boolean); tries++) {
    if (tries > 300 || servers.some(({ exitCode }) => exitCode !== null)) {
      stop();
      throw new Error("ClickHouse does not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    /** As `--engine` takes it. */
    address: `clickhouse://${https.map((port) => `127.0.0.1:${port}`).join(",")}${count > 1 ? "/?cluster=shards" : ""}`,
    stop,
  };
}
