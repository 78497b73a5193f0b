import type { AuditAction } from '#shared/domain/access/audit-actions.ts';
import { dateFaults, stateOn } from '#shared/domain/campaign/campaign-state.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { type CampaignBody, describeCampaign, fixedVersionOf, type Place, standingOf } from './describe-campaign.ts';
import { countInCampaign } from './invitee-repository.ts';
import { type CampaignRow, deleteCampaign, lockCampaign, updateToEnded, updateToOpened } from './repository.ts';
import { chosenVersion, hasForm, offeredVersions } from './version-of.ts';

type Move = Place & { readonly revision: number };

async function findToMove(tx: Transaction, { revision, ...place }: Move): Promise<CampaignRow> {
  const row = await lockCampaign(tx, place);
  if (row === undefined) throw new DomainError('not-found');
  if (row.revision !== revision) throw new DomainError('changed-meanwhile');
  return row;
}

const record = (tx: Transaction, action: AuditAction, objectId: string, detail = {}): Promise<void> =>
  recordAudit(tx, { action, objectKind: 'campaign', objectId, detail });

/** From here on its form stands in the version that was chosen, or in that of today, and the worker writes to its firms from the first day. */
export async function openCampaign(context: Context, access: AccessContext, move: Move): Promise<CampaignBody> {
  const { organisationId, campaignId } = move;
  const offered = await offeredVersions(context);
  const body = await asOrganiserOf(context, access, organisationId, async (tx, organiser) => {
    const now = context.clock.now();
    const row = await findToMove(tx, move);
    if (row.openedAt !== null) throw new DomainError('move-not-possible');
    const firms = await countInCampaign(tx, move);
    const version = chosenVersion(offered, fixedVersionOf(row));
    const faults = [
      ...dateFaults(row, swedishDate(now)),
      ...(firms === 0 ? ['no-firms'] : []),
      ...(version === undefined ? ['unknown-version'] : []),
      ...(version === undefined || hasForm(version, row.formCode) ? [] : ['unknown-form']),
    ];
    if (version === undefined || faults.length > 0) {
      throw new DomainError('invalid-request', { fields: faults.map((code) => ({ path: 'body', code })) });
    }
    await updateToOpened(tx, move, { instrumentVersionId: version.instrumentVersionId, now });
    await record(tx, 'campaign-opened', campaignId, { firms });
    return describeCampaign(tx, organiser, move, now);
  });
  context.wakeWorker();
  return body;
}

export async function endCampaign(context: Context, access: AccessContext, move: Move): Promise<CampaignBody> {
  return asOrganiserOf(context, access, move.organisationId, async (tx, organiser) => {
    const now = context.clock.now();
    const row = await findToMove(tx, move);
    const state = stateOn(standingOf(row), swedishDate(now));
    if (state === 'draft' || state === 'closed' || state === 'ended') throw new DomainError('move-not-possible');
    await updateToEnded(tx, move, now);
    await record(tx, 'campaign-ended', move.campaignId);
    return describeCampaign(tx, organiser, move, now);
  });
}

export async function removeCampaign(
  context: Context,
  access: AccessContext,
  place: Place,
): Promise<{ isRemoved: true }> {
  return asOrganiserOf(context, access, place.organisationId, async (tx) => {
    const row = await lockCampaign(tx, place);
    if (row === undefined) throw new DomainError('not-found');
    if (row.openedAt !== null) throw new DomainError('move-not-possible');
    await deleteCampaign(tx, place);
    await record(tx, 'campaign-removed', place.campaignId);
    return { isRemoved: true };
  });
}
