import { backupPart } from './backup.ts';
import { boardPart } from './board.ts';
import { bookPart } from './book.ts';
import { cutDragPart } from './cut-drag.ts';
import { duplicatesPart } from './duplicates.ts';
import { importPart } from './import.ts';
import { mailboxPart } from './mailbox.ts';
import { openingPart } from './opening.ts';
import { pageCostPart } from './page-cost.ts';
import type { Part } from './part.ts';
import { readingPart } from './reading.ts';
import { scoresPart } from './scores.ts';
import { scoringPart } from './scoring.ts';
import { sizesPart } from './sizes.ts';
import { valuePart } from './value.ts';
import { workspacePart } from './workspace.ts';

/** All that `npm run bench` measures, in the order in which the readme tells it. */
export const parts: readonly Part[] = [
  sizesPart,
  readingPart,
  pageCostPart,
  mailboxPart,
  openingPart,
  workspacePart,
  boardPart,
  backupPart,
  duplicatesPart,
  scoringPart,
  bookPart,
  scoresPart,
  valuePart,
  cutDragPart,
  importPart,
];
