import { useState } from 'react';
import { i18n } from '#i18n';
import { profileActions, useProfiles } from '../hooks/use-profiles.ts';
import { openWorkspace } from '../hooks/use-workspace-tab.ts';
import { type Answers, noAnswers, profileFrom } from '../icp/start-answers.ts';
import { MarketQuestions, SizeQuestions } from '../icp/start-questions.tsx';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';

/** The two questions that a first profile needs. What is answered is in force at once; nothing need be. */
export function AimStep({ onDone }: { onDone: () => void }) {
  const { profiles } = useProfiles();
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const change = (patch: Partial<Answers>) => setAnswers({ ...answers, ...patch });
  const row = profiles?.rows.find(({ id }) => id === profiles.activeId) ?? profiles?.rows[0];
  const take = async () => {
    if (!row) return;
    await profileActions.saveDraft(profileFrom(answers, [], row.published));
    await profileActions.publish(row.id);
    onDone();
  };
  return (
    // No form: Enter takes what is typed into a field, and must not take all answers with it.
    <div className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 font-semibold">{i18n.t('first.what')}</legend>
        <MarketQuestions answers={answers} onChange={change} />
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 font-semibold">{i18n.t('first.who')}</legend>
        <SizeQuestions answers={answers} onChange={change} />
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" size="large" disabled={!row} onClick={() => void attempt(take)}>
          {i18n.t('first.take')}
        </Button>
        <Button look="quiet" size="large" onClick={onDone}>
          {i18n.t('first.skip')}
        </Button>
        <Button look="quiet" size="large" onClick={() => void attempt(() => openWorkspace('icp/start'))}>
          {i18n.t('first.examples')}
        </Button>
      </div>
    </div>
  );
}
