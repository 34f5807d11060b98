/**
 * `@lectern/extension:settings`: JupyterLab's setting registry, on what the site's build knows of the settings.
 */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import {
  DefaultSchemaValidator,
  ISettingConnector,
  ISettingRegistry,
  SettingRegistry
} from '@jupyterlab/settingregistry';
import { KnownDefaults } from './known-defaults.js';
import { KnownSettings } from './known-settings.js';

export const settings: JupyterFrontEndPlugin<ISettingRegistry> = {
  id: '@lectern/extension:settings',
  description:
    'Provides the settings, with the defaults that were worked out when the site was built.',
  autoStart: true,
  provides: ISettingRegistry,
  requires: [ISettingConnector],
  activate: async (app: JupyterFrontEnd, connector: ISettingConnector) => {
    const { values } = await connector.list('all');
    const { isDisabled } = PageConfig.Extension;
    const own = ({ id }: ISettingRegistry.IPlugin): boolean => app.hasPlugin(id);
    const registry = new SettingRegistry({
      connector: new KnownSettings(connector, values),
      validator: new KnownDefaults(() => new DefaultSchemaValidator()),
      plugins: values.filter((plugin) => own(plugin) && !isDisabled(plugin.id))
    });
    // As JupyterLab does: those whose transformation came too late for the start.
    void app.restored.then(() => {
      for (const plugin of values.filter(own)) {
        if (isDisabled(plugin.id) || plugin.id in registry.plugins) continue;
        registry.load(plugin.id).catch((reason: unknown) => {
          console.warn(`Settings failed to load for (${plugin.id})`, reason);
        });
      }
    });
    return registry;
  }
};
