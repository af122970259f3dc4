/** What has to be waited for, by a name: asked for once, when somebody needs it for the first time. */
export interface Later {
  /** `undefined` as long as it is on its way, `null` where it cannot be had. */
  get<Type>(name: string, begin: () => Promise<Type | undefined>): Type | null | undefined;
  /** Whether anything that was asked for in `act` is still on its way. */
  isWaitingFor(act: () => void): boolean;
  /** Whether that is so by now, within `act`. */
  isWaiting(): boolean;
}

/**
 * @param came Nothing is on its way any more.
 * @param failed What cannot be had, by its name.
 */
export function later(came: () => void, failed: (name: string) => void): Later {
  const all = new Map<string, unknown>();
  let underway = 0;
  let isWaiting = false;
  const load = async (name: string, begin: () => Promise<unknown>): Promise<void> => {
    all.set(name, undefined);
    underway++;
    const value = await begin().catch(() => {});
    all.set(name, value ?? null);
    if (!value) failed(name);
    if (!--underway) came();
  };
  return {
    get<Type>(name: string, begin: () => Promise<Type | undefined>) {
      if (!all.has(name)) void load(name, begin);
      const value = all.get(name) as Type | null | undefined;
      isWaiting ||= value === undefined;
      return value;
    },
    isWaitingFor(act) {
      isWaiting = false;
      act();
      return isWaiting;
    },
    isWaiting: () => isWaiting,
  };
}
