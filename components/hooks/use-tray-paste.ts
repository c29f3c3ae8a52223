import { useCallback, useState } from 'react';
import { sendMessage } from '../../lib/messaging/transport.ts';
import { trayKey } from '../../lib/storage/tray-key.ts';

export type PasteState = { at: 'idle' | 'reading' } | { at: 'nothing' } | { at: 'failed'; detail: string };

/** Reads pasted text or a pasted table. Resolves with the address of its own tray page, undefined where nothing was found. */
export function usePaste() {
  const [state, setState] = useState<PasteState>({ at: 'idle' });
  const paste = useCallback(async (pasted: { text: string; html: string }): Promise<string | undefined> => {
    setState({ at: 'reading' });
    try {
      const table = /<table[\s>]/i.test(pasted.html);
      const outcome = await sendMessage('text.read', {
        text: table ? pasted.html : pasted.text,
        as: table ? 'html' : 'text',
      });
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
  const reset = useCallback(() => setState({ at: 'idle' }), []);
  return { state, paste, reset };
}
