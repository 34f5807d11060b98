/**
 * A lock that this worker holds as long as it lives. The browser releases it however the worker ends, and some ends are
 * told in no other way: a worker that closes itself, or that the browser takes away.
 */

/** @param onHeld told the lock's name; never, where the browser gives no locks: on a page without HTTPS */
export function holdLifeline(onHeld: (name: string) => void): void {
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) return;
  const name = `instant-kernel-${crypto.randomUUID()}`;
  const forever = new Promise<never>(() => undefined);
  void locks.request(name, () => {
    onHeld(name);
    return forever;
  });
}

/** In the page: waits for that lock, which comes when the worker has ended. */
export function whenReleased(name: string, onReleased: () => void): void {
  void navigator.locks.request(name, onReleased);
}
