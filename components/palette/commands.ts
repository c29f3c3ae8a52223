import { sections } from '../workspace/sections.ts';
import type { Command } from './command.ts';
import { leadCommands } from './lead-commands.ts';
import { makeCommands } from './make-commands.ts';

/** The way to each page of the workspace. */
const pageCommands: Command[] = sections.map(({ id, label, letter, icon }) => ({
  id: `go.${id}`,
  group: 'go',
  label,
  icon,
  keys: `G ${letter.toUpperCase()}`,
  run: ({ go }) => go(id),
}));

/** Everything that the palette offers, in its order: whoever adds commands adds a line here. */
export const commands: readonly Command[] = [...leadCommands, ...makeCommands, ...pageCommands];
