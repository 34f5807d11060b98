import { beforeEach, expect, test } from 'vitest';
import { WarmWorkers } from './warm-workers.js';

/** A worker that says what the test says. */
class Place extends EventTarget {
  sent: { message: unknown; transfer: unknown[] }[] = [];
  constructor(readonly name: string) {
    super();
  }
  postMessage(message: unknown, { transfer }: { transfer: unknown[] }): void {
    this.sent.push({ message, transfer });
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

let started: Place[];
let workers: WarmWorkers;
beforeEach(() => {
  started = [];
  workers = new WarmWorkers((name) => {
    const place = new Place(name);
    started.push(place);
    return place as unknown as Worker;
  });
});

const module = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));

test('one is started, waits, and is given away once', () => {
  workers.warm();
  workers.warm();
  expect(started).toHaveLength(1);
  expect(workers.take()).toBe(started[0]);
  expect(workers.take()).toBe(started[1]);
});

test('the parts of a kernel go to the next, and the image to one at a time', () => {
  const image = new ArrayBuffer(8);
  workers.take();
  started[0]?.say({ instantKernel: { module, image } });
  workers.take();
  expect(started[1]?.name).toBe('parts-follow');
  expect(started[1]?.sent).toEqual([
    { message: { instantKernel: { module, image } }, transfer: [image] }
  ]);
  workers.take();
  expect(started[2]?.sent).toEqual([
    { message: { instantKernel: { module, image: null } }, transfer: [] }
  ]);
  started[1]?.say({ instantKernel: { module, image } });
  workers.take();
  expect(started[3]?.sent[0]?.transfer).toEqual([image]);
});

test('what else a worker says is not taken for parts', () => {
  workers.take();
  for (const data of [null, { _kernelMessage: {} }, { instantKernel: { fatal: 'gone' } }]) {
    started[0]?.say(data);
  }
  workers.take();
  expect(started[1]?.name).toBe('');
});

test('where the worker does not start, the kernel starts its own', () => {
  workers.warm();
  started[0]?.dispatchEvent(new Event('error'));
  expect(workers.take()).toBeNull();
  expect(workers.take()).toBeNull();
  expect(started).toHaveLength(1);
});

test('an error of a worker that was given away is the kernel’s affair', () => {
  workers.take();
  started[0]?.dispatchEvent(new Event('error'));
  expect(workers.take()).toBe(started[1]);
});
