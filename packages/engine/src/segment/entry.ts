/**
 * What a query keeps of one event: when, in which visit (0 where the query does not ask), and one or two things more,
 * as the kind of query needs. An entry that is only a moment is the event of an `after`.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- each kind knows what it puts there
export type Entry = [ts: number, visit?: number, what?: any, more?: any];
