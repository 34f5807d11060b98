import type { ISettingConnector, ISettingRegistry } from '@jupyterlab/settingregistry';
import { expect, test } from 'vitest';
import { KnownSettings } from './known-settings.js';

const plugin = (id: string, schema: object = {}): ISettingRegistry.IPlugin =>
  ({ id, raw: '{}', schema, version: '1' }) as ISettingRegistry.IPlugin;

test('the first question is answered from the list, the next by who knows', async () => {
  const asked: string[] = [];
  const connector = {
    fetch: (id: string) => {
      asked.push(id);
      return Promise.resolve(plugin(id));
    },
    save: () => Promise.resolve()
  } as unknown as ISettingConnector;
  const settings = new KnownSettings(connector, [
    plugin('a'),
    plugin('b'),
    plugin('transformed', { 'jupyter.lab.transform': true })
  ]);
  await settings.fetch('a');
  expect(asked).toEqual([]);
  await settings.fetch('a');
  expect(asked).toEqual(['a']);
  await settings.save('b', '{ "x": 1 }');
  await settings.fetch('b');
  await settings.fetch('transformed');
  expect(asked).toEqual(['a', 'b', 'transformed']);
});
