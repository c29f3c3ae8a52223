import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { classNames } from '../ui/class-names.ts';

/** Light rim that a phone's reader looks for, in modules. */
const rim = 3;

/** Draws the code of an address anew, to be scanned with the phone: the same code that was on the page. */
export function ChatCode({ link, className }: { link: string; className?: string }) {
  const [modules, setModules] = useState<boolean[][]>();
  useEffect(() => {
    let stopped = false;
    void import('qr').then(({ encodeQR }) => {
      if (!stopped) setModules(encodeQR(link, 'raw', { border: rim }));
    });
    return () => {
      stopped = true;
    };
  }, [link]);
  if (!modules) return null;
  const path = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      role="img"
      aria-label={i18n.t('qr.showing')}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      className={classNames('my-1 size-32 rounded-sm bg-white', className)}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
