import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type NextStep, nextStep } from './schema/lead.ts';

/**
 * Under which id a lead's next step is a task: its own, else one that is worked out of it, so that every book that has the step
 * comes to the same. In: the id that the lead has where the step was set, the step.
 */
export function stepId(leadId: string, step: NextStep): string {
  if (step.id !== undefined) return step.id;
  // Parsed, its parts are in one order.
  return `step-${bytesToHex(sha256(utf8ToBytes(`${leadId} ${JSON.stringify(nextStep.parse(step))}`))).slice(0, 32)}`;
}
