import { KernelMessage } from '@jupyterlab/services';
import { expect, test } from 'vitest';
import { GoingOn } from './going-on.js';

const request = (stopOnError: boolean): KernelMessage.IMessage =>
  KernelMessage.createMessage<KernelMessage.IExecuteRequestMsg>({
    channel: 'shell',
    msgType: 'execute_request',
    session: 'session',
    content: { code: '1/0', stop_on_error: stopOnError }
  });
const reply = ({ header }: KernelMessage.IMessage): KernelMessage.IMessage =>
  KernelMessage.createMessage({
    channel: 'shell',
    msgType: 'execute_reply',
    session: 'session',
    parentHeader: header as KernelMessage.IHeader<'execute_request'>,
    content: {
      status: 'error',
      ename: 'ZeroDivisionError',
      evalue: '',
      traceback: [],
      execution_count: 1
    }
  } as never);

test('only the reply to a cell that may raise lets JupyterLite go on, once', () => {
  const goingOn = new GoingOn();
  const [stops, goes] = [request(true), request(false)];
  goingOn.heard(stops);
  goingOn.heard(goes);
  expect(goingOn.of(reply(stops)).metadata).toEqual({});
  expect(goingOn.of(reply(goes)).metadata).toEqual({ cause: 'interrupt' });
  expect(goingOn.of(reply(goes)).metadata).toEqual({});
});
