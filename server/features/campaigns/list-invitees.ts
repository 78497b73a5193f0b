import type * as z from 'zod/mini';
import type { listInvitees as endpoint } from '#shared/contracts/campaigns.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { branches, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import type { Place } from './describe-campaign.ts';
import { countInviteeRows, type InviteeRow, type InviteeSearch, listInviteeRows } from './invitee-repository.ts';
import { findCampaign } from './repository.ts';

type InviteesBody = z.input<(typeof endpoint.responses)[200]>;

const pageLength = 100;
const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const dayOf = (moment: Date | null): string | null => (moment === null ? null : swedishDate(moment));

function describeInvitee(
  organiser: OrganiserKind,
  { begunAt, finishedAt, isReached, ...row }: InviteeRow,
): InviteesBody['firms'][number] {
  return {
    ...row,
    branch: branches.find((code) => code === row.branch) ?? null,
    sizeClass: sizeClasses.find((code) => code === row.sizeClass) ?? null,
    invitedAt: iso(row.invitedAt),
    remindedAt: iso(row.remindedAt),
    // The day alone: a moment would tell which firm it has become, beside others that are seen of a firm.
    begunOn: dayOf(begunAt),
    finishedOn: dayOf(finishedAt),
    mayBeTakenOut: organiser === 'region' ? !isReached : begunAt === null,
  };
}

export async function listInvitees(
  context: Context,
  access: AccessContext,
  { organisationId, campaignId, page = 0, ...search }: Place & InviteeSearch & { page?: number | undefined },
): Promise<InviteesBody> {
  const place = { organisationId, campaignId };
  return asOrganiserOf(context, access, organisationId, async (tx, organiser) => {
    if ((await findCampaign(tx, place)) === undefined) throw new DomainError('not-found');
    const rows = await listInviteeRows(tx, organiser, place, {
      ...search,
      offset: page * pageLength,
      limit: pageLength,
    });
    return {
      firms: rows.map((row) => describeInvitee(organiser, row)),
      count: await countInviteeRows(tx, organiser, place, search),
    };
  });
}
