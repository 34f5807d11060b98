/** A notebook open in a page, and its kernel asked over the notebook's own connection, message by message. */

import type { Page } from '@playwright/test';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import { exposeApp } from './expose-app.js';
import type { Probe } from './probes.js';

export interface Message {
  type: string;
  content: unknown;
}

/** What came back for a probe: the reply last. */
export type Answer = Message[];

/** As `window.jupyterapp` has it in a page with one notebook. */
interface App {
  shell: { currentWidget: { sessionContext?: Context } | null };
}
interface Context {
  ready: Promise<void>;
  session: { kernel: Kernel.IKernelConnection | null } | null;
}
declare global {
  var jupyterapp: App | undefined;
  var lecternComms: unknown[];
}

export class KernelPage {
  constructor(readonly page: Page) {}

  async open(url: string): Promise<void> {
    await this.page.addInitScript(exposeApp);
    await this.page.goto(url);
    await this.ready();
  }

  /** Until the notebook's kernel answers. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(
      () => globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel,
      null,
      { timeout: 120_000 }
    );
    await this.ask({ code: 'None' });
  }

  ask({ code, request = 'execute', stdin = [] }: Probe): Promise<Answer> {
    return this.page.evaluate(askKernel, { code, request, stdin });
  }

  /** The text of an expression's value. */
  async value(expression: string): Promise<string> {
    const answer = await this.ask({ code: expression });
    const result = answer.find(({ type }) => type === 'execute_result');
    const { data } = (result?.content ?? {}) as { data?: Record<string, string> };
    return data?.['text/plain'] ?? JSON.stringify(answer);
  }
}

/** Runs in the page. */
async function askKernel({
  code,
  request,
  stdin
}: Required<Pick<Probe, 'code' | 'request' | 'stdin'>>): Promise<Answer> {
  const kernel = globalThis.jupyterapp!.shell.currentWidget!.sessionContext!.session!.kernel!;
  const messages: Answer = [];
  const note = ({ header, content }: KernelMessage.IMessage): void => {
    if (header.msg_type === 'status') return;
    messages.push({ type: header.msg_type, content: structuredClone(content) });
  };
  const at = { code, cursor_pos: code.length };
  switch (request) {
    case 'complete':
      note(await kernel.requestComplete(at));
      break;
    case 'inspect':
      note(await kernel.requestInspect({ ...at, detail_level: 0 }));
      break;
    case 'is_complete':
      note(await kernel.requestIsComplete({ code }));
      break;
    case 'execute': {
      const answers = [...stdin];
      const future = kernel.requestExecute({ code, allow_stdin: true, stop_on_error: false });
      future.onIOPub = note;
      future.onStdin = (message) => {
        note(message);
        future.sendInputReply(
          { status: 'ok', value: answers.shift() ?? '' },
          message.header as KernelMessage.IHeader<'input_request'>
        );
      };
      note(await future.done);
    }
  }
  return messages;
}
