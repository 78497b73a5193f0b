import * as z from 'zod/mini';
import { dimensionCodeSchema, wordCodeSchema } from '../instrument/codes.ts';

const meetingDaysSchema = z.array(z.strictObject({ heldOn: z.string(), startsAt: z.string(), endsAt: z.string() }));

/** A run of a package that has not begun: with places left, without, or past its last day to apply. */
export const knownEditionSchema = z.strictObject({
  packageCode: wordCodeSchema,
  standing: z.enum(['open', 'full', 'closed']),
  startsOn: z.string(),
  days: meetingDaysSchema,
});
export type KnownEdition = z.infer<typeof knownEditionSchema>;

/** What routing must be told about other firms, groups and the firm's past; null where it is not known. */
export const routingContextSchema = z.strictObject({
  /** Dimensions in whose lowest band at least `firms` firms are. */
  sharedNeeds: z.nullable(z.strictObject({ firms: z.int(), dimensions: z.array(dimensionCodeSchema) })),
  editions: z.nullable(z.array(knownEditionSchema)),
  /** Packages the firm has taken part in to the end. */
  takenPackages: z.nullable(z.array(wordCodeSchema)),
  /** Packages the firm has asked for, is invited to or takes part in. */
  packagesUnderWay: z.nullable(z.array(wordCodeSchema)),
  /** Days on which the firm is in a group already. */
  ownEditions: z.nullable(z.array(z.strictObject({ packageCode: wordCodeSchema, days: meetingDaysSchema }))),
});
export type RoutingContext = z.infer<typeof routingContextSchema>;

/** For a firm of which only its answers are known. */
export const nothingKnown: RoutingContext = {
  sharedNeeds: null,
  editions: null,
  takenPackages: null,
  packagesUnderWay: null,
  ownEditions: null,
};

/** Whether an edition that takes firms can still be joined. Dates are ISO. */
export function standingOf(
  edition: { readonly applyBy: string; readonly places: number; readonly taken: number },
  today: string,
): KnownEdition['standing'] {
  if (edition.applyBy < today) return 'closed';
  return edition.taken < edition.places ? 'open' : 'full';
}
