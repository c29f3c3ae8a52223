import type { Outline, OutlineMark } from '../../domain/schema/snapshot.ts';
import type { Display, Look } from './style.ts';

/** Where reading stops: a hostile page may be endless. */
export const caps = { nodes: 400_000, lines: 20_000, blocks: 60_000, text: 2_000_000, depth: 250, ms: 600, line: 4000 };
export type Caps = typeof caps;

/** An element that is being walked through. */
export type Open = {
  el: Node;
  tag: string;
  display: Display;
  /** Id in the outline; -1 until a line stands in it, so that empty wrappers cost nothing. */
  id: number;
  depth: number;
  /** Nearest open element around it that breaks lines. */
  around: Open | undefined;
  /** Where its text begins in the current line. */
  from: number;
  /** What its mark says, for an inline element that gets one. */
  mark: Omit<OutlineMark, 'a' | 'z'> | undefined;
  marked: boolean;
  /** Its look, shared with like siblings. */
  look: Look;
  /** Children that are not simply its own: a shadow root's slots are filled from elsewhere. */
  list: readonly Node[] | undefined;
  at: number;
};

/** The first and the last node of a line: the way back to the spot. */
export type Spot = { first: Node; last: Node };
/** What an element takes up: its block (or the one around it), its first and last line, and where it begins and ends in them. */
export type Place = { block: number; from: number; to: number; a: number; z: number };
export type OutlineResult = {
  outline: Outline;
  spots: Spot[];
  closedFrames: string[];
  /** Whether something may stand in a frame that shows. */
  frames: boolean;
  truncated: 'no' | 'nodes' | 'text' | 'time';
  /** Line that each watched element begins at. */
  lineOf: Map<Element, number>;
  /** What each element of `placed` takes up. */
  placeOf: Map<Element, Place>;
};
