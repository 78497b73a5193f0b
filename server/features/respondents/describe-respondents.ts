import type * as z from 'zod/mini';
import type { respondentsSchema } from '#shared/contracts/respondents.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import { countScoredItems, indexStructure, itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';
import { dimensionsOfForm, limitToPart } from '#shared/domain/respondents/part.ts';
import { canBeReminded, canBeRenewed, respondentState } from '#shared/domain/respondents/respondent-state.ts';
import { mostRespondents } from '#shared/domain/respondents/together.ts';
import { resultLinkState } from '#shared/domain/sharing/result-link-state.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Account } from '../../platform/identity/account.ts';
import { type LinkRow, listLinkRows } from './link-repository.ts';
import type { LedRow } from './repository.ts';
import { listRespondentRows, type RespondentRow } from './respondent-repository.ts';

export type RespondentsBody = z.input<typeof respondentsSchema>;

/** Mail goes out for somebody whom the site knows, of a firm that somebody answers for. */
export const canMail = ({ isClaimed }: LedRow, account: Account | undefined): boolean =>
  isClaimed && account !== undefined;

export async function readStructure(
  context: Context,
  tx: Transaction,
  { instrumentVersionId }: Pick<LedRow, 'instrumentVersionId'>,
): Promise<Structure> {
  return (await context.published.instrumentVersion(instrumentVersionId, tx)).definition.structure;
}

export async function describeRespondents(
  context: Context,
  tx: Transaction,
  led: LedRow,
  account: Account | undefined,
): Promise<RespondentsBody> {
  const structure = await readStructure(context, tx, led);
  const now = context.clock.now();
  const { items } = indexStructure(structure);
  const scored = itemCodesOfForm(structure, led.formCode).filter((code) => items.get(code)?.purpose === 'score');
  const respondents = await listRespondentRows(tx, led.assessmentId, scored);
  const mails = canMail(led, account);
  const links = await listLinkRows(tx, led.assessmentId);
  return {
    leadRole: led.leadRole,
    respondents: respondents.map((respondent) => describeRespondent(respondent, led, { structure, now, mails })),
    links: links.map((link) => describeLink(link, now)),
    dimensions: [...dimensionsOfForm(structure, led.formCode)],
    mostRespondents,
    isOpen: led.isOpen,
    canMail: mails,
  };
}

function describeRespondent(
  { hasOpened, takenBackAt, ...respondent }: RespondentRow,
  { formCode, isOpen }: LedRow,
  { structure, now, mails }: { structure: Structure; now: Date; mails: boolean },
): RespondentsBody['respondents'][number] {
  return {
    ...respondent,
    state: respondentState({ ...respondent, hasOpened, takenBackAt }, now),
    asked: countScoredItems(limitToPart(structure, formCode, respondent.part), formCode),
    createdAt: respondent.createdAt.toISOString(),
    expiresAt: respondent.expiresAt.toISOString(),
    doneAt: respondent.doneAt?.toISOString() ?? null,
    remindedAt: respondent.remindedAt?.toISOString() ?? null,
    canBeReminded: mails && canBeReminded({ ...respondent, hasOpened, takenBackAt }, now),
    canBeRenewed:
      isOpen && (mails || respondent.email === null) && canBeRenewed({ ...respondent, hasOpened, takenBackAt }, now),
  };
}

function describeLink({ takenBackAt, ...link }: LinkRow, now: Date): RespondentsBody['links'][number] {
  return {
    ...link,
    state: resultLinkState({ expiresAt: link.expiresAt, takenBackAt }, now),
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
  };
}
