import type * as z from 'zod/mini';
import type { readInvitation as endpoint } from '#shared/contracts/campaign-invitations.ts';
import type { responseSchema } from '#shared/contracts/responses.ts';
import { type CampaignStanding, lastDayOf, stateOn } from '#shared/domain/campaign/campaign-state.ts';
import { branches, type FirmProfile, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { countScoredItems } from '#shared/domain/instrument/index-structure.ts';
import { formTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import { type AccessContext, inTransaction, nobody, type Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256, sha256Hex } from '../../platform/identifier.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import {
  type BeginOutcome,
  beginAssessment,
  beginAssessmentInFirm,
  findInvitation,
  type InvitationRow,
  insertKeyFromCampaign,
  updateToLeft,
} from './link-repository.ts';

type InvitationBody = z.input<(typeof endpoint.responses)[200]>;
type Holder = { readonly key: string; readonly keyExpiresAt: Date };

export type StartInput = {
  readonly formCode: string;
  readonly language: Language;
  readonly profile: FirmProfile;
  readonly organisationNumber?: string | undefined;
  readonly firmName?: string | undefined;
};
/** Opens a firm and its response in the version, and does the rest in the same transaction. */
export type Start = (
  context: Context,
  input: StartInput,
  options: { instrumentVersionId: string; also: (tx: Transaction) => Promise<void> },
) => Promise<Holder & { response: z.input<typeof responseSchema> }>;

/** The same in a firm that the person of the session belongs to; gives the response. */
export type StartInFirm = (
  context: Context,
  access: AccessContext,
  round: { firmId: string; formCode: string; language: Language; instrumentVersionId: string },
  also: (tx: Transaction, responseId: string) => Promise<void>,
) => Promise<string>;

/** As with other links to continue by. */
const keyDays = 180;
const dayMs = 86_400_000;

const standingOf = (row: InvitationRow): CampaignStanding => ({
  ...{ opensOn: row.opensOn, closesOn: row.closesOn, graceDays: row.graceDays },
  reminderDays: [],
  isOpened: true,
  isEnded: row.isEnded,
});

function progressOf({ begunAt, finishedAt, isBound, isClaimed }: InvitationRow): InvitationBody['progress'] {
  if (finishedAt !== null) return 'finished';
  if (begunAt === null) return 'not-begun';
  if (!isBound) return 'gone';
  return isClaimed ? 'in-account' : 'begun';
}

async function getInvitation(context: Context, key: string): Promise<InvitationRow> {
  const row = await inTransaction(context.database, nobody, (tx) => findInvitation(tx, sha256(key)));
  if (row === undefined) throw new DomainError('not-found');
  return row;
}

/** What the link leads to. Reading it changes nothing: programs open the links of mail by themselves. */
export async function readInvitation(context: Context, key: string): Promise<InvitationBody> {
  const row = await getInvitation(context, key);
  const { structure, texts } = (await context.published.instrumentVersion(row.instrumentVersionId)).definition;
  const form = structure.forms.find(({ code }) => code === row.formCode);
  if (form === undefined) throw new DomainError('not-found');
  const standing = standingOf(row);
  const state = stateOn(standing, swedishDate(context.clock.now()));
  const {
    organiserName,
    organiserKind,
    name,
    closesOn,
    language,
    formCode,
    firmName,
    organisationNumber,
    municipality,
  } = row;
  return {
    ...{ organiserName, organiserKind, name, closesOn, language, formCode, firmName, organisationNumber, municipality },
    state: state === 'draft' ? 'scheduled' : state,
    lastDay: lastDayOf(standing),
    formName: textOf(texts, formTextKeys.name(formCode), formCode),
    minutes: form.minutes,
    scoredItems: countScoredItems(structure, formCode),
    progress: progressOf(row),
    branch: branches.find((code) => code === row.branch) ?? null,
    sizeClass: sizeClasses.find((code) => code === row.sizeClass) ?? null,
    optOutCode: row.optOutCode,
  };
}

function refuseUnlessDone(outcome: BeginOutcome): void {
  if (outcome === 'closed') throw new DomainError('campaign-closed');
  if (outcome === 'begun-already') throw new DomainError('campaign-begun');
  if (outcome === 'not-found') throw new DomainError('not-found');
}

/** The one response by which the firm answers. Who opens the link second goes on with it instead. */
export async function startCampaignResponse(
  context: Context,
  { key, ...input }: Omit<StartInput, 'formCode'> & { key: string },
  start: Start,
) {
  const { formCode, instrumentVersionId } = await getInvitation(context, key);
  return start(
    context,
    { ...input, formCode },
    {
      instrumentVersionId,
      also: async (tx) => refuseUnlessDone(await beginAssessment(tx, sha256(key), context.clock.now())),
    },
  );
}

/** The same in a firm of the session, as a further round of it. What it has open already stays as it is. */
export async function startCampaignResponseInFirm(
  context: Context,
  access: AccessContext,
  { key, ...input }: { key: string; firmId: string; language: Language },
  start: StartInFirm,
): Promise<{ responseId: string }> {
  const { formCode, instrumentVersionId } = await getInvitation(context, key);
  const round = { ...input, formCode, instrumentVersionId };
  const responseId = await start(context, access, round, async (tx, begun) =>
    refuseUnlessDone(
      await beginAssessmentInFirm(tx, { keySha256: sha256(key), responseId: begun }, context.clock.now()),
    ),
  );
  return { responseId };
}

export async function resumeCampaignResponse(
  context: Context,
  campaignKey: string,
): Promise<Holder & { responseId: string }> {
  const key = context.identifiers.newSecret();
  const keyExpiresAt = new Date(context.clock.now().getTime() + keyDays * dayMs);
  const access: AccessContext = { surface: 'app', accessKey: sha256Hex(key) };
  const responseId = await inTransaction(context.database, access, (tx) =>
    insertKeyFromCampaign(tx, {
      campaignKeySha256: sha256(campaignKey),
      accessKeyId: context.identifiers.newId(),
      keySha256: sha256(key),
      expiresAt: keyExpiresAt,
    }),
  );
  if (responseId === undefined) throw new DomainError('not-found');
  return { responseId, key, keyExpiresAt };
}

export async function leaveCampaign(
  context: Context,
  access: AccessContext,
  responseId: string,
): Promise<{ hasLeft: true }> {
  const hasLeft = await inTransaction(context.database, access, (tx) =>
    updateToLeft(tx, responseId, context.clock.now()),
  );
  if (!hasLeft) throw new DomainError('not-found');
  return { hasLeft: true };
}
