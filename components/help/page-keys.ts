import { i18n } from '#i18n';

export type KeyLine = { keys: readonly string[]; text: string };

const line = (keys: string, text: string): KeyLine => ({ keys: keys.split(' '), text });
const lists = () => [line('↑ ↓', i18n.t('first.keys.move')), line('Enter', i18n.t('first.help.open'))];
const find = () => line('/', i18n.t('first.help.search'));
const undo = () => line('Ctrl+Z', i18n.t('first.help.undo'));
const select = () => line('Space', i18n.t('first.help.select'));
const edit = () => line('E', i18n.t('first.keys.edit'));

const today = () => [
  ...lists(),
  line('N', i18n.t('first.help.newTask')),
  line('D', i18n.t('work.done')),
  line('S', i18n.t('first.help.putOff')),
  edit(),
  line('T', i18n.t('first.help.plan')),
  line('P', i18n.t('first.help.pursue')),
  line('X', i18n.t('first.help.drop')),
];

/** The keys of each page of the workspace that has some of its own, and of the panel's pages. */
const ownKeys: Record<string, () => KeyLine[]> = {
  today,
  board: () => [
    ...lists(),
    line('Shift+← Shift+→', i18n.t('first.help.moveCard')),
    line('1 9', i18n.t('first.help.moveTo')),
  ],
  leads: () => [
    find(),
    line('↑ ↓ ← →', i18n.t('first.help.cells')),
    line('Enter F2', i18n.t('first.help.editCell')),
    select(),
    line('Ctrl+A', i18n.t('first.help.selectAll')),
    line('O', i18n.t('first.help.open')),
    line('M', i18n.t('first.help.column')),
    line('Delete', i18n.t('first.help.delete')),
    undo(),
    line('C M V N', i18n.t('first.help.touch')),
    line('W L', i18n.t('first.help.outcome')),
  ],
  clean: () => [
    line('↑ ↓', i18n.t('first.keys.move')),
    line('Enter', i18n.t('first.help.compare')),
    line('M', i18n.t('first.help.merge')),
    line('N', i18n.t('first.help.notSame')),
    line('Z', i18n.t('first.help.undo')),
  ],
  icp: () => [
    line('Alt+↑ Alt+↓', i18n.t('first.help.moveRule')),
    line('Ctrl+D', i18n.t('first.help.double')),
    line('Delete', i18n.t('first.help.delete')),
    undo(),
  ],
  'panel.page': () => [
    line('↑ ↓', i18n.t('first.keys.move')),
    line('Space', i18n.t('first.keys.tick')),
    edit(),
    line('N', i18n.t('first.keys.note')),
    line('A', i18n.t('first.keys.all')),
    line('Enter', i18n.t('first.keys.save')),
    undo(),
    line('W D S', i18n.t('first.help.through')),
  ],
  'panel.leads': () => [find(), ...lists(), select(), edit(), line('Delete', i18n.t('first.help.delete'))],
  'panel.today': today,
};

/** The keys of a page; none where it has none of its own. In: the id of a section, or `panel.` and the name of a tab. */
export const keysOf = (page: string): KeyLine[] => ownKeys[page]?.() ?? [];

/** The keys that are the same on every page. In: where one is. */
export const keysEverywhere = (surface: 'workspace' | 'panel'): KeyLine[] => [
  line('Alt+Shift+L', i18n.t('command.readPage')),
  line('Alt+Shift+W', i18n.t('command.workspace')),
  line('Ctrl+K', i18n.t('first.help.palette')),
  ...(surface === 'workspace' ? [line('G', i18n.t('first.help.go'))] : []),
  line('?', i18n.t('first.help.title')),
];
