import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Debounce } from './debounce.js';

let calls: number;
let debounce: Debounce;

beforeEach(() => {
  vi.useFakeTimers();
  calls = 0;
  debounce = new Debounce(() => calls++, { quietMs: 1000, longestMs: 5000 });
});
afterEach(() => vi.useRealTimers());

test('acts once, after the last of several changes', () => {
  debounce.touch();
  vi.advanceTimersByTime(900);
  debounce.touch();
  vi.advanceTimersByTime(999);
  expect(calls).toBe(0);
  vi.advanceTimersByTime(1);
  expect(calls).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(calls).toBe(1);
});

test('does not wait for ever while changes keep coming', () => {
  for (let index = 0; index < 12; index++) {
    debounce.touch();
    vi.advanceTimersByTime(500);
  }
  expect(calls).toBe(1);
});

test('flush acts now, but only on something', () => {
  debounce.flush();
  expect(calls).toBe(0);
  debounce.touch();
  debounce.flush();
  vi.advanceTimersByTime(10_000);
  expect(calls).toBe(1);
});

test('cancel forgets', () => {
  debounce.touch();
  debounce.cancel();
  vi.advanceTimersByTime(10_000);
  debounce.flush();
  expect(calls).toBe(0);
});
