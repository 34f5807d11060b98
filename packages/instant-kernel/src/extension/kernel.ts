/** JupyterLite's Pyodide kernel, in a worker that was started before, and that says when Python has ended. */

import { KernelMessage } from '@jupyterlab/services';
import { PyodideKernel } from '@jupyterlite/pyodide-kernel';
import type { FromWorker } from '../worker/messages.js';

export class InstantKernel extends PyodideKernel {
  /** Called by the constructor of `PyodideKernel`, before anything of this class is set. */
  protected override initWorker(options: PyodideKernel.IOptions): Worker {
    const worker = globalThis.jupyterliteInstantKernel?.take() ?? super.initWorker(options);
    worker.addEventListener('message', ({ data }: MessageEvent<Partial<FromWorker> | null>) => {
      const said = data?.instantKernel;
      if (said !== undefined && 'fatal' in said) options.sendMessage(dead());
    });
    return worker;
  }
}

/** JupyterLab's word for a kernel that will not run anything again. */
function dead(): KernelMessage.IStatusMsg {
  return KernelMessage.createMessage<KernelMessage.IStatusMsg>({
    channel: 'iopub',
    msgType: 'status',
    session: '',
    content: { execution_state: 'dead' }
  });
}
