import * as z from 'zod';
import { breakdownSchema } from '#shared/domain/benchmark/release.ts';
import { countySchema } from '#shared/domain/firm/firm-profile.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';

/** `demo/releases.yaml`: what the regions of a demo have published. */
export const demoReleasesSchema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({
      region: countySchema,
      kind: z.literal('levels'),
      name: localisedTextSchema,
      year: z.enum(['last', 'before']),
      measures: z.array(z.string()).min(1),
      breakdowns: z.array(breakdownSchema).min(1),
    }),
    /** Of the year before and the last. */
    z.strictObject({ region: countySchema, kind: z.literal('effect'), name: localisedTextSchema }),
  ]),
);
export type DemoRelease = z.infer<typeof demoReleasesSchema>[number];
