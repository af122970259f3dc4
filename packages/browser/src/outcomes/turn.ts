/** One tab after another: two that read the journal at once would both hand on what they find. */
export async function inTurn(act: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  let began = false;
  const begin = (): Promise<void> => {
    began = true;
    return act();
  };
  try {
    if (locks) await locks.request("shopkeeper.outcomes", begin);
    else await begin();
  } catch (error) {
    // A page without an origin of its own has no locks.
    if (began) throw error;
    await begin();
  }
}
