/** The JupyterLab plugin: JupyterLite's Pyodide kernel, as registered and set there, is created by this package. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import { ILoggerRegistry, type ILogPayload } from '@jupyterlab/logconsole';
import { IServiceWorkerManager } from '@jupyterlite/apputils';
import { IKernelSpecs, type IKernel } from '@jupyterlite/services';
import { withSettledWaits } from './settled-waits.js';

/** JupyterLite's plugin: a site's settings are under its name. */
const STOCK = '@jupyterlite/pyodide-kernel-extension:kernel';
/** Of its kernel. */
const NAME = 'python';

interface Settings {
  pyodideUrl?: string;
  pipliteWheelUrl?: string;
  pipliteUrls?: string[];
  disablePyPIFallback?: boolean;
  loadPyodideOptions?: Record<string, unknown>;
}

const kernel: JupyterFrontEndPlugin<void> = {
  id: '@lectern/instant-kernel:kernel',
  description: 'Provides the Pyodide kernel, started from a memory snapshot.',
  autoStart: true,
  requires: [IKernelSpecs],
  optional: [IServiceWorkerManager, ILoggerRegistry],
  activate: (
    app: JupyterFrontEnd,
    kernelSpecs: IKernelSpecs,
    serviceWorkers: IServiceWorkerManager | null,
    loggers: ILoggerRegistry | null
  ) => {
    const { contents: contentsManager, sessions } = app.serviceManager;
    const settings = readSettings();

    /** Into the log of the notebook that the kernel belongs to. */
    const logger = ({ payload, kernelId }: { payload: ILogPayload; kernelId: string }): void => {
      for (const { kernel: model, path } of sessions.running()) {
        if (model?.id === kernelId) return loggers?.getLogger(path).log(payload);
      }
      loggers?.getLogger('').log(payload);
    };

    const create = async (options: IKernel.IOptions): Promise<IKernel> => {
      const { InstantKernel } = await withSettledWaits(() => import('./kernel.js'));
      const mountDrive = Boolean(serviceWorkers?.enabled) || crossOriginIsolated;
      const created = new InstantKernel({
        ...options,
        ...settings,
        mountDrive,
        contentsManager,
        logger,
        ...(serviceWorkers === null ? {} : { browsingContextId: serviceWorkers.browsingContextId })
      } as ConstructorParameters<typeof InstantKernel>[0]);
      if (!mountDrive) {
        console.warn(NO_DRIVE);
        const tell = (): void =>
          logger({
            payload: { type: 'text', data: NO_DRIVE, level: 'warning' },
            kernelId: options.id
          });
        created.ready.then(tell, () => undefined);
      }
      return created;
    };

    /** Whenever JupyterLite's plugin has registered its kernel: the same, created otherwise. */
    const takeOver = (): void => {
      const spec = kernelSpecs.specs?.kernelspecs[NAME];
      if (spec && kernelSpecs.factories.get(NAME) !== create)
        kernelSpecs.register({ spec, create });
    };
    kernelSpecs.changed.connect(takeOver);
    takeOver();
  }
};

const NO_DRIVE =
  'Files that Python writes are not kept with the notebooks: the browser allows no service worker here. ' +
  'A private window is often the reason.';

/** Addresses are made absolute, as JupyterLite's plugin does. */
function readSettings(): Record<string, unknown> {
  const all = JSON.parse(PageConfig.getOption('litePluginSettings') || '{}') as Record<
    string,
    Settings | undefined
  >;
  const settings = all[STOCK] ?? {};
  const absolute = (url: string): string => URLExt.parse(url).href;
  const base = new URL(PageConfig.getBaseUrl(), location.href);
  if (settings.pyodideUrl === undefined) {
    throw new Error(`The instant kernel needs the option pyodideUrl of ${STOCK}.`);
  }
  const loadPyodideOptions = { ...settings.loadPyodideOptions };
  for (const [name, value] of Object.entries(loadPyodideOptions)) {
    if (name.endsWith('URL') && typeof value === 'string') {
      loadPyodideOptions[name] = new URL(value, base).href;
    }
  }
  return {
    pyodideUrl: absolute(settings.pyodideUrl),
    pipliteWheelUrl: settings.pipliteWheelUrl && absolute(settings.pipliteWheelUrl),
    pipliteUrls: (settings.pipliteUrls ?? []).map(absolute),
    disablePyPIFallback: settings.disablePyPIFallback === true,
    loadPyodideOptions
  };
}

export default kernel;
