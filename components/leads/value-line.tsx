import { CopyIcon, PencilIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { isChatCode } from '../../lib/capture/code/chat-code.ts';
import { phoneCell } from '../../lib/domain/normalize/phone.ts';
import { ChatCode } from '../capture/chat-code.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { say } from '../ui/toast.tsx';
import { attempt } from './act.ts';
import { type LeadField, safeUrl } from './parse-value.ts';
import type { FieldValue } from './value-editor.tsx';
import { fieldWord } from './words.ts';

const linkClass = 'text-accent underline-offset-2 hover:underline';

export function valueWords(value: FieldValue): string {
  if (typeof value === 'string') return value;
  return 'kind' in value ? phoneCell(value) : value.text;
}

/** Where a click on the value leads, if anywhere: only web addresses, mail and phone, whatever the page said. */
function target(field: LeadField, value: FieldValue): string | undefined {
  if (typeof value !== 'string') return 'e164' in value && value.e164 ? `tel:${value.e164}` : undefined;
  if (field === 'emails') return `mailto:${encodeURIComponent(value).replace('%40', '@')}`;
  return field === 'website' || field === 'links' || field === 'domain' ? safeUrl(value) : undefined;
}

/** A web address without what says nothing: https, www, a closing slash. */
const shortUrl = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

function ValueText({ field, value }: { field: LeadField; value: FieldValue }) {
  const words = valueWords(value);
  const href = target(field, value);
  const shown = field === 'website' || field === 'links' ? shortUrl(words) : words;
  if (!href) return <bdi className="break-words">{shown}</bdi>;
  const outside = href.startsWith('http') ? { target: '_blank', rel: 'noreferrer noopener' } : {};
  return (
    <a
      href={href}
      {...outside}
      className={`${linkClass} ${field === 'links' ? 'truncate' : 'break-words'}`}
      title={words}
    >
      <bdi>{shown}</bdi>
    </a>
  );
}

/** One value of a field: what it is, what can be done with it, and where it was read. */
export function ValueLine({
  field,
  value,
  whereRead,
  onEdit,
}: {
  field: LeadField;
  value: FieldValue;
  whereRead: ReactNode;
  onEdit: () => void;
}) {
  const kind = typeof value === 'object' && 'kind' in value ? i18n.t(`exchange.phoneKind.${value.kind}`) : undefined;
  const copy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(valueWords(value));
      say(i18n.t('leads.copied'));
    });
  return (
    <div className="group/value relative -mx-1 flex min-h-6 items-center rounded-sm ps-1 hover:bg-wash focus-within:bg-wash">
      {/* The text itself edits on double click; the pencil is there for keys and for touch. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pencil beside it */}
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 py-0.5" onDoubleClick={onEdit}>
        <ValueText field={field} value={value} />
        {kind && <span className="text-sm text-soft">{kind}</span>}
        {field === 'links' && typeof value === 'string' && isChatCode(value) && (
          <span className="basis-full">
            <ChatCode link={value} />
          </span>
        )}
      </span>
      <span className="pointer-events-none absolute inset-y-0 end-6 flex items-center bg-wash opacity-0 group-focus-within/value:pointer-events-auto group-focus-within/value:opacity-100 group-hover/value:pointer-events-auto group-hover/value:opacity-100">
        <IconButton
          icon={CopyIcon}
          size="small"
          label={i18n.t('leads.copyField', [fieldWord(field)])}
          onClick={() => void copy()}
        />
        <IconButton icon={PencilIcon} size="small" label={i18n.t('leads.edit', [fieldWord(field)])} onClick={onEdit} />
      </span>
      <span className="flex size-6 shrink-0">{whereRead}</span>
    </div>
  );
}
