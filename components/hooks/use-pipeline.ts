import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { openBook } from '../../lib/storage/book.ts';
import { getSetting } from '../../lib/storage/settings.ts';

/** The stages as they are kept now, for what is done once. Rejects with `BookError`. */
export const readPipeline = async (): Promise<Pipeline> => getSetting(await openBook(), 'pipeline');
