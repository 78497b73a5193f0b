import type { ConsentPurpose } from '#shared/domain/access/consent.ts';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { Routing } from '#shared/domain/routing/routing.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import type { SimulatedChoices } from './simulate-choices.ts';
import type { Municipality } from './simulate-profile.ts';
import type { ReferralEvent } from './simulate-referral.ts';

export type World = {
  readonly seed: number;
  readonly now: Date;
  readonly structure: Structure;
  readonly catalogue: Catalogue;
  readonly municipalities: readonly Municipality[];
  readonly figures: PopulationFigures;
};

/** Somebody of the firm. The first owns the assessment, the rest answer for their part. */
export type SimulatedPerson = { readonly name: string; readonly shift: number };

export type SimulatedResponse = {
  readonly round: number;
  /** Place in the firm's people. */
  readonly person: number;
  readonly formCode: string;
  readonly profile: FirmProfile;
  readonly answers: Answers;
  readonly startedAt: Date;
  readonly submittedAt: Date;
  readonly answeredItems: number;
  readonly scoredItems: number;
  readonly scoreProfile: ScoreProfile;
  readonly routing: Routing;
};

export type SimulatedConsent = {
  readonly purpose: ConsentPurpose;
  readonly receiver: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
};

export type SimulatedReferral = {
  /** Place in the firm's responses: the owner's, whose suggestions it follows. */
  readonly response: number;
  readonly packageCode: string;
  readonly providerCode: string;
  readonly events: readonly ReferralEvent[];
  /** Its own consent, for the contact it asks for. */
  readonly consent: SimulatedConsent;
};

export type SimulatedFirm = {
  readonly index: number;
  readonly name: string;
  readonly language: Language;
  readonly people: readonly SimulatedPerson[];
  readonly responses: readonly SimulatedResponse[];
  readonly consents: readonly SimulatedConsent[];
  readonly referrals: readonly SimulatedReferral[];
  readonly choices: readonly SimulatedChoices[];
};
