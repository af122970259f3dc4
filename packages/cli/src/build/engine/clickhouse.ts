import type { Engine } from "./engine.ts";
export function createClickHouseEngine(address: string): Promise<Engine> {
  return Promise.reject(new Error(address));
}
