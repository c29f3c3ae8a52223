import { i18n } from '#i18n';
import type { RingDeps } from '../../lib/reminders/ring.ts';

/** What a notice says: the task, and whom it is about. */
export const reminderWords: RingDeps['words'] = {
  one: ({ task, lead, company }) => ({
    title: task.text || i18n.t('work.reminder'),
    message: [lead?.name, lead?.kind === 'person' ? (company?.name ?? lead.companyName) : undefined]
      .filter(Boolean)
      .join(' · '),
  }),
  many: (count) => ({ title: i18n.t('work.reminders', count), message: i18n.t('work.remindersWhere') }),
};
