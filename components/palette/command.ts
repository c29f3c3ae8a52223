import type { LucideIcon } from 'lucide-react';
import type { Lead } from '../../lib/domain/schema/lead.ts';

/** What actions are done to: the lead that is open, else what is selected. */
export type Subject = { kind: Lead['kind']; ids: readonly string[]; isOpen: boolean };

/** What a command is given: where it was called from, and the ways it can go. */
export type PaletteContext = {
  surface: 'workspace' | 'panel';
  subject: Subject | undefined;
  /** To a page of the workspace, from the panel too. */
  go: (...page: string[]) => void;
  /** To a lead, where one is. */
  open: (leadId: string) => void;
};

export type Option = { value: string; text: string };

/** What a command wants to know before it is done: one of these, or with `free` any text. */
export type Question = {
  label: () => string;
  options?: (at: PaletteContext) => Promise<readonly Option[]>;
  free?: boolean;
};

/** Something that can be done from anywhere by its name. Errors are its own to tell (`attempt`). */
export type Command = {
  id: string;
  group: 'subject' | 'make' | 'go';
  label: (at: PaletteContext) => string;
  icon: LucideIcon;
  /** Keys that do the same, as they are shown. */
  keys?: string;
  /** Absent: always. */
  isOffered?: (at: PaletteContext) => boolean;
  ask?: Question;
  run: (at: PaletteContext, answer: string) => unknown;
};
