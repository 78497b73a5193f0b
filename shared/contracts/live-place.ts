import * as z from 'zod/mini';
import { periodOfDaysSchema } from '../domain/cohort/problem.ts';
import { liveStatuses } from '../domain/edition/placement-states.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { editionIdSchema, firmIdSchema } from './identifiers.ts';

/** A place that a firm has or is asked to take, or its turn on a waiting list, in a group of the organisation that asks. */
export const livePlaceSchema = z.object({
  firmId: firmIdSchema,
  editionId: editionIdSchema,
  packageName: localisedTextSchema,
  /** Null: the group is called what the package is called. */
  name: z.nullable(z.string()),
  status: z.enum(liveStatuses),
  period: periodOfDaysSchema,
});
export type LivePlace = z.output<typeof livePlaceSchema>;
