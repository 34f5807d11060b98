import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { expect, test } from 'vitest';
import { KnownDefaults } from './known-defaults.js';

const plugin = (raw: string, extra: object = {}): ISettingRegistry.IPlugin => ({
  ...{ id: 'a:b', raw, version: '1', schema: { type: 'object' } },
  data: { composite: {}, user: {} },
  ...extra
});

/** Which settings were left to JupyterLab's validator. */
function validated(...plugins: ISettingRegistry.IPlugin[]): string[] {
  const raws: string[] = [];
  const validator = new KnownDefaults(() => ({
    validateData: ({ raw }) => (raws.push(raw), null)
  }));
  for (const each of plugins) expect(validator.validateData(each)).toBeNull();
  return raws;
}

test('settings that nobody changed are those that the build worked out', () => {
  const lecternDefaults = { size: { width: 2 } };
  const unchanged = plugin('{}', { lecternDefaults });
  expect(validated(unchanged)).toEqual([]);
  expect(unchanged.data).toEqual({ composite: lecternDefaults, user: {} });
  expect(unchanged.data.composite['size'], 'is a copy').not.toBe(lecternDefaults.size);
});

test('changed ones, and those that the build knows nothing of, are left to JupyterLab', () => {
  const changed = plugin('{ "size": 3 }', { lecternDefaults: { size: 2 } });
  expect(validated(changed, plugin('{}'))).toEqual(['{ "size": 3 }', '{}']);
});
