import type { BookErrorCode } from '../../storage/book-error.ts';
import type { createValueService } from '../../storage/value-service.ts';
import type { createOrderSession, OrderStep } from './order-session.ts';

type Session = ReturnType<typeof createOrderSession>;
type Service = ReturnType<typeof createValueService>;
type Methods = Session & Service;
export type OrderMethod = keyof Methods;

/** What a method takes; what follows a job (its progress and end) is the worker's own. */
export type OrderArguments<M extends OrderMethod> = M extends 'planOrders'
  ? [Parameters<Session['planOrders']>[0]]
  : M extends 'writeOrders'
    ? []
    : Parameters<Methods[M]>;
export type OrderResult<M extends OrderMethod> = Awaited<ReturnType<Methods[M]>>;

/** To the worker: a question under a number, or the end of one. */
export type OrderQuestion = { id: number; method: OrderMethod; args: unknown[] } | { id: number; cancel: true };
/** From the worker, under the number of the question. */
export type OrderAnswer =
  | { id: number; step: OrderStep }
  | { id: number; result: unknown }
  | { id: number; error: { code: BookErrorCode | 'cancelled'; message: string } };
