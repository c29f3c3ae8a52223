import { i18n } from '#i18n';
import type { Lesson } from '../../lib/scoring/learn/learn.ts';
import { numberText } from '../icp/points-words.ts';
import { Progress } from '../ui/progress.tsx';

/** Why no points are suggested, and what is missing. */
export function Refusal({ lesson }: { lesson: Extract<Lesson, { ok: false }> }) {
  if (lesson.reason !== 'tooFew') return <p className="max-w-prose text-pretty">{i18n.t(`learn.${lesson.reason}`)}</p>;
  const { needed } = lesson;
  return (
    <div className="flex max-w-prose flex-col gap-2">
      <p className="text-pretty">{i18n.t('learn.needed', [numberText(needed)])}</p>
      {(['won', 'lost'] as const).map((kind) => {
        const missing = Math.max(0, needed - lesson[kind]);
        const text = i18n.t(`learn.missing.${kind}`, missing, [numberText(missing)]);
        return (
          <div key={kind} className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-2">
            <Progress value={Math.min(lesson[kind], needed)} max={needed} label={text} />
            <span>
              {text} <span className="text-soft">({i18n.t(`learn.${kind}`, lesson[kind])})</span>
            </span>
          </div>
        );
      })}
    </div>
  );
}
