/** Answers the first question for each plugin's settings from the list that the page began with. */

import type { ISettingConnector, ISettingRegistry } from '@jupyterlab/settingregistry';
import { DataConnector } from '@jupyterlab/statedb';

/** JupyterLite reads all settings again, from the network and the browser's storage, for each plugin that is asked for. */
export class KnownSettings
  extends DataConnector<ISettingRegistry.IPlugin, string>
  implements ISettingConnector
{
  constructor(connector: ISettingConnector, plugins: readonly ISettingRegistry.IPlugin[]) {
    super();
    this.#connector = connector;
    // One that is transformed has to come later than its transformer, which JupyterLab leaves to the network.
    const plain = plugins.filter(({ schema }) => schema['jupyter.lab.transform'] !== true);
    this.#known = new Map(plain.map((plugin) => [plugin.id, plugin]));
  }

  async fetch(id: string): Promise<ISettingRegistry.IPlugin | undefined> {
    const known = this.#known.get(id);
    // Asked for again it may have been changed, by another page as well.
    this.#known.delete(id);
    return known ?? this.#connector.fetch(id);
  }

  override list(query?: string): Promise<{ ids: string[]; values: ISettingRegistry.IPlugin[] }> {
    return this.#connector.list(query);
  }

  override async save(id: string, raw: string): Promise<void> {
    this.#known.delete(id);
    await this.#connector.save(id, raw);
  }

  readonly #connector: ISettingConnector;
  readonly #known: Map<string, ISettingRegistry.IPlugin>;
}
