import { XIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import {
  type PickAct,
  type Recipe,
  type Target,
  type TeachTrouble,
  teachFields,
  useTeach,
} from '../hooks/use-teach.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { Segments } from '../ui/segments.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { numberWord } from './words.ts';

const steers: Record<string, PickAct> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Enter: 'take',
  Escape: 'end',
};

const targetWord = (target: Target): string =>
  target === 'card' ? i18n.t('teach.entry') : i18n.t(`teach.field.${target}`);

const troubleWord = ({ why, detail }: TeachTrouble): string =>
  why === 'failed' ? i18n.t('teach.trouble.failed', [detail.slice(0, 200)]) : i18n.t(`teach.trouble.${why}`);

/** One thing to point at: what it is, what was pointed at, and the button for it. */
function TeachRow({
  target,
  shown,
  pointing,
  disabled,
  onPoint,
  onForget,
}: {
  target: Target;
  /** Absent where nothing was pointed at yet. */
  shown: string | undefined;
  pointing: boolean;
  disabled: boolean;
  onPoint: () => void;
  onForget: () => void;
}) {
  const word = targetWord(target);
  return (
    <li
      className={`flex min-h-8 items-center gap-2 border-b border-line ps-3 pe-1.5 ${pointing ? 'bg-accent-wash' : ''}`}
    >
      <span className="w-16 shrink-0 text-sm text-soft">{word}</span>
      <span className={`min-w-0 flex-1 truncate ${shown === undefined ? 'text-sm text-soft' : ''}`} title={shown}>
        {shown ?? i18n.t('teach.notYet')}
      </span>
      {shown !== undefined && (
        <IconButton
          size="small"
          icon={XIcon}
          label={i18n.t('teach.forget', [word])}
          disabled={disabled}
          onClick={onForget}
        />
      )}
      <Button
        size="small"
        look={shown === undefined ? 'line' : 'quiet'}
        disabled={disabled}
        aria-label={i18n.t(shown === undefined ? 'teach.pointAt' : 'teach.anotherOf', [word])}
        onClick={onPoint}
      >
        {i18n.t(shown === undefined ? 'teach.point' : 'teach.another')}
      </Button>
    </li>
  );
}

/** Teaching the page in front by pointing: an entry, what stands in it, what that finds, and its name. */
export function TeachView({
  tabId,
  suggestion,
  likely,
  onDone,
}: {
  tabId: number;
  /** A name to begin with. */
  suggestion: string;
  /** What the entries most likely are. */
  likely: Recipe['kind'];
  /** Called when done; `taught` says whether there is something to read by. */
  onDone: (taught: boolean) => void;
}) {
  const teach = useTeach(tabId, likely);
  const { kind, target, trouble, preview, texts, entries, act } = teach;
  const [name, setName] = useState(suggestion);
  const [keeping, setKeeping] = useState(false);

  const point = async (what: Target): Promise<void> => {
    const words = {
      label: i18n.t('teach.pointing', [targetWord(what)]),
      hint: i18n.t(what === 'card' ? 'teach.hintCard' : 'teach.hintField'),
    };
    const learnt = await teach.point(what, words);
    // an entry without a name is of no use: the name is asked for at once
    if (learnt && what === 'card' && !texts.has('name')) await point('name');
  };

  useEffect(() => {
    if (target === undefined) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const what = steers[event.key];
      const within = event.target as HTMLElement;
      if (!what || /^(INPUT|TEXTAREA|SELECT)$/.test(within.tagName)) return;
      if (what === 'take' && within.tagName === 'BUTTON') return;
      event.preventDefault();
      event.stopPropagation();
      void act(what).catch((cause: unknown) => sayError(String(cause)));
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [target, act]);

  const keep = async () => {
    setKeeping(true);
    try {
      const kept = await teach.keep(name.trim());
      if (!kept) return;
      say(i18n.t('teach.saved', [kept.name, numberWord(preview?.count ?? 0)]));
      onDone(true);
    } catch (cause) {
      sayError(i18n.t('teach.notSaved', [cause instanceof Error ? cause.message : String(cause)]));
    } finally {
      setKeeping(false);
    }
  };

  const busy = target !== undefined;
  const ready = preview !== undefined && preview.count > 0 && name.trim() !== '';
  return (
    <section aria-label={i18n.t('teach.title')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center border-b border-line py-1 ps-3 pe-1.5">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{i18n.t('teach.title')}</h2>
        <IconButton size="small" icon={XIcon} label={i18n.t('teach.close')} onClick={() => onDone(false)} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <p className="px-3 pt-2 text-balance text-soft">{i18n.t('teach.how')}</p>
        <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
          <span className="text-sm text-soft">{i18n.t('teach.each')}</span>
          <Segments
            label={i18n.t('teach.each')}
            value={kind}
            onChange={teach.setKind}
            options={[
              { value: 'company', text: i18n.t('teach.company') },
              { value: 'person', text: i18n.t('teach.person') },
            ]}
          />
        </div>
        {entries !== undefined && (
          <ul>
            <TeachRow
              target="card"
              shown={i18n.t('teach.entries', entries, [numberWord(entries)])}
              pointing={target === 'card'}
              disabled={busy}
              onPoint={() => void point('card')}
              onForget={() => teach.forget('card')}
            />
            {teachFields[kind].map((field) => (
              <TeachRow
                key={field}
                target={field}
                shown={texts.get(field)}
                pointing={target === field}
                disabled={busy}
                onPoint={() => void point(field)}
                onForget={() => teach.forget(field)}
              />
            ))}
          </ul>
        )}
        {preview && (
          <div className="px-3 py-2" role="status">
            <p className="font-medium">{i18n.t('teach.found', preview.count, [numberWord(preview.count)])}</p>
            <ul>
              {preview.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same three places each time
                <li key={at} className="truncate text-sm" title={`${row.name} · ${row.more}`}>
                  {row.name} <span className="text-soft">{row.more}</span>
                </li>
              ))}
            </ul>
            {preview.count > preview.rows.length && (
              <p className="text-sm text-soft">
                {i18n.t('teach.more', [numberWord(preview.count - preview.rows.length)])}
              </p>
            )}
          </div>
        )}
      </div>
      <footer className="flex shrink-0 flex-col gap-1.5 border-t border-line px-3 py-1.5">
        {trouble && (
          <p role="alert" className="text-danger">
            {troubleWord(trouble)}
          </p>
        )}
        {target !== undefined ? (
          <div className="flex min-h-9 items-center gap-2">
            <p role="status" className="min-w-0 flex-1">
              <strong className="font-semibold">{i18n.t('teach.pointing', [targetWord(target)])}</strong>{' '}
              <span className="text-sm text-soft">
                {i18n.t(target === 'card' ? 'teach.hintCard' : 'teach.hintField')}
              </span>
            </p>
            <Button onClick={() => void act('end').catch((cause: unknown) => sayError(String(cause)))}>
              {i18n.t('teach.stop')}
            </Button>
          </div>
        ) : (
          <>
            {preview && (
              <Field label={i18n.t('teach.recipeName')}>
                {(props) => (
                  <Input {...props} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
                )}
              </Field>
            )}
            {entries === undefined ? (
              <Button look="primary" size="large" onClick={() => void point('card')}>
                {i18n.t('teach.pointAt', [i18n.t('teach.entry')])}
              </Button>
            ) : (
              <Button
                look={ready ? 'primary' : 'line'}
                size="large"
                disabled={!ready || keeping}
                onClick={() => void keep()}
              >
                {i18n.t(preview ? 'teach.save' : 'teach.nameFirst')}
              </Button>
            )}
          </>
        )}
      </footer>
    </section>
  );
}
