import { CalendarPlusIcon, FileInputIcon, FileOutputIcon, KeyboardIcon, Undo2Icon } from 'lucide-react';
import { i18n } from '#i18n';
import { showKeys } from '../help/with-keys.tsx';
import { taskActions } from '../hooks/use-tasks.ts';
import { attemptWithUndo, undoLast } from '../leads/act.ts';
import type { Command } from './command.ts';

/** What is made or brought in, about nobody in particular. */
export const makeCommands: readonly Command[] = [
  {
    id: 'make.task',
    group: 'make',
    label: () => i18n.t('palette.newTask'),
    icon: CalendarPlusIcon,
    ask: { label: () => i18n.t('palette.taskText'), free: true },
    run: (_at, text) =>
      attemptWithUndo(() => taskActions.add([], { text, kind: 'other' }), i18n.t('palette.taskAdded')),
  },
  {
    id: 'make.undo',
    group: 'make',
    label: () => i18n.t('palette.undo'),
    icon: Undo2Icon,
    run: undoLast,
  },
  {
    id: 'make.keys',
    group: 'make',
    label: () => i18n.t('first.help.title'),
    icon: KeyboardIcon,
    keys: '?',
    run: showKeys,
  },
  {
    id: 'make.import',
    group: 'make',
    label: () => i18n.t('palette.import'),
    icon: FileInputIcon,
    run: ({ go }) => go('import'),
  },
  {
    id: 'make.export',
    group: 'make',
    label: () => i18n.t('palette.exportAll'),
    icon: FileOutputIcon,
    run: ({ go }) => go('import', 'out'),
  },
];
