/** What only the page's side of a kernel connection can do: each function runs in the page and says what came of it. */

import type { KernelMessage } from '@jupyterlab/services';

/** A comm opened by the kernel, and one opened by the page; what each side heard. */
export async function commsBothWays(): Promise<unknown[]> {
  const kernel = globalThis.jupyterapp!.shell.currentWidget!.sessionContext!.session!.kernel!;
  const heard: unknown[] = [];
  const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));
  /** A kernel that leaves a request without an answer is one that the other must be like. */
  const answered = async <T>(request: Promise<T>): Promise<T | null> => {
    const limit = new Promise<null>((resolve) => setTimeout(() => resolve(null), 10_000));
    const answer = await Promise.race([request, limit]);
    if (answer === null) heard.push('no answer');
    return answer;
  };
  const run = async (code: string): Promise<void> => {
    const future = kernel.requestExecute({ code });
    future.onIOPub = ({ header, content }) => {
      if (header.msg_type === 'stream') heard.push(['printed', content]);
      if (header.msg_type === 'error') heard.push(['error', content]);
    };
    await answered(future.done);
  };
  kernel.registerCommTarget('from-kernel', (comm, { content, metadata, buffers }) => {
    heard.push(['opened', content.data, metadata, buffers?.length]);
    comm.onMsg = (message) => {
      const bytes = message.buffers?.map((buffer) => [...bytesOf(buffer)]);
      heard.push(['message', message.content.data, bytes]);
      comm.send({ answer: 1 }, {}, [new Uint8Array([4, 5]).buffer]);
    };
    comm.onClose = ({ content: { data } }) => void heard.push(['closed', data]);
  });
  const bytesOf = (buffer: ArrayBuffer | ArrayBufferView): Uint8Array =>
    buffer instanceof ArrayBuffer
      ? new Uint8Array(buffer)
      : new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  await run(`
from comm import create_comm
heard = []
ours = create_comm(target_name='from-kernel', data={'a': 1}, metadata={'m': 2})
ours.on_msg(lambda message: heard.append((message['content']['data'], [bytes(b) for b in message.get('buffers') or []])))
ours.send({'b': [1, 2]}, buffers=[b'\\x01\\x02'])`);
  await moment();
  await run('print(heard)\nours.close({"c": 3})');
  await moment();
  await run(`
def opened(comm, message):
    print('target', message['content']['data'])
    comm.on_msg(lambda message: comm.send({'echo': message['content']['data']}))
get_ipython().kernel.comm_manager.register_target('from-page', opened)`);
  const comm = kernel.createComm('from-page', 'of-a-fixed-id');
  comm.onMsg = (message: KernelMessage.ICommMsgMsg) =>
    void heard.push(['message', message.content.data]);
  comm.open({ d: 4 });
  comm.send({ e: 5 });
  await moment();
  const info = await answered(kernel.requestCommInfo({ target_name: 'from-page' }));
  heard.push(info?.content);
  comm.close();
  await moment();
  return heard;
}

/** Runs `code` and interrupts it; the reply, or that there was none in time; and whether the kernel runs on. */
export async function interrupted(code: string): Promise<unknown[]> {
  const kernel = globalThis.jupyterapp!.shell.currentWidget!.sessionContext!.session!.kernel!;
  const heard: unknown[] = [];
  const future = kernel.requestExecute({ code });
  future.onIOPub = ({ header, content }) => void heard.push([header.msg_type, content]);
  await new Promise((resolve) => setTimeout(resolve, 700));
  await kernel.interrupt().catch((error: unknown) => heard.push(['refused', String(error)]));
  const reply = await Promise.race([
    future.done,
    new Promise<null>((resolve) => setTimeout(() => resolve(null), 5_000))
  ]);
  heard.push(['reply', reply?.content]);
  return heard;
}

export async function restartKernel(): Promise<void> {
  await globalThis.jupyterapp!.shell.currentWidget!.sessionContext!.session!.kernel!.restart();
}
