import type { CampaignContent } from '#shared/contracts/campaigns.ts';
import { type CampaignDates, dateFaults, mostReminders, stateOn } from '#shared/domain/campaign/campaign-state.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { type CampaignBody, describeCampaign, type Place, standingOf } from './describe-campaign.ts';
import { type CampaignRow, type CampaignValues, insertCampaign, lockCampaign, updateCampaign } from './repository.ts';
import { type OfferedVersions, offeredVersions, versionOf } from './version-of.ts';

const sorted = (days: readonly string[]): string[] => days.toSorted();

function refuseFaultyDates(content: CampaignDates, today: string): void {
  const faults = dateFaults(content, today);
  if (faults.length === 0) return;
  throw new DomainError('invalid-request', { fields: faults.map((code) => ({ path: 'body/dates', code })) });
}

/** In the chosen version, or else in that of now; until the call is opened nothing is answered in it. */
function valuesOf(offered: OfferedVersions, content: CampaignContent): CampaignValues {
  const instrumentVersionId = versionOf(offered, content);
  const isVersionChosen = content.instrumentVersionId !== null;
  const { name, message, formCode, opensOn, closesOn, graceDays } = content;
  const reminderDays = sorted(content.reminderDays);
  return { name, message, formCode, instrumentVersionId, isVersionChosen, opensOn, closesOn, graceDays, reminderDays };
}

export async function createCampaign(
  context: Context,
  access: AccessContext,
  { organisationId, ...content }: CampaignContent & { organisationId: string },
): Promise<string> {
  const campaignId = context.identifiers.newId();
  const now = context.clock.now();
  const values = valuesOf(await offeredVersions(context), content);
  await asOrganiserOf(context, access, organisationId, async (tx) => {
    refuseFaultyDates(content, swedishDate(now));
    await insertCampaign(tx, { organisationId, campaignId }, values, now);
    await recordAudit(tx, { action: 'campaign-created', objectKind: 'campaign', objectId: campaignId });
  });
  return campaignId;
}

/**
 * What may change of a call that is opened: its last day, its grace, and the reminders that are to come. A day that has
 * come stays as it was, since firms have been written to by it.
 */
function changedWhileOpen(row: CampaignRow, content: CampaignContent, today: string): CampaignValues {
  const past = row.reminderDays.filter((day) => day <= today);
  const toCome = content.reminderDays.filter((day) => day > today);
  const { name, message, formCode, instrumentVersionId, isVersionChosen, opensOn } = row;
  const { closesOn, graceDays } = content;
  const reminderDays = sorted([...past, ...toCome]);
  return { name, message, formCode, instrumentVersionId, isVersionChosen, opensOn, closesOn, graceDays, reminderDays };
}

async function change(
  context: Context,
  tx: Transaction,
  given: {
    organiser: OrganiserKind;
    place: Place;
    revision: number;
    content: CampaignContent;
    offered: OfferedVersions;
  },
): Promise<CampaignBody> {
  const { organiser, place, revision, content, offered } = given;
  const now = context.clock.now();
  const today = swedishDate(now);
  const row = await lockCampaign(tx, place);
  if (row === undefined) throw new DomainError('not-found');
  if (row.revision !== revision) throw new DomainError('changed-meanwhile');
  const state = stateOn(standingOf(row), today);
  if (state === 'ended') throw new DomainError('move-not-possible');
  const isNew = (day: string): boolean => !row.reminderDays.includes(day);
  if (state !== 'draft' && content.reminderDays.some((day) => day <= today && isNew(day))) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/dates', code: 'reminder-in-the-past' }] });
  }
  const values = state === 'draft' ? valuesOf(offered, content) : changedWhileOpen(row, content, today);
  // Days that have come are not judged again.
  const judged = values.reminderDays.filter((day) => state === 'draft' || day > today);
  refuseFaultyDates({ ...content, ...values, reminderDays: judged }, today);
  // Days that have come count too.
  if (values.reminderDays.length > mostReminders) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/dates', code: 'too-many-reminders' }] });
  }
  await updateCampaign(tx, place, values);
  await recordAudit(tx, { action: 'campaign-changed', objectKind: 'campaign', objectId: place.campaignId });
  return describeCampaign(tx, organiser, place, now);
}

export async function changeCampaign(
  context: Context,
  access: AccessContext,
  { organisationId, campaignId, revision, ...content }: CampaignContent & Place & { revision: number },
): Promise<CampaignBody> {
  const offered = await offeredVersions(context);
  const body = await asOrganiserOf(context, access, organisationId, (tx, organiser) =>
    change(context, tx, { organiser, place: { organisationId, campaignId }, revision, content, offered }),
  );
  context.wakeWorker();
  return body;
}
