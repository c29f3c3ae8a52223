import { ownFolder } from '../../lib/backup/folder.ts';
import { onMessage } from '../../lib/messaging/transport.ts';

// A page that nobody sees: the background's worker can make no address of a file, and the browser's downloads need one.
onMessage({
  'backup.address': async ({ name }) => ({ url: URL.createObjectURL(await (await ownFolder()).file(name)) }),
});
