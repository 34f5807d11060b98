/**
 * The clock that a learner's code reads: fixed by the seed, and moved on by a millisecond each time it is
 * read. So what a program prints about the time is the same in every run, and sleeping costs no time.
 */

const START = Date.UTC(2026, 0, 1, 12);
const DAY = 86_400_000;
const RealDate = Date;

/** The time as it is, in milliseconds. */
export const realNow = performance.now.bind(performance);

export function fixClock(seed: number): void {
  let elapsed = 0;
  const start = START + (seed % 28) * DAY + (seed % 3_600) * 1_000;
  performance.now = () => (elapsed += 1);
  const now = (): number => start + (elapsed += 1);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[]) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown))
  });
}
