import { Signal } from '@lumino/signaling';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { interruptWait, kernelReady, type Session } from './kernel-ready.js';

/** A session whose kernel comes when the test says so. */
class StartingSession {
  isDisposed = false;
  isTerminating = false;
  session: { kernel: { connectionStatus: string } } | null = null;
  sessionChanged = new Signal<this, void>(this);
  kernelChanged = new Signal<this, void>(this);
  connectionStatusChanged = new Signal<this, void>(this);
  statusChanged = new Signal<this, void>(this);
  disposed = new Signal<this, void>(this);
  isReady = false;
  setUp: () => void = () => undefined;
  ready = new Promise<void>((resolve) => {
    this.setUp = () => {
      this.isReady = true;
      resolve();
    };
  });

  get hasNoKernel(): boolean {
    return this.session === null;
  }
  start(connectionStatus: string): void {
    this.session = { kernel: { connectionStatus } };
    this.kernelChanged.emit();
  }
  connect(): void {
    this.session = { kernel: { connectionStatus: 'connected' } };
    this.connectionStatusChanged.emit();
  }
}

let starting: StartingSession;
let session: Session;

beforeEach(() => {
  vi.useFakeTimers();
  starting = new StartingSession();
  session = starting as unknown as Session;
});
afterEach(() => vi.useRealTimers());

test('waits for the session, the kernel and its connection', async () => {
  const events: string[] = [];
  const wait = kernelReady(session, 1000).then((outcome) => events.push(outcome));
  starting.start('connecting');
  starting.setUp();
  await vi.advanceTimersByTimeAsync(10);
  expect(events).toEqual([]);
  starting.connect();
  await wait;
  expect(events).toEqual(['go']);
});

test('what waits goes on in the order it came', async () => {
  const order: number[] = [];
  const waits = [1, 2, 3].map((cell) => kernelReady(session, 1000).then(() => order.push(cell)));
  starting.setUp();
  starting.connect();
  await Promise.all(waits);
  expect(order).toEqual([1, 2, 3]);
});

test('does not wait when the notebook is to have no kernel', async () => {
  const wait = kernelReady(session, 1000);
  starting.setUp();
  expect(await wait).toBe('no-kernel');
});

test('does not wait for a kernel that is gone', async () => {
  starting.setUp();
  starting.start('disconnected');
  const wait = kernelReady(session, 1000);
  starting.session = null;
  starting.sessionChanged.emit();
  expect(await wait).toBe('no-kernel');
});

test('a session that is not set up has no kernel yet, and is waited for', async () => {
  const wait = kernelReady(session, 1000);
  starting.statusChanged.emit();
  await vi.advanceTimersByTimeAsync(999);
  starting.setUp();
  starting.connect();
  expect(await wait).toBe('go');
});

test('gives up after the longest wait', async () => {
  const wait = kernelReady(session, 1000);
  starting.start('connecting');
  starting.setUp();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await wait).toBe('timed-out');
});

test('ends when the document is closed', async () => {
  const wait = kernelReady(session, 1000);
  starting.isDisposed = true;
  starting.disposed.emit();
  expect(await wait).toBe('gone');
});

test('is interrupted for every cell that waits, and not for those run later', async () => {
  interruptWait(session);
  const waits = [1, 2].map(() => kernelReady(session, 1000));
  interruptWait(session);
  expect(await Promise.all(waits)).toEqual(['interrupted', 'interrupted']);
  const later = kernelReady(session, 1000);
  starting.setUp();
  starting.connect();
  expect(await later).toBe('go');
});

test('a later wait is a new one', async () => {
  const first = kernelReady(session, 1000);
  starting.setUp();
  starting.connect();
  await first;
  starting.start('connecting');
  const second = kernelReady(session, 1000);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await second).toBe('timed-out');
});
