/**
 * What waits behind a cell that is meant to raise. Jupyter's protocol has a request say so (`stop_on_error: false`, which
 * JupyterLab says of cells tagged `raises-exception`). JupyterLite 0.8.6 drops what waits all the same, after each reply
 * that tells of an error, unless its metadata say that an interrupt was the cause.
 */

import type { KernelMessage } from '@jupyterlab/services';

export class GoingOn {
  heard({ header, content }: KernelMessage.IMessage): void {
    const { stop_on_error } = content as { stop_on_error?: boolean };
    if (header.msg_type === 'execute_request' && stop_on_error === false) {
      this.#requests.add(header.msg_id);
    }
  }

  /** The same message, for JupyterLite to go on after it where that was asked for. */
  of(message: KernelMessage.IMessage): KernelMessage.IMessage {
    if (message.header.msg_type !== 'execute_reply') return message;
    const { msg_id } = message.parent_header as Partial<KernelMessage.IHeader>;
    if (msg_id === undefined || !this.#requests.delete(msg_id)) return message;
    return { ...message, metadata: { ...message.metadata, cause: 'interrupt' } };
  }

  readonly #requests = new Set<string>();
}
