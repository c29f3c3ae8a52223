import { useCallback, useState } from 'react';
import type { Request } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/transport.ts';
import { trayKey } from '../../lib/storage/tray-key.ts';

export type PasteState = { at: 'idle' | 'reading' } | { at: 'nothing' | 'noCode' } | { at: 'failed'; detail: string };

type Given = Pick<Request<'text.read'>, 'text' | 'as'>;

/**
 * Reads pasted text, a pasted table, or the QR code in a picture. Resolves with the address of its own tray page, undefined
 * where nothing was found.
 */
export function usePaste() {
  const [state, setState] = useState<PasteState>({ at: 'idle' });
  const read = useCallback(async (look: () => Promise<Given | undefined>): Promise<string | undefined> => {
    setState({ at: 'reading' });
    try {
      const given = await look();
      if (!given) {
        setState({ at: 'noCode' });
        return undefined;
      }
      const outcome = await sendMessage('text.read', given);
      if (!outcome.ok) {
        setState({ at: 'failed', detail: outcome.detail || outcome.refusal });
        return undefined;
      }
      const { people, companies, url } = outcome.reading;
      const found = people.length + companies.length > 0;
      setState({ at: found ? 'idle' : 'nothing' });
      return found ? trayKey(url) : undefined;
    } catch (cause) {
      setState({ at: 'failed', detail: cause instanceof Error ? cause.message : String(cause) });
      return undefined;
    }
  }, []);
  const paste = useCallback(
    (pasted: { text: string; html: string }) =>
      read(async () => {
        const table = /<table[\s>]/i.test(pasted.html);
        return { text: table ? pasted.html : pasted.text, as: table ? 'html' : 'text' };
      }),
    [read],
  );
  const pastePicture = useCallback(
    (picture: Blob) =>
      read(async () => {
        // The decoder is loaded with the first picture: most sessions have none.
        const { decodePicture } = await import('../../lib/capture/code/picture.ts');
        const text = await decodePicture(picture);
        return text === undefined ? undefined : { text, as: 'code' };
      }),
    [read],
  );
  const reset = useCallback(() => setState({ at: 'idle' }), []);
  return { state, paste, pastePicture, reset };
}
