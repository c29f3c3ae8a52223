import { i18n } from '#i18n';
import { Dialog } from '../ui/dialog.tsx';
import { sections } from '../workspace/sections.ts';
import { type KeyLine, keysEverywhere, keysOf } from './page-keys.ts';

type Props = { surface: 'workspace' | 'panel'; page: string; onClose: () => void };

/** The keys of the page that is open, those of everywhere, and in the workspace the letters of the other pages. */
export function KeysDialog({ surface, page, onClose }: Props) {
  const own = keysOf(page);
  const pages = sections.map(({ letter, label }) => ({ keys: ['G', letter.toUpperCase()], text: label() }));
  return (
    <Dialog open title={i18n.t('first.help.title')} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 min-[560px]:grid-cols-[repeat(2,minmax(0,1fr))]">
        <div className="flex flex-col gap-4">
          {own.length > 0 && <KeyLines title={i18n.t('first.help.here')} lines={own} />}
          <KeyLines title={i18n.t('first.help.everywhere')} lines={keysEverywhere(surface)} />
        </div>
        {surface === 'workspace' && <KeyLines title={i18n.t('first.help.pages')} lines={pages} />}
      </div>
    </Dialog>
  );
}

function KeyLines({ title, lines }: { title: string; lines: readonly KeyLine[] }) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium">{title}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {lines.map(({ keys, text }) => (
          <div key={`${keys.join(' ')} ${text}`} className="col-span-2 grid grid-cols-subgrid items-baseline">
            <dt className="flex flex-wrap gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-sm border border-edge px-1 font-sans text-sm">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
