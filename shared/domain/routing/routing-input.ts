import type { Answers } from '../answers/answer.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import type { Structure } from '../instrument/definition.ts';
import type { ScoreProfile } from '../scoring/score.ts';
import type { Catalogue } from './catalogue.ts';
import type { RoutingContext } from './routing-context.ts';

export type RoutingInput = {
  readonly structure: Structure;
  readonly scoreProfile: ScoreProfile;
  readonly answers: Answers;
  readonly profile: FirmProfile;
  readonly catalogue: Catalogue;
  readonly context: RoutingContext;
};
