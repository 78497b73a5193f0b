import { createHash } from 'node:crypto';
import type { Population } from '#shared/contracts/coverage.ts';
import type { ActivityRow, FollowUpFrame } from '#shared/contracts/follow-up.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { LocalisedText } from '#shared/domain/language.ts';

/** What the catalogue has for an area: for each level how many packages its one need brings in. */
export type AreaOffer = {
  readonly dimension: string;
  readonly name: LocalisedText;
  readonly levels: readonly LevelOffer[];
};
export type LevelOffer = { readonly band: string; readonly name: LocalisedText; readonly packages: number };

type Activity = Pick<ActivityRow, 'activity' | 'region' | 'organisationName' | 'isSimulated' | 'withdrawalReason'>;
type Edition = FollowUpFrame['editions'][number];
type Frame = Pick<FollowUpFrame, 'today' | 'priorities' | 'steps' | 'packages' | 'lists'>;
export type FollowUp = {
  /** The region whose copy it is. */
  readonly madeFor: LocalisedText;
  readonly activities: readonly Activity[];
  readonly frame: Frame & { readonly editions: readonly Edition[] };
};

/** A table in use of how many there are. */
export type CountedPopulation = Pick<Population, 'unit' | 'year' | 'source' | 'isSimulated' | 'cells'>;

/** What papers tell besides a release, as it stands when they are made. */
export type Beside = {
  readonly populations: readonly CountedPopulation[];
  readonly catalogueVersion: string;
  readonly areas: readonly AreaOffer[];
  /** As its analysts read it, in a region's own copy; null in the one for everybody. */
  readonly followUp: FollowUp | null;
};

/** As long as this is the same the papers are. */
export const digestOfBeside = (beside: Beside): string =>
  createHash('sha256').update(canonicalJson(beside)).digest('hex');
