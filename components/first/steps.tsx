import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { openWorkspace, workspaceKeys } from '../hooks/use-workspace-tab.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { AimStep } from './aim-step.tsx';
import { PracticeNotice } from './practice-notice.tsx';

export type Step = 'read' | 'save' | 'aim' | 'done';

const keys = [
  { keys: ['↑', '↓'], text: () => i18n.t('first.keys.move') },
  { keys: ['Space'], text: () => i18n.t('first.keys.tick') },
  { keys: ['E'], text: () => i18n.t('first.keys.edit') },
  { keys: ['N'], text: () => i18n.t('first.keys.note') },
  { keys: ['A'], text: () => i18n.t('first.keys.all') },
  { keys: ['Enter'], text: () => i18n.t('first.keys.save') },
];

/** What is to be done now, beside the page and the panel in which it is done. */
export function Steps({
  step,
  reading,
  failure,
  onRead,
  onDone,
}: {
  step: Step;
  reading: boolean;
  failure: string | undefined;
  onRead: () => void;
  onDone: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever saved by keyboard goes on here; in the list the rows have the keys.
    if (step === 'aim' || step === 'done') heading.current?.focus();
  }, [step]);
  switch (step) {
    case 'read':
      return (
        <Words title={i18n.t('first.readTitle')} why={i18n.t('first.readWhy')}>
          <Button look="primary" size="large" autoFocus disabled={reading} onClick={onRead}>
            {reading ? i18n.t('capture.reading') : i18n.t('first.read')}
          </Button>
          {failure !== undefined && (
            <p role="alert" className="text-danger">
              {i18n.t('first.failed', [failure])}
            </p>
          )}
        </Words>
      );
    case 'save':
      return (
        <Words title={i18n.t('first.saveTitle')} why={i18n.t('first.saveWhy')}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-base">
            {keys.map((one) => (
              <li key={one.keys[0]} className="flex items-center gap-1">
                {one.keys.map((key) => (
                  <kbd key={key} className="rounded-sm border border-edge px-1 font-sans text-sm">
                    {key}
                  </kbd>
                ))}
                {one.text()}
              </li>
            ))}
          </ul>
        </Words>
      );
    case 'aim':
      return (
        <Words ref={heading} title={i18n.t('first.aimTitle')} why={i18n.t('first.aimWhy')}>
          <AimStep onDone={onDone} />
        </Words>
      );
    case 'done':
      return (
        <Words ref={heading} title={i18n.t('first.doneTitle')} why={i18n.t('first.doneWhy')}>
          <ul className="flex list-disc flex-col gap-1 ps-5">
            <li>{i18n.t('first.next.page')}</li>
            <li>{i18n.t('first.next.pin')}</li>
            <li>{i18n.t('first.next.list')}</li>
          </ul>
          <PracticeNotice look="primary" />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => void attempt(() => openWorkspace('import'))}>{i18n.t('import.title')}</Button>
            <Button aria-keyshortcuts={workspaceKeys} onClick={() => void attempt(() => openWorkspace())}>
              {i18n.t('workspace.open')} <Kbd keys={workspaceKeys} />
            </Button>
          </div>
        </Words>
      );
  }
}

function Words({
  title,
  why,
  ref,
  children,
}: {
  title: string;
  why: string;
  ref?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  return (
    <div className="flex max-w-3xl flex-col items-start gap-3 text-lg">
      <h2 ref={ref} tabIndex={-1} className="text-lg font-semibold outline-none">
        {title}
      </h2>
      <p className="max-w-2xl">{why}</p>
      {children}
    </div>
  );
}
