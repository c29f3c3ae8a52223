import { z } from 'zod';

/** Where the work with a lead stands and since when. How it ended is the lead's `outcome`; until then it stands in a stage. */
export const pipelineStage = z.object({
  stage: z.string().min(1).max(60),
  since: z.number().min(-8.64e15).max(8.64e15),
});
export type PipelineStage = z.infer<typeof pipelineStage>;

/** A stage of the pipeline as the user set it. Those named by nobody have the words of the interface, by their id. */
export const stage = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().trim().max(60).default(''),
  /** After so many days without a touch it asks: pursue or drop. 0: never. */
  patienceDays: z.int().min(0).max(3650).default(0),
});
export type Stage = z.infer<typeof stage>;

/** The open stages in their order, at least one; the two ends stand behind them and can only be named. */
export const pipeline = z.strictObject({
  stages: z.array(stage).min(1).max(20),
  wonName: z.string().trim().max(60).default(''),
  lostName: z.string().trim().max(60).default(''),
});
export type Pipeline = z.infer<typeof pipeline>;

/** What a new book begins with. */
export const firstPipeline: Pipeline = {
  stages: [
    { id: 'new', name: '', patienceDays: 14 },
    { id: 'contacted', name: '', patienceDays: 14 },
    { id: 'talking', name: '', patienceDays: 21 },
    { id: 'offer', name: '', patienceDays: 14 },
  ],
  wonName: '',
  lostName: '',
};
