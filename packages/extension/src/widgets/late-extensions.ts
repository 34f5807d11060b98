/** Extensions of JupyterLab that the site has and no page starts with: loaded as JupyterLab would, when they are needed. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig, URLExt } from '@jupyterlab/coreutils';

/** As in `federated_extensions` of `jupyter-lite.json`. */
interface LateExtension {
  name: string;
  load: string;
  extension: string;
}

/** What webpack makes of an extension. */
interface Container {
  init(scope: unknown): Promise<void>;
  get(module: string): Promise<() => unknown>;
}

type Plugin = JupyterFrontEndPlugin<unknown>;

// Webpack puts the modules that all extensions share in its place.
declare const __webpack_share_scopes__: { default: unknown };
declare const window: Window & { _JUPYTERLAB?: Record<string, Container | undefined> };

/** Of the site, in the order in which they have to be loaded. */
export function lateExtensions(): LateExtension[] {
  const option = PageConfig.getOption('lecternLateExtensions');
  return option === '' ? [] : (JSON.parse(option) as LateExtension[]);
}

/** @throws {Error} where a script cannot be fetched: it may be tried again */
export async function loadLateExtensions(app: JupyterFrontEnd): Promise<void> {
  const extensions = lateExtensions();
  const containers = await Promise.all(extensions.map(containerOf));
  // Before any module is asked for: one of them may hold what another shares.
  for (const container of containers) await container.init(__webpack_share_scopes__.default);
  for (const [index, { extension }] of extensions.entries()) {
    const module = (await containers[index]!.get(extension))() as { default?: Plugin | Plugin[] };
    const plugins = [module.default ?? (module as unknown as Plugin)].flat();
    const missing = plugins.filter(({ id }) => !app.hasPlugin(id));
    app.registerPlugins(missing as never);
    for (const { id } of missing) await app.activatePlugin(id);
  }
}

async function containerOf({ name, load }: LateExtension): Promise<Container> {
  if (window._JUPYTERLAB?.[name] === undefined) {
    const url = URLExt.join(PageConfig.getOption('fullLabextensionsUrl'), name, load);
    await new Promise<void>((resolve, reject) => {
      const script = document.createElement('script');
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`${url} could not be fetched.`));
      script.src = url;
      document.head.append(script);
    });
  }
  return window._JUPYTERLAB![name]!;
}
