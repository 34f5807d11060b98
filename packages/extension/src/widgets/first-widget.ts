/** Waits for a kernel's first widget, and hands it to the widget manager that is loaded for it. */

import type { Kernel } from '@jupyterlab/services';

/** Of the Jupyter widget messaging protocol. */
const TARGET = 'jupyter.widget';

type OnOpen = Parameters<Kernel.IKernelConnection['registerCommTarget']>[1];

/**
 * While `load` runs, the kernel's later messages wait, the cell's output with the widget among them: they find the
 * manager, as if it had been there from the start.
 *
 * @param load brings the manager, which registers itself with the kernel for what it is to be told from then on
 */
export function onFirstWidget(kernel: Kernel.IKernelConnection, load: () => Promise<void>): void {
  const first: OnOpen = async (comm, message) => {
    const manager = registered(kernel);
    await load();
    return (await manager)(comm, message);
  };
  kernel.registerCommTarget(TARGET, first);
}

/** Who registers for widgets next. */
function registered(kernel: Kernel.IKernelConnection): Promise<OnOpen> {
  const register = kernel.registerCommTarget.bind(kernel);
  return new Promise((resolve) => {
    kernel.registerCommTarget = (name, onOpen) => {
      register(name, onOpen);
      if (name === TARGET) resolve(onOpen);
    };
  });
}
