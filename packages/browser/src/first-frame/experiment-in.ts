/** How an experiment is asked for, in the conditions that are foreseen. */
export const experimentIn = (id: string): string => `experiment(${JSON.stringify(id)})`;
