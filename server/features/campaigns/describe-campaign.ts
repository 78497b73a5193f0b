import type * as z from 'zod/mini';
import type { getCampaign as endpoint } from '#shared/contracts/campaigns.ts';
import { type CampaignStanding, lastDayOf, stateOn } from '#shared/domain/campaign/campaign-state.ts';
import { foreseenReminders } from '#shared/domain/campaign/due-mail.ts';
import {
  type OrganiserKind,
  type ToldToRegion,
  toldReminders,
  toldToRegion,
} from '#shared/domain/campaign/region-view.ts';
import { foldGroups, type RateGroup } from '#shared/domain/campaign/response-rate.ts';
import { countyOf } from '#shared/domain/firm/firm-profile.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { hasDayEnded, nextDaytime, swedishDate } from '../../platform/mail/swedish-time.ts';
import {
  type CampaignRow,
  countByMail,
  countForRegion,
  countInvitees,
  findCampaign,
  type PlacedCount,
} from './repository.ts';

export type CampaignBody = z.input<(typeof endpoint.responses)[200]>;
export type Place = { readonly organisationId: string; readonly campaignId: string };

export const standingOf = ({ openedAt, endedAt, ...dates }: CampaignRow): CampaignStanding => ({
  ...dates,
  isOpened: openedAt !== null,
  isEnded: endedAt !== null,
});

/** The evening of the last day: what waits for 7 in the morning would come too late. */
export const isLastEvening = ({ closesOn }: Pick<CampaignRow, 'closesOn'>, now: Date): boolean =>
  swedishDate(now) === closesOn && hasDayEnded(now);

/** From when on firms are invited, of a draft if it were opened now; undefined where none is any more. */
function invitesFrom(standing: CampaignStanding, now: Date): Date | undefined {
  const state = stateOn({ ...standing, isOpened: true }, swedishDate(now));
  if (state !== 'open' && state !== 'scheduled') return undefined;
  const from = nextDaytime(now, standing.opensOn);
  return swedishDate(from) > standing.closesOn ? undefined : from;
}

/** The version that is chosen, or that the call was opened in; null as long as it is to be the newest one. */
export const fixedVersionOf = ({ isVersionChosen, openedAt, instrumentVersionId }: CampaignRow): string | null =>
  isVersionChosen || openedAt !== null ? instrumentVersionId : null;

type CountedField = 'firms' | 'invited' | 'begun' | 'finished' | 'bounced' | 'undelivered' | 'optedOut' | 'waiting';
const total = (counts: readonly PlacedCount[], field: CountedField): number =>
  counts.reduce((sum, count) => sum + count[field], 0);

const namedGroups = (groups: readonly RateGroup[]) =>
  groups.map(({ code, ...count }) => ({ code: code ?? null, ...count }));

function rateBy(counts: readonly PlacedCount[], codeOf: (count: PlacedCount) => string | null) {
  const codes = [...new Set(counts.map(codeOf))].toSorted();
  const groups = codes.map((code): RateGroup => {
    const own = counts.filter((count) => codeOf(count) === code);
    return {
      code: code ?? undefined,
      invited: total(own, 'invited'),
      begun: total(own, 'begun'),
      finished: total(own, 'finished'),
    };
  });
  return namedGroups(foldGroups(groups));
}

type Standing = { readonly place: Place; readonly standing: CampaignStanding; readonly today: string };
type Numbers = Pick<
  CampaignBody,
  | 'firms'
  | 'invited'
  | 'begun'
  | 'finished'
  | 'bounced'
  | 'undelivered'
  | 'optedOut'
  | 'toInvite'
  | 'rates'
  | 'foreseen'
>;

async function numbersForProvider(tx: Transaction, { place, standing, today }: Standing): Promise<Numbers> {
  const counts = await countInvitees(tx, place);
  const alike = (await countByMail(tx, place)).map((each) => ({ ...each, hasFinished: false, isOutOfReach: false }));
  return {
    firms: total(counts, 'firms'),
    invited: total(counts, 'invited'),
    begun: total(counts, 'begun'),
    finished: total(counts, 'finished'),
    bounced: total(counts, 'bounced'),
    undelivered: total(counts, 'undelivered'),
    optedOut: total(counts, 'optedOut'),
    toInvite: total(counts, 'waiting'),
    rates: {
      county: rateBy(counts, ({ municipality }) => (municipality === null ? null : countyOf(municipality))),
      branch: rateBy(counts, ({ branch }) => branch),
      sizeClass: rateBy(counts, ({ sizeClass }) => sizeClass),
    },
    foreseen: foreseenReminders(standing, alike, today),
  };
}

type GroupRow = { readonly branch: string | null } & Omit<RateGroup, 'code'>;
export const toldOf = (rows: readonly GroupRow[]): ToldToRegion =>
  toldToRegion(rows.map(({ branch, ...count }) => ({ code: branch ?? undefined, ...count })));

async function numbersForRegion(tx: Transaction, { place, standing, today }: Standing): Promise<Numbers> {
  const { groups, waiting, ...ofMail } = await countForRegion(tx, place, today);
  const told = toldOf(groups);
  const { invited, begun, finished } = told;
  return {
    ...ofMail,
    ...{ invited, begun, finished },
    toInvite: waiting,
    rates: { county: [], branch: namedGroups(told.groups), sizeClass: [] },
    foreseen: toldReminders(standing, told, { firms: ofMail.firms, today }),
  };
}

/** The call as it is now, with what its organiser may be told. */
export async function describeCampaign(
  tx: Transaction,
  organiser: OrganiserKind,
  place: Place,
  now: Date,
): Promise<CampaignBody> {
  const row = await findCampaign(tx, place);
  if (row === undefined) throw new DomainError('not-found');
  const standing = standingOf(row);
  const today = swedishDate(now);
  const count = organiser === 'region' ? numbersForRegion : numbersForProvider;
  const { campaignId, revision, name, message, formCode, versionNumber } = row;
  const { opensOn, closesOn, graceDays, reminderDays } = row;
  const instrumentVersionId = fixedVersionOf(row);
  return {
    isSimulated: row.isSimulated,
    ...{ campaignId, organiser, revision, name, message, formCode, versionNumber },
    ...{ instrumentVersionId, opensOn, closesOn, graceDays, reminderDays },
    versionPublishedOn: swedishDate(row.versionPublishedAt),
    state: stateOn(standing, today),
    lastDay: lastDayOf(standing),
    openedAt: row.openedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    invitesFrom: invitesFrom(standing, now)?.toISOString() ?? null,
    ...(await count(tx, { place, standing, today })),
    countedAt: now.toISOString(),
  };
}
