import { Command as Menu } from 'cmdk';
import { Building2Icon, UserIcon } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { fold } from '../../lib/domain/normalize/fold.ts';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { quickFind, useQuickFind } from '../hooks/use-quick-find.ts';
import { attempt } from '../leads/act.ts';
import { leadName, secondLine } from '../leads/lead-row.tsx';
import { floats } from '../ui/floats.ts';
import { Kbd } from '../ui/kbd.tsx';
import type { Command, Option, PaletteContext } from './command.ts';
import { commands } from './commands.ts';

const groupClass =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-soft';
const itemClass =
  'mx-1 flex min-h-8 items-center gap-2 rounded-md px-2 data-[selected=true]:bg-accent-wash forced-colors:data-[selected=true]:outline';

/** Every word typed begins a word of the text. */
function meets(text: string, typed: string): boolean {
  const words = fold(text);
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => words.includes(word));
}

const order = ['subject', 'make', 'go'] as const satisfies readonly Command['group'][];

/** What can be done here that is called so, as it stands in the list; and whether that comes before people: who begins to type what something is called wants it done. */
function offersOf(at: PaletteContext, text: string): { offered: Command[]; comeFirst: boolean } {
  const met = commands.filter((one) => (one.isOffered?.(at) ?? true) && meets(one.label(at), text));
  const typed = fold(text.trim());
  return {
    offered: order.flatMap((group) => met.filter((one) => one.group === group)),
    comeFirst: typed !== '' && met.some((one) => fold(one.label(at)).startsWith(typed)),
  };
}

/** Keys that choose another line than the first. */
const steps = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End']);

/** Everything by its name: people and companies, pages, and what can be done here. Mounted while it is open. */
export function Palette({
  at,
  from,
  ahead,
  onClose,
}: {
  at: PaletteContext;
  /** What had the focus: it has it again afterwards, where it is still there. */
  from: Element | null;
  /** What was typed before it was there. */
  ahead: RefObject<string>;
  onClose: () => void;
}) {
  const [text, setText] = useState(() => ahead.current);
  const [asked, setAsked] = useState<Command>();
  const [chosen, setChosen] = useState('');
  // Somebody chose a line since they typed: it stays theirs.
  const isChosen = useRef(false);
  const typed = useRef(text);
  const found = useQuickFind(asked ? '' : text);
  const { offered, comeFirst } = offersOf(at, text);
  const type = (next: string) => {
    setText(next);
    typed.current = next;
    isChosen.current = false;
  };
  const first = !comeFirst && found?.[0] ? found[0].id : offered[0]?.id;
  // People come a moment after the commands and stand before them: the first line is what Enter is about, whenever it came.
  useEffect(() => {
    if (first !== undefined && !asked && !isChosen.current) setChosen(first);
  }, [first, asked]);
  useEffect(
    () => () => {
      typed.current = '';
    },
    [],
  );
  const open = (lead: Lead) => {
    onClose();
    at.open(lead.id);
  };
  const begin = (command: Command) => {
    if (command.ask) {
      setAsked(command);
      type('');
      return;
    }
    onClose();
    void command.run(at, '');
  };
  const answer = (value: string) => {
    if (!asked || value.trim() === '') return;
    onClose();
    void asked.run(at, value.trim());
  };
  // Who knows the name types and confirms it without a pause: whom it finds is opened, not the command that stood there meanwhile.
  const openFound = async () => {
    const [lead] = await quickFind(text.trim());
    // Who typed on, pressed Enter twice or left meanwhile no longer means it.
    if (typed.current !== text) return;
    typed.current = '';
    if (lead) open(lead);
    else if (offered[0]) begin(offered[0]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (!asked) {
      if (steps.has(event.key)) isChosen.current = true;
      if (event.key !== 'Enter' || found !== undefined || comeFirst || isChosen.current) return;
      event.preventDefault();
      void attempt(openFound);
      return;
    }
    // Back to all commands: with Esc, and with the key that takes letters away when none is left.
    if (event.key !== 'Escape' && !(event.key === 'Backspace' && text === '')) return;
    event.preventDefault();
    event.stopPropagation();
    setAsked(undefined);
    type('');
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal container={floats()}>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/20" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (from instanceof HTMLElement && from.isConnected) from.focus();
          }}
          onEscapeKeyDown={(event) => asked && event.preventDefault()}
          className="fixed inset-x-2 top-[10vh] z-50 mx-auto max-w-xl rounded-lg bg-raised shadow-float outline-none forced-colors:border"
        >
          <Dialog.Title className="sr-only">{i18n.t('palette.title')}</Dialog.Title>
          <Menu
            shouldFilter={false}
            loop
            label={i18n.t('palette.title')}
            value={chosen}
            onValueChange={setChosen}
            onKeyDown={onKeyDown}
            onPointerMove={() => {
              isChosen.current = true;
            }}
          >
            <div className="flex items-center gap-2 border-b border-line px-3 has-[input:focus-visible]:border-accent has-[input:focus-visible]:shadow-[inset_0_-1px_0_var(--color-accent)] forced-colors:has-[input:focus-visible]:outline">
              {asked && <span className="shrink-0 rounded-md bg-press px-2 py-0.5 text-sm">{asked.label(at)}</span>}
              <Menu.Input
                value={text}
                onValueChange={type}
                placeholder={asked?.ask ? asked.ask.label() : i18n.t('palette.hint')}
                className="h-11 min-w-0 flex-1 bg-transparent outline-none"
              />
            </div>
            <Menu.List className="max-h-[min(60vh,26rem)] overflow-y-auto py-1">
              {asked?.ask ? (
                <Answers at={at} question={asked.ask} text={text} onAnswer={answer} />
              ) : (
                <Offers
                  at={at}
                  found={found ?? []}
                  offered={offered}
                  comeFirst={comeFirst}
                  onCommand={begin}
                  onOpen={open}
                />
              )}
            </Menu.List>
          </Menu>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Offers({
  at,
  found,
  offered,
  comeFirst,
  onCommand,
  onOpen,
}: {
  at: PaletteContext;
  found: readonly Lead[];
  offered: readonly Command[];
  comeFirst: boolean;
  onCommand: (command: Command) => void;
  onOpen: (lead: Lead) => void;
}) {
  const group = (of: Command['group'], heading: string): ReactNode => {
    const own = offered.filter((one) => one.group === of);
    if (own.length === 0) return null;
    return (
      <Menu.Group heading={heading} className={groupClass}>
        {own.map((command) => (
          <Menu.Item key={command.id} value={command.id} onSelect={() => onCommand(command)} className={itemClass}>
            <command.icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-soft" />
            <span className="min-w-0 flex-1 truncate">{command.label(at)}</span>
            {command.keys && <Kbd keys={command.keys} />}
          </Menu.Item>
        ))}
      </Menu.Group>
    );
  };
  const people = found.length > 0 && (
    <Menu.Group heading={i18n.t('palette.found')} className={groupClass}>
      {found.map((lead) => {
        const Icon = lead.kind === 'person' ? UserIcon : Building2Icon;
        return (
          <Menu.Item key={lead.id} value={lead.id} className={itemClass} onSelect={() => onOpen(lead)}>
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-soft" />
            <span className="truncate">{leadName(lead)}</span>
            <span className="min-w-0 flex-1 truncate text-sm text-soft">{secondLine(lead)}</span>
          </Menu.Item>
        );
      })}
    </Menu.Group>
  );
  const actions = (
    <>
      {group('subject', i18n.t(at.subject?.isOpen ? 'palette.onOpen' : 'palette.onSelection'))}
      {group('make', i18n.t('palette.make'))}
      {group('go', i18n.t('palette.go'))}
    </>
  );
  return (
    <>
      {comeFirst ? actions : people}
      {comeFirst ? people : actions}
      {found.length + offered.length === 0 && <p className="px-3 py-4 text-soft">{i18n.t('palette.none')}</p>}
    </>
  );
}

function Answers({
  at,
  question,
  text,
  onAnswer,
}: {
  at: PaletteContext;
  question: NonNullable<Command['ask']>;
  text: string;
  onAnswer: (value: string) => void;
}) {
  const [options, setOptions] = useState<readonly Option[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the question is put
  useEffect(() => {
    // Without them the answer is typed in full.
    question.options?.(at).then(setOptions, () => setOptions([]));
  }, [question]);
  const shown = options.filter((one) => meets(one.text, text));
  const typed = text.trim();
  const isNew = question.free && typed !== '' && !shown.some((one) => one.text === typed);
  return (
    <>
      {isNew && (
        <Menu.Item value={`typed ${typed}`} onSelect={() => onAnswer(typed)} className={itemClass}>
          <span className="truncate">{typed}</span>
        </Menu.Item>
      )}
      {shown.map(({ value, text: name }) => (
        <Menu.Item key={value} value={value} onSelect={() => onAnswer(value)} className={itemClass}>
          <span className="truncate">{name}</span>
        </Menu.Item>
      ))}
      {!isNew && shown.length === 0 && (
        <p className="px-3 py-4 text-soft">{i18n.t(question.free ? 'palette.type' : 'palette.none')}</p>
      )}
    </>
  );
}
