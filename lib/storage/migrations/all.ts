import { firstBook } from './0001-first-book.ts';
import { idealCustomer } from './0002-ideal-customer.ts';
import { lighterHistory } from './0003-lighter-history.ts';
import { pipeline } from './0004-pipeline.ts';
import { merges } from './0005-merges.ts';
import { handOver } from './0006-hand-over.ts';
import { privacy } from './0007-privacy.ts';
import { vault } from './0008-vault.ts';
import { customerValue } from './0009-customer-value.ts';
import type { Migration } from './migration.ts';

/** Append only. The number of steps is the version of the database. */
export const migrations: readonly Migration[] = [
  firstBook,
  idealCustomer,
  lighterHistory,
  pipeline,
  merges,
  handOver,
  privacy,
  vault,
  customerValue,
];
