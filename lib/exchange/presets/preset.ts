import type { Lead } from '../../domain/schema/lead.ts';
import type { CsvSeparator } from '../csv.ts';
import type { Target } from '../import/targets.ts';
import type { Source } from './source.ts';

/**
 * A column of another system: its heading there, what of a lead goes into it, and where it is read to on the way back
 * (absent: where its source belongs). `also`: other headings that the system's exports give it. `joined`: what stands between several
 * tags.
 */
export type PresetColumn = { heading: string; source: Source; to?: Target; also?: readonly string[]; joined?: string };

/** What a system takes of people or of companies. */
export type PresetTable = {
  columns: readonly PresetColumn[];
  /** Without one of these filled the system refuses the row. */
  needs: readonly (readonly Source[])[];
  /**
   * Its column for the id of a record that it has already, and which ids can stand there; a source where it has that column anyway.
   * Where an id is known, it is known by that.
   */
  record?: { heading: string; takes?: RegExp; source?: Source };
  /** By which of its values the system finds whom it has already; without them a row comes out twice. */
  matchesOn: readonly Source[];
};

/** Another system, with its own headings: one file each, one line in the registry. */
export type Preset = {
  id: string;
  /** Its name: no word to be translated. */
  name: string;
  tables: Partial<Record<Lead['kind'], PresetTable>>;
  separator: CsvSeparator;
  /** Headings by which an export of the system is known: all of one of these lists. */
  marks: readonly (readonly string[])[];
  /** Headings under which its exports have the id of a record, for people and companies. */
  recordId: Partial<Record<Lead['kind'], readonly string[]>>;
};
