/** JupyterLite's Pyodide kernel, in a worker that was started before, and that says when Python has ended. */

import { KernelMessage } from '@jupyterlab/services';
import { PyodideKernel } from '@jupyterlite/pyodide-kernel';
import { PromiseDelegate } from '@lumino/coreutils';
import { whenReleased } from '../worker/lifeline.js';
import type { FromWorker } from '../worker/messages.js';
import { GoingOn } from './going-on.js';

export class InstantKernel extends PyodideKernel {
  constructor(options: PyodideKernel.IOptions) {
    const goingOn = new GoingOn();
    super({ ...options, sendMessage: (message) => options.sendMessage(goingOn.of(message)) });
    this.#goingOn = goingOn;
    this.#send = options.sendMessage;
    this.#log = (data) =>
      options.logger?.({ payload: { type: 'text', level: 'critical', data }, kernelId: this.id });
    // Disposed while it starts, it is rejected, too.
    super.ready.catch(() => this.#died());
  }

  /** A kernel that could not start is ready to say so: messages wait for this before they are handled. */
  override get ready(): Promise<void> {
    const started = super.ready.catch(() => undefined);
    return Promise.race([started, this.#dead.promise]);
  }

  override async handleMessage(message: KernelMessage.IMessage): Promise<void> {
    if (this.isDisposed) return;
    if (this.#isDead) return this.#end(message.header.session);
    this.#goingOn.heard(message);
    try {
      await super.handleMessage(message);
    } catch (error) {
      // What a cell that ends Python rejects with is said by that end.
      if (!this.#isDead) throw error;
    }
  }

  /** An error of the program is a result: what rejects is Python, which has no memory left to say what the program met. */
  override async executeRequest(
    content: KernelMessage.IExecuteRequestMsg['content']
  ): Promise<KernelMessage.IExecuteReplyMsg['content']> {
    try {
      return await super.executeRequest(content);
    } catch (error) {
      if (!this.#isDead && !this.isDisposed) {
        this.#log(`${LOST}${String(error)}`);
        this.#died();
      }
      throw error;
    }
  }

  /** Called by the constructor of `PyodideKernel`, before anything of this class is set. */
  protected override initWorker(options: PyodideKernel.IOptions): Worker {
    const worker = globalThis.jupyterliteInstantKernel?.take() ?? super.initWorker(options);
    worker.addEventListener('message', ({ data }: MessageEvent<Partial<FromWorker> | null>) => {
      const said = data?.instantKernel;
      if (said === undefined) return;
      if ('fatal' in said) this.#died();
      if ('lifeline' in said) whenReleased(said.lifeline, () => this.#died());
    });
    worker.addEventListener('error', (event) => {
      // An exception that nobody caught is an `ErrorEvent`, and no end; a script that could not be loaded is none.
      if (!(event instanceof ErrorEvent)) this.#died();
    });
    return worker;
  }

  #died(): void {
    if (this.isDisposed) return;
    this.#isDead = true;
    this.#dead.resolve();
    // Before anybody has spoken to the kernel, nobody can be told: the first message is answered with it.
    const session = this.parent?.header.session;
    if (session !== undefined) this.#end(session);
  }

  /** Tells every client, and is gone: JupyterLite drops the kernel with its session, and the worker's memory is free. */
  #end(session: string): void {
    this.#send(dead(session));
    this.dispose();
  }

  readonly #goingOn: GoingOn;
  readonly #send: PyodideKernel.IOptions['sendMessage'];
  readonly #log: (text: string) => void;
  #isDead = false;
  readonly #dead = new PromiseDelegate<void>();
}

/** In the kernel's log, as Pyodide's own last words. */
const LOST = 'Python can run no more cells. The cause was: ';

/** JupyterLab's word for a kernel that will not run anything again; JupyterLite wants to know a client's session. */
function dead(session: string): KernelMessage.IStatusMsg {
  return KernelMessage.createMessage<KernelMessage.IStatusMsg>({
    channel: 'iopub',
    msgType: 'status',
    session,
    content: { execution_state: 'dead' }
  });
}
