import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { TrayItem } from '../../lib/domain/schema/tray.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { addableFields, type FieldName, shownField, typedValue, withoutEdit, withValue } from './draft-values.ts';
import { ValueInput } from './value-input.tsx';
import { fieldWord } from './words.ts';

/** "Add a field": choose which, then type it. A field that the user had emptied comes back as it was read. */
export function AddField({
  item,
  selection,
  onEdits,
}: {
  item: TrayItem;
  selection: () => Promise<string>;
  onEdits: (edits: TrayItem['edits']) => void;
}) {
  const [adding, setAdding] = useState<FieldName>();
  const choose = (field: FieldName) => {
    const without = withoutEdit(item, field);
    const emptied = item.edits[field] === null && shownField({ ...item, edits: without }, field).values.length > 0;
    if (emptied) onEdits(without);
    else setAdding(field);
  };
  if (adding !== undefined) {
    const { spec, values } = shownField(item, adding);
    return (
      <div className="flex items-center gap-1 pe-1">
        <span className="w-20 shrink-0 truncate text-sm text-soft">{fieldWord(adding, item.draft.kind)}</span>
        <ValueInput
          label={fieldWord(adding, item.draft.kind)}
          value=""
          selection={selection}
          onDone={(text) => {
            const value = typedValue(spec, text);
            if (value !== undefined) onEdits(withValue(item, adding, values.length, value));
            setAdding(undefined);
          }}
          onCancel={() => setAdding(undefined)}
        />
      </div>
    );
  }
  return (
    <Menu
      align="start"
      trigger={
        <Button look="quiet" size="small" className="-ms-2">
          <PlusIcon size={14} aria-hidden="true" />
          {i18n.t('capture.card.add')}
        </Button>
      }
    >
      {addableFields(item).map((field) => (
        <MenuItem key={field} onSelect={() => choose(field)}>
          {fieldWord(field, item.draft.kind)}
        </MenuItem>
      ))}
    </Menu>
  );
}
