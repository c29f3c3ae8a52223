import { i18n } from '#i18n';
import type { LeadSource } from '../../lib/domain/schema/lead.ts';
import { guessSource } from '../../lib/work/source-guess.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { Button } from '../ui/button.tsx';

/** Offers how one met those on a page, where its address tells; nothing is set unasked. In: the address, whether it is a mail. */
export function SourceHint({
  url,
  isMail,
  onTake,
}: {
  url: string;
  isMail: boolean;
  onTake: (source: LeadSource) => void;
}) {
  const [sources] = useSetting('sources');
  const guess = sources && guessSource(url, sources, isMail);
  if (!guess) return null;
  const text = guess.name || i18n.t(`exchange.group.${guess.group}`);
  return (
    <p className="flex items-center gap-2 px-2 pb-1 text-sm text-soft">
      <span className="min-w-0 flex-1 truncate">{i18n.t('work.sourceGuess', [text])}</span>
      <Button look="quiet" size="small" onClick={() => onTake(guess)}>
        {i18n.t('work.sourceTake')}
      </Button>
    </p>
  );
}
