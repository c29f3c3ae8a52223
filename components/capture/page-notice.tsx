import {
  CircleOffIcon,
  FileWarningIcon,
  HourglassIcon,
  type LucideIcon,
  MousePointerClickIcon,
  ScanTextIcon,
  SearchXIcon,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { Refusal } from '../hooks/use-active-tab.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Progress } from '../ui/progress.tsx';
import type { Situation } from './page-situation.ts';

const icons: Record<Refusal, LucideIcon> = {
  browserPage: CircleOffIcon,
  webStore: CircleOffIcon,
  pdf: FileWarningIcon,
  noGrant: MousePointerClickIcon,
  fileAccess: FileWarningIcon,
  gone: SearchXIcon,
  failed: FileWarningIcon,
  tooSlow: HourglassIcon,
};
/** Refusals after which reading again may well succeed. */
const mayRetry = new Set<Refusal>(['gone', 'failed', 'tooSlow', 'fileAccess']);

/** Why there is nothing to show, in one sentence, and what helps. */
export function PageNotice({
  situation,
  onRead,
  onAllow,
  onTeach,
}: {
  situation: Situation;
  onRead: () => void;
  /** Absent where the site is always read already, or can't be. */
  onAllow?: (() => void) | undefined;
  /** Absent where the page can't be pointed at. */
  onTeach?: (() => void) | undefined;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const allow = onAllow && (
    <Button look="quiet" title={i18n.t('capture.allowSiteHint')} onClick={onAllow}>
      {i18n.t('capture.allowSite')}
    </Button>
  );
  const offers = situation.is === 'readable';
  useEffect(() => {
    if (offers && document.activeElement === document.body) button.current?.focus();
  }, [offers]);
  switch (situation.is) {
    case 'drafts':
      return null;
    case 'opening':
      return null;
    case 'reading':
      return (
        <div role="status" className="flex flex-col gap-2 px-6 py-10 text-center text-soft">
          {i18n.t('capture.reading')}
          <Progress label={i18n.t('capture.reading')} />
        </div>
      );
    case 'nothing':
      return (
        <EmptyState icon={SearchXIcon} title={i18n.t('capture.nothing.title')}>
          <p>{i18n.t(situation.siteChanged ? 'capture.siteChanged' : 'capture.nothing.why')}</p>
          <Button onClick={onRead}>{i18n.t('capture.readAgain')}</Button>
          {onTeach && (
            <Button look="quiet" title={i18n.t('teach.openHint')} onClick={onTeach}>
              {i18n.t('teach.open')}
            </Button>
          )}
          {allow}
        </EmptyState>
      );
    case 'readable':
      return (
        <EmptyState icon={ScanTextIcon} title={i18n.t('capture.readPageWhy')}>
          <Button ref={button} look="primary" onClick={onRead}>
            {i18n.t('capture.readPage')}
          </Button>
          {allow}
        </EmptyState>
      );
    case 'left':
      return (
        <EmptyState icon={MousePointerClickIcon} title={i18n.t('capture.pressKey')}>
          <p>{i18n.t('capture.pressKeyWhy')}</p>
        </EmptyState>
      );
    case 'refused':
      return (
        <EmptyState icon={icons[situation.refusal]} title={i18n.t(`capture.refusal.${situation.refusal}`)}>
          <p>{i18n.t(`capture.refusal.${situation.refusal}Help`)}</p>
          {situation.refusal === 'failed' && situation.detail !== '' && (
            <p className="max-w-full break-words text-sm">{situation.detail.slice(0, 200)}</p>
          )}
          {mayRetry.has(situation.refusal) && <Button onClick={onRead}>{i18n.t('capture.readAgain')}</Button>}
        </EmptyState>
      );
  }
}
