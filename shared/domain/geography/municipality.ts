import * as z from 'zod/mini';
import { countySchema, municipalityCodeSchema } from '../firm/firm-profile.ts';
import { positionSchema } from './position.ts';

/** One of the 41 municipalities, with its population and the position of its seat. */
export const municipalitySchema = z.strictObject({
  code: municipalityCodeSchema,
  name: z.string(),
  /** People; the source and year stand with the content. */
  population: z.int().check(z.gte(1)),
  county: countySchema,
  ...positionSchema.shape,
});
export type Municipality = z.infer<typeof municipalitySchema>;
