import { useState } from 'react';
import { i18n } from '#i18n';
import type { Condition, IcpProfile } from '../../lib/domain/schema/icp.ts';
import { toJsonLogic } from '../../lib/scoring/json-logic.ts';
import { fromJsonLogic } from '../../lib/scoring/json-logic-import.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/input.tsx';

/** A condition as JsonLogic, to be copied or put in its place: for those who write rules elsewhere. */
export function LogicFields({
  condition,
  profile,
  onChange,
}: {
  condition: Condition;
  profile: Pick<IcpProfile, 'fields' | 'definitions'>;
  onChange: (condition: Condition) => void;
}) {
  const [text, setText] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const written = JSON.stringify(toJsonLogic(condition, profile.fields, profile.definitions), null, 1);
  const take = () => {
    let value: unknown;
    try {
      value = JSON.parse(text ?? written);
    } catch (cause) {
      setWrong(i18n.t('icp.logic.notJson', [cause instanceof Error ? cause.message : String(cause)]));
      return;
    }
    const reading = fromJsonLogic(value, profile.fields);
    if (!reading.ok) {
      setWrong(i18n.t('icp.logic.refused', [reading.place, reading.detail]));
      return;
    }
    setWrong(undefined);
    setText(undefined);
    onChange(reading.condition);
  };
  return (
    <details className="mt-1">
      <summary className="w-fit rounded-sm text-sm text-soft hover:text-ink">{i18n.t('icp.logic.title')}</summary>
      <div className="flex flex-col items-start gap-1 pt-1">
        <TextArea
          aria-label={i18n.t('icp.logic.title')}
          aria-invalid={wrong !== undefined || undefined}
          spellCheck={false}
          className="font-mono text-sm"
          value={text ?? written}
          onChange={(event) => setText(event.target.value)}
        />
        {wrong !== undefined && (
          <p role="alert" className="text-sm text-danger">
            {wrong}
          </p>
        )}
        <Button size="small" disabled={text === undefined} onClick={take}>
          {i18n.t('icp.logic.take')}
        </Button>
      </div>
    </details>
  );
}
