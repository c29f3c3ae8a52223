import { PencilIcon, XIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type Recipe, RecipeFileError, useRecipes } from '../hooks/use-recipes.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { Section } from './section.tsx';

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
const sayFailed = (cause: unknown) =>
  sayError(
    cause instanceof RecipeFileError
      ? i18n.t(`teach.settings.refused.${cause.code}`, [cause.message.slice(0, 200)])
      : i18n.t('teach.settings.failed', [reason(cause)]),
  );

/** One taught list: its name, its site, rename and delete. */
function TaughtList({
  recipe,
  onRename,
  onDelete,
}: {
  recipe: Recipe;
  onRename: (name: string) => Promise<void>;
  onDelete: () => void;
}) {
  const [typed, setTyped] = useState<string>();
  const { name, host } = recipe;
  const keep = () => {
    const next = typed?.trim() ?? '';
    if (next === '' || next === name) return setTyped(undefined);
    onRename(next).then(() => setTyped(undefined), sayFailed);
  };
  if (typed !== undefined)
    return (
      <li>
        <form
          className="flex min-h-9 items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <Input
            aria-label={i18n.t('teach.settings.name')}
            autoFocus
            value={typed}
            maxLength={120}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTyped(undefined);
            }}
          />
          <Button type="submit">{i18n.t('teach.settings.keep')}</Button>
        </form>
      </li>
    );
  return (
    <li className="flex min-h-9 items-center">
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate" title={name}>
          {name}
        </span>
        <span className="truncate text-sm text-soft">{host}</span>
      </span>
      <IconButton
        icon={PencilIcon}
        size="small"
        label={i18n.t('teach.settings.rename', [name])}
        onClick={() => setTyped(name)}
      />
      <IconButton icon={XIcon} size="small" label={i18n.t('teach.settings.delete', [name])} onClick={onDelete} />
    </li>
  );
}

/** The lists that the user taught by pointing: rename, delete with undo, export, import. */
export function TaughtLists() {
  const { recipes, failure, put, remove, exportAll, importFile } = useRecipes();
  const file = useRef<HTMLInputElement>(null);
  const forget = (recipe: Recipe) =>
    void remove(recipe.id).then(
      (gone) =>
        say(i18n.t('teach.settings.deleted', [recipe.name]), {
          label: i18n.t('teach.settings.undo'),
          run: () => void put(gone ?? recipe).catch(sayFailed),
        }),
      sayFailed,
    );
  return (
    <Section title={i18n.t('teach.settings.title')}>
      <p className="text-soft">{i18n.t('teach.settings.hint')}</p>
      {failure && <p role="alert">{i18n.t('teach.settings.failed', [failure.detail])}</p>}
      {recipes?.length === 0 && <p>{i18n.t('teach.settings.none')}</p>}
      {recipes !== undefined && recipes.length > 0 && (
        <ul>
          {recipes.map((recipe) => (
            <TaughtList
              key={recipe.id}
              recipe={recipe}
              onRename={(name) => put({ ...recipe, name })}
              onDelete={() => forget(recipe)}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {recipes !== undefined && recipes.length > 0 && (
          <Button onClick={exportAll}>{i18n.t('teach.settings.export')}</Button>
        )}
        <Button onClick={() => file.current?.click()}>{i18n.t('teach.settings.import')}</Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={i18n.t('teach.settings.import')}
          className="hidden"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            if (chosen)
              importFile(chosen).then(
                (count) => say(i18n.t('teach.settings.imported', count, [String(count)])),
                sayFailed,
              );
          }}
        />
      </div>
    </Section>
  );
}
