/** `@lectern/extension:widgets`: what draws widgets is loaded with the first widget, and not with every page. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { onFirstWidget } from './first-widget.js';
import { lateExtensions, loadLateExtensions } from './late-extensions.js';

export const widgets: JupyterFrontEndPlugin<void> = {
  id: '@lectern/extension:widgets',
  description: 'Loads what draws widgets when a kernel makes the first one.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (app: JupyterFrontEnd, tracker: INotebookTracker) => {
    if (lateExtensions().length === 0) return;
    let loading: Promise<void> | undefined;
    let isLoaded = false;
    const load = (): Promise<void> => {
      loading ??= loadLateExtensions(app).then(
        () => {
          isLoaded = true;
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        }
      );
      return loading;
    };
    const listen = (kernel: Kernel.IKernelConnection | null | undefined): void => {
      if (kernel && !isLoaded) onFirstWidget(kernel, load);
    };
    const watch = (panel: NotebookPanel): void => {
      const { sessionContext } = panel;
      listen(sessionContext.session?.kernel);
      sessionContext.kernelChanged.connect((_, { newValue }) => listen(newValue));
      // Widgets that were saved with the notebook are drawn without a kernel.
      void panel.context.ready.then(() => {
        if (!panel.isDisposed && panel.model?.getMetadata('widgets') !== undefined) void load();
      });
    };
    tracker.forEach(watch);
    tracker.widgetAdded.connect((_, panel) => watch(panel));
  }
};
