import type { Sender, Wire } from '../../../lib/messaging/transport.ts';

type Receive = Parameters<Wire['listen']>[0];

/** A wire in memory: what is sent is copied as the browser would, and arrives with the sender that the test says. */
export function memoryWire(sender: Sender): Wire {
  const receivers = new Set<Receive>();
  return {
    self: { id: 'own', origin: 'chrome-extension://own' },
    async send(message) {
      for (const receive of receivers) {
        const answer = receive(structuredClone(message), sender);
        if (answer) return structuredClone(await answer);
      }
      return undefined;
    },
    listen(receive) {
      receivers.add(receive);
      return () => receivers.delete(receive);
    },
  };
}
