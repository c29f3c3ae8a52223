import type { Migration } from './migration.ts';

/** Tasks, and the next step of a lead found by when it is due. */
export const pipeline: Migration = {
  name: '0004-pipeline',
  async run(database, transaction) {
    const tasks = database.createObjectStore('tasks', { keyPath: 'id' });
    tasks.createIndex('leadId', 'leadId');
    tasks.createIndex('due', 'keys.due');
    tasks.createIndex('remind', 'keys.remind');
    tasks.createIndex('doneAt', 'doneAt');
    for (const store of ['people', 'companies']) {
      const leads = transaction.objectStore(store);
      leads.createIndex('nextStepDue', 'nextStep.dueAt');
      leads.createIndex('nextStepRemind', 'nextStep.remindAt');
      leads.createIndex('nextStepText', 'nextStep.text');
      leads.createIndex('stageSince', 'pipelineStage.since');
    }
  },
};
