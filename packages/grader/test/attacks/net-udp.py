# Sends a packet.
# seen: udp
# must: failed error
# chromium: no meaning: a page has no sockets

import js

js.Function.new(
    """
    const send = (dgram) => {
      const socket = dgram.createSocket('udp4').on('error', () => {});
      socket.send('@TOKEN@', @UDP@, '127.0.0.1', () => {});
    };
    if (globalThis.process) send(process.getBuiltinModule('node:dgram'));
    else import('node:dgram').then((dgram) => send(dgram.default)).catch(() => {});
    """
)()


def f(x):
    return 0
