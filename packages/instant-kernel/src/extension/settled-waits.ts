/**
 * On pages that share memory with their workers, coincident waits for the kernel's answers with `Atomics.waitAsync`. When
 * the answer is there before the wait begins, that gives a string where coincident (1.2.3) takes a promise, and the answer
 * is lost: on a busy machine, where the page is held up between asking and waiting.
 */

type WaitAsync = typeof Atomics.waitAsync;

/** @param load loads coincident, which reads `Atomics.waitAsync` once: it is given one whose value is always a promise. */
export async function withSettledWaits<T>(load: () => Promise<T>): Promise<T> {
  const { waitAsync } = Atomics;
  if ((waitAsync as WaitAsync | undefined) === undefined) return load();
  Atomics.waitAsync = settled(waitAsync);
  try {
    return await load();
  } finally {
    Atomics.waitAsync = waitAsync;
  }
}

export function settled(waitAsync: WaitAsync): WaitAsync {
  return ((...args: Parameters<WaitAsync>) => {
    const waited = waitAsync(...args);
    return waited.async ? waited : { async: true, value: Promise.resolve(waited.value) };
  }) as WaitAsync;
}
