import { i18n } from '#i18n';
import { dayWord } from '../capture/words.ts';

/** Says of a page that people on it are not kept, because they were erased. In: since when, for each of them. */
export function NotKept({ erased }: { erased: readonly number[] }) {
  const last = dayWord(Math.max(...erased));
  return (
    <p role="status" className="shrink-0 border-b border-line bg-wash px-3 py-1.5 text-sm">
      {i18n.t('privacy.notKept', erased.length, [last, erased.length])}
    </p>
  );
}
