import type { Answers } from '../answers/answer.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import type { DimensionCode, WordCode } from '../instrument/codes.ts';
import type { Structure } from '../instrument/definition.ts';
import type { ScoreProfile } from '../scoring/score.ts';
import type { Catalogue } from './catalogue.ts';

/** What routing must be told about other firms and groups; null where it is not known. */
export type RoutingContext = {
  /** Dimensions in whose lowest band at least `firms` firms are. */
  readonly sharedNeeds: { readonly firms: number; readonly dimensions: readonly DimensionCode[] } | null;
  /** Packages with a group that takes firms now. */
  readonly openCohorts: readonly WordCode[] | null;
  /** Packages the firm has taken part in. */
  readonly takenPackages: readonly WordCode[] | null;
};

export type RoutingInput = {
  readonly structure: Structure;
  readonly scoreProfile: ScoreProfile;
  readonly answers: Answers;
  readonly profile: FirmProfile;
  readonly catalogue: Catalogue;
  readonly context: RoutingContext;
};
