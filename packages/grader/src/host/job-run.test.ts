/** A job whose interpreter says what it should not: it gains neither time nor a fault of the checker's. */

import { expect, it } from 'vitest';
import { RunEnded } from '../sandbox.js';
import type { Interpreter } from './interpreter.js';
import { JobRun } from './job-run.js';

class Puppet implements Interpreter {
  onMessage: Interpreter['onMessage'] = () => undefined;
  onExit: Interpreter['onExit'] = () => undefined;
  nonce = '';
  isKilled = false;
  readonly told: string[] = [];
  start: Interpreter['start'] = ({ nonce }) => {
    this.nonce = nonce;
  };
  send = (message: string): void => void this.told.push(message);
  kill = (): void => {
    this.isKilled = true;
  };
  say(event: object): void {
    this.onMessage(`${this.nonce} ${JSON.stringify(event)}`);
  }
}

const JOB = { role: 'answer', request: '', seed: 1, memoryLimitMB: 64 } as const;
const ANSWER = {
  event: 'answer',
  result: { kind: 'int', value: '1' },
  error: null,
  mutated: [],
  stdout: '',
  stdoutCut: false
};

function begun(converses: boolean): { puppet: Puppet; run: JobRun } {
  const puppet = new Puppet();
  const limits = { timeLimitSeconds: 0.1, converses };
  const run = new JobRun(puppet, JOB, limits, () => undefined);
  puppet.say({ event: 'started' });
  return { puppet, run };
}

it('answers one question after another, and ends when it is told to', async () => {
  const { puppet, run } = begun(true);
  puppet.say({ event: 'idle' });
  await run.idle;
  const question = run.ask({ call: 'f()' });
  puppet.say(ANSWER);
  expect(await question).toEqual(ANSWER);
  expect(puppet.told).toEqual(['{"call":"f()"}']);
  run.finish('done');
  expect(await run.ended).toMatchObject({ end: 'done' });
  expect(puppet.isKilled).toBe(true);
});

it('does not stop its clock for one that says it waits, where nobody asks', async () => {
  const { puppet, run } = begun(false);
  puppet.say({ event: 'idle' });
  expect(await run.ended).toMatchObject({ end: 'timed-out' });
});

it('does not stop its clock for one that says so again, in the middle of a question', async () => {
  const { puppet, run } = begun(true);
  puppet.say({ event: 'idle' });
  await run.idle;
  const question = run.ask({ call: 'f()' });
  puppet.say({ event: 'idle' });
  puppet.say({ event: 'started' });
  await expect(question).rejects.toEqual(new RunEnded('timed-out'));
});

it.each(['done', 'crashed'])(
  'counts one that says %s, instead of answering, as ended by it',
  async (event) => {
    const { puppet, run } = begun(true);
    puppet.say({ event: 'idle' });
    await run.idle;
    const question = run.ask({ call: 'f()' });
    puppet.say({ event, message: '' });
    await expect(question).rejects.toEqual(new RunEnded('crashed'));
    await expect(run.ask({ call: 'f()' })).rejects.toEqual(new RunEnded('crashed'));
  }
);

it('ends one that says too much at once', async () => {
  const { puppet, run } = begun(false);
  puppet.onMessage('x'.repeat(5_000_000));
  expect(await run.ended).toMatchObject({ end: 'crashed' });
});
