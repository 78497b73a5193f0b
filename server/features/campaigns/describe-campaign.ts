import type * as z from 'zod/mini';
import type { getCampaign as endpoint } from '#shared/contracts/campaigns.ts';
import { type CampaignStanding, lastDayOf, stateOn } from '#shared/domain/campaign/campaign-state.ts';
import { foreseenReminders } from '#shared/domain/campaign/due-mail.ts';
import { foldGroups, type RateGroup } from '#shared/domain/campaign/response-rate.ts';
import { countyOf } from '#shared/domain/firm/firm-profile.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { type CampaignRow, countByMail, countInvitees, findCampaign, type PlacedCount } from './repository.ts';

export type CampaignBody = z.input<(typeof endpoint.responses)[200]>;
export type Place = { readonly organisationId: string; readonly campaignId: string };

export const standingOf = ({ openedAt, endedAt, ...dates }: CampaignRow): CampaignStanding => ({
  ...dates,
  isOpened: openedAt !== null,
  isEnded: endedAt !== null,
});

type CountedField = 'firms' | 'invited' | 'begun' | 'finished' | 'bounced' | 'undelivered' | 'optedOut' | 'waiting';
const total = (counts: readonly PlacedCount[], field: CountedField): number =>
  counts.reduce((sum, count) => sum + count[field], 0);

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
  return foldGroups(groups).map(({ code, ...count }) => ({ code: code ?? null, ...count }));
}

/** The call as it is now. */
export async function describeCampaign(tx: Transaction, place: Place, now: Date): Promise<CampaignBody> {
  const row = await findCampaign(tx, place);
  if (row === undefined) throw new DomainError('not-found');
  const standing = standingOf(row);
  const today = swedishDate(now);
  const counts = await countInvitees(tx, place);
  const alike = (await countByMail(tx, place)).map((each) => ({ ...each, hasFinished: false, isOutOfReach: false }));
  const { campaignId, revision, name, message, formCode, versionNumber } = row;
  const { opensOn, closesOn, graceDays, reminderDays } = row;
  return {
    ...{ campaignId, revision, name, message, formCode, versionNumber, opensOn, closesOn, graceDays, reminderDays },
    state: stateOn(standing, today),
    lastDay: lastDayOf(standing),
    openedAt: row.openedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
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
    countedAt: now.toISOString(),
  };
}
