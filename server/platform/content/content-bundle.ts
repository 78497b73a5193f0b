import type * as z from 'zod/mini';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import type { firmProfileOptionsSchema } from '#shared/contracts/site.ts';
import type { Protection } from '#shared/domain/achievement/protection.ts';
import type { DisclosureRules } from '#shared/domain/benchmark/rules.ts';
import type { ChangeRules } from '#shared/domain/change/change-rules.ts';
import type { CoverageRules } from '#shared/domain/coverage/weighting.ts';
import type { Measure } from '#shared/domain/crosswalk/measure.ts';
import type { EffectRules } from '#shared/domain/effect/rules.ts';
import type { FollowUpLists } from '#shared/domain/followup/follow-up-lists.ts';
import type { Municipality } from '#shared/domain/geography/municipality.ts';
import type { MeetingPack } from '#shared/domain/open-data/meeting-packs.ts';
import type { OpenData } from '#shared/domain/open-data/open-data.ts';
import type { RetentionSchedule } from '#shared/domain/retention/retention-schedule.ts';
import type { Strategy } from '#shared/domain/strategy/strategy.ts';
import type { MailTexts } from '../mail/mail-texts.ts';
import type { DemoCampaigns } from './demo-campaigns.ts';
import type { DemoEntries } from './demo-entries.ts';
import type { DemoFirm } from './demo-firm.ts';
import type { DemoPerson } from './demo-people.ts';
import type { DemoRelease } from './demo-releases.ts';
import type { PopulationFigures } from './population-figures.ts';

/** Content that ships as files and is read once at start. */
export type ContentBundle = {
  readonly firmProfileOptions: z.input<typeof firmProfileOptionsSchema>;
  /** With the position of each seat, which the pages are not sent. */
  readonly municipalities: readonly Municipality[];
  readonly consentWordings: readonly ConsentWording[];
  /** The simulated firm of a demo site. */
  readonly demoFirm: DemoFirm;
  readonly demoPeople: readonly DemoPerson[];
  readonly demoEntries: DemoEntries;
  readonly demoCampaigns: DemoCampaigns;
  readonly demoReleases: readonly DemoRelease[];
  /** What the simulated firms of a demo site are drawn from. */
  readonly populationFigures: PopulationFigures;
  readonly mailTexts: MailTexts;
  readonly retention: RetentionSchedule;
  readonly protection: Protection;
  readonly disclosure: DisclosureRules;
  readonly followUp: FollowUpLists;
  readonly openData: OpenData;
  readonly effect: EffectRules;
  readonly change: ChangeRules;
  readonly meetingPacks: readonly MeetingPack[];
  readonly coverage: CoverageRules;
  /** Measures of others that figures are derived for, in the order they are told. */
  readonly measures: readonly Measure[];
  readonly strategy: Strategy;
};
