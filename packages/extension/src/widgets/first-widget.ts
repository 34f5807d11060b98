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
    try {
      await load();
      await manager;
      await nextTask();
    } finally {
      kernel.handleComms = true;
    }
    return (await manager)(comm, message);
  };
  kernel.registerCommTarget(TARGET, first);
}

/**
 * Who registers for widgets next. A manager goes on to ask the kernel for the states of all widgets that it may have, and
 * puts the answer over what the learner has moved meanwhile. It does not ask a kernel without comms, and of this one no
 * widget is older than the manager: so it has none for that moment.
 */
function registered(kernel: Kernel.IKernelConnection): Promise<OnOpen> {
  const register = kernel.registerCommTarget.bind(kernel);
  return new Promise((resolve) => {
    kernel.registerCommTarget = (name, onOpen) => {
      register(name, onOpen);
      if (name !== TARGET) return;
      kernel.registerCommTarget = register;
      kernel.handleComms = false;
      resolve(onOpen);
    };
  });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
