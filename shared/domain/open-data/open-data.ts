import * as z from 'zod/mini';
import { countySchema } from '../firm/firm-profile.ts';
import { localisedTextSchema } from '../language.ts';

const addressSchema = z.url({ protocol: /^https?$/ });

/** On what terms figures may be used, whom they are from, and how data portals sort them. A proposal with a version. */
export const openDataSchema = z.strictObject({
  version: z.string(),
  licence: z.strictObject({ uri: addressSchema, name: localisedTextSchema }),
  /** Of the catalogue; a release is from the region that published it. */
  publisher: localisedTextSchema,
  /** An e-mail address for questions; null until somebody has taken them on. */
  contact: z.nullable(z.email()),
  catalogue: z.strictObject({ title: localisedTextSchema, description: localisedTextSchema }),
  keywords: z.array(localisedTextSchema),
  /** Besides, for each kind of release. */
  keywordsOf: z.strictObject({ levels: z.array(localisedTextSchema), effect: z.array(localisedTextSchema) }),
  /** Where the counties are, in a register of places that data portals know. */
  spatial: z.record(countySchema, addressSchema),
});
export type OpenData = z.infer<typeof openDataSchema>;
