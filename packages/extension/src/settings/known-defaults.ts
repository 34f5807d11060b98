/** Settings that nobody changed have the defaults that the site's build worked out: no schema is compiled for them. */

import type { ISchemaValidator, ISettingRegistry } from '@jupyterlab/settingregistry';
import type { PartialJSONObject } from '@lumino/coreutils';

/** As `deployment/app-schemas.mjs` writes it. */
interface BuiltPlugin extends ISettingRegistry.IPlugin {
  lecternDefaults?: PartialJSONObject;
}

export class KnownDefaults implements ISchemaValidator {
  /** @param create JupyterLab's validator, for all else: made when it is first needed, since it compiles a schema of its own */
  constructor(create: () => ISchemaValidator) {
    this.#create = create;
  }

  validateData(
    plugin: ISettingRegistry.IPlugin,
    populate = true
  ): ISchemaValidator.IError[] | null {
    const { lecternDefaults } = plugin as BuiltPlugin;
    if (lecternDefaults === undefined || plugin.raw.trim() !== '{}') {
      this.#validator ??= this.#create();
      return this.#validator.validateData(plugin, populate);
    }
    if (populate) plugin.data = { composite: structuredClone(lecternDefaults), user: {} };
    return null;
  }

  readonly #create: () => ISchemaValidator;
  #validator: ISchemaValidator | null = null;
}
