import * as z from 'zod/mini';
import { wishStandings } from '../domain/edition/wished-edition.ts';
import { editionIdSchema } from './identifiers.ts';

/** The group that a firm would like to be in, as it stands now. */
export const wishedEditionSchema = z.object({
  editionId: editionIdSchema,
  standing: z.enum(wishStandings),
  /** Null: it is called what the package is called. */
  name: z.nullable(z.string()),
  /** Name of the municipality; null when it is held online, or nothing is told of it any more. */
  place: z.nullable(z.string()),
  /** Null when nothing is told of it any more. */
  startsOn: z.nullable(z.iso.date()),
});
export type WishedEdition = z.output<typeof wishedEditionSchema>;
