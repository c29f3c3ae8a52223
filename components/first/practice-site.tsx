import { useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { i18n } from '#i18n';
import { practiceDomain } from '../../lib/domain/practice.ts';

/** How the practice page looks: like a page of the web, not like a part of ours. */
const style = `
  :root { color-scheme: light dark; font: 15px/1.5 Georgia, "Songti SC", "Noto Serif CJK SC", serif; }
  body { margin: 0; font: inherit; }
  .top { padding: 14px 24px; border-bottom: 3px solid #b4552d; display: flex; gap: 16px; align-items: baseline; flex-wrap: wrap; }
  .team { padding: 4px 24px 12px; }
  h1 { font-size: 24px; margin: 14px 0 4px; }
  h2 { font-size: 16px; margin: 0; }
  ul { list-style: none; padding: 0; margin: 14px 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr)); }
  li { border: 1px solid color-mix(in srgb, currentColor 30%, transparent); padding: 10px 14px; overflow-wrap: anywhere; }
  p { margin: 0; }
  .foot { padding: 12px 24px; font-size: 13px; border-top: 1px solid color-mix(in srgb, currentColor 30%, transparent); }
`;

const people = [
  { name: 'name1', title: 'title1' },
  { name: 'name2', title: 'title2' },
  { name: 'name3', title: 'title3' },
  { name: 'name4', title: 'title4' },
] as const;
type Contact = { mail: string; phone: string };
/** Of the four, as their country writes them; the numbers are kept free for stories where there are such. */
const english: readonly Contact[] = [
  { mail: 'm.hale', phone: '+44 1632 960101' },
  { mail: 't.nowak', phone: '+44 1632 960114' },
  { mail: 'p.raman', phone: '+44 1632 960120' },
  { mail: 'd.osei', phone: '+44 1632 960133' },
];
const contacts: Record<string, readonly Contact[]> = {
  de: [
    { mail: 'm.hale', phone: '+49 171 3920001' },
    { mail: 't.nowak', phone: '+49 171 3920014' },
    { mail: 'p.raman', phone: '+49 171 3920020' },
    { mail: 'd.osei', phone: '+49 171 3920033' },
  ],
  zh: [
    { mail: 'min.zhang', phone: '+86 574 5550 0101' },
    { mail: 'wei.li', phone: '+86 574 5550 0114' },
    { mail: 'fang.wang', phone: '+86 574 5550 0120' },
    { mail: 'jie.chen', phone: '+86 574 5550 0133' },
  ],
};

/** The team page of a company that does not exist, drawn into a frame of its own so that it is read as a document. */
export function PracticeSite({ onReady, className }: { onReady: (page: Document) => void; className: string }) {
  const [page, setPage] = useState<Document>();
  // Chromium's empty frame is there at once, Firefox puts another one in its place a moment later.
  const take = useCallback(
    (frame: HTMLIFrameElement | null) => {
      const found = frame?.contentDocument;
      if (found?.readyState !== 'complete') return;
      found.documentElement.lang = i18n.t('panel.locale');
      found.title = i18n.t('first.site.title');
      setPage(found);
      onReady(found);
    },
    [onReady],
  );
  return (
    <>
      <iframe
        ref={take}
        title={i18n.t('first.practice')}
        className={className}
        onLoad={(event) => take(event.currentTarget)}
      />
      {page?.body && createPortal(<Site />, page.body)}
    </>
  );
}

function Site() {
  const theirs = contacts[i18n.t('panel.locale').split('-')[0] ?? ''] ?? english;
  return (
    <>
      <style>{style}</style>
      <div className="top">
        <strong>{i18n.t('first.site.firm')}</strong>
        <span>{i18n.t('first.site.claim')}</span>
      </div>
      <div className="team">
        <h1>{i18n.t('first.site.heading')}</h1>
        <p>{i18n.t('first.site.about')}</p>
        <ul>
          {people.map(({ name, title }, at) => (
            <li key={name}>
              <h2>{i18n.t(`first.site.${name}`)}</h2>
              <p>{i18n.t(`first.site.${title}`)}</p>
              <p>{theirs[at]?.phone}</p>
              <p>
                {theirs[at]?.mail}@{practiceDomain}
              </p>
            </li>
          ))}
        </ul>
      </div>
      <div className="foot">
        <p>{i18n.t('first.site.legal')}</p>
        <p>{i18n.t('first.site.address')}</p>
        <p>{i18n.t('first.site.size')}</p>
        <p>info@{practiceDomain}</p>
      </div>
    </>
  );
}
