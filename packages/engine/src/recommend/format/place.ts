import { hash } from "../../hash.ts";

/** The shard of a table that the row of an id is in: whoever knows the id knows the one file to ask for. */
export const shardOf = (id: string, shards: number): number => hash(id) % shards;

/** What a row is found by in its shard: another hash, for two ids that share a shard seldom share this one too. */
export const fingerprintOf = (id: string): number => hash(`#${id}`);
