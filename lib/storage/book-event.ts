export type BookEvent = {
  stores: (
    | 'people'
    | 'companies'
    | 'tray'
    | 'meta'
    | 'interactions'
    | 'tasks'
    | 'profiles'
    | 'scores'
    | 'ledger'
    | 'erased'
    | 'orderBatches'
    | 'orderCustomers'
    | 'customerValues'
    | 'handovers'
    | 'references'
  )[];
  leadIds: string[];
  urls: string[];
};

const channelName = 'book';

/** Calls the listener after every write to the book, from this or any other page of the extension. Returns the way to stop. */
export function onBookChange(listener: (event: BookEvent) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = (message: MessageEvent<BookEvent>) => listener(message.data);
  return () => channel.close();
}

/** Tells every open surface what was written. A channel of its own each time, so that listeners of this page hear it too. */
export function announce(event: BookEvent): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(event);
  channel.close();
}
