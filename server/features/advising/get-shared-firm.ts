import type * as z from 'zod/mini';
import type { getSharedFirm as getSharedFirmEndpoint } from '#shared/contracts/advising.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import { noChoices, type SupportChoices } from '#shared/domain/routing/support-choices.ts';
import { insertLook, isChoiceNamed, type LookPurpose } from '../../platform/audit/look-repository.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import { mostEarlierRounds } from '../../platform/change/change-since.ts';
import { listThenLevels, type ThenRow } from '../../platform/change/then-level-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeWish } from '../../platform/editions/describe-wish.ts';
import { describeChange } from './describe-change.ts';
import { describeSharedResult, type ListReviews, type Reviews } from './describe-shared-result.ts';
import type { FirmRow, OutcomeRow, RequestRow, ResultRow } from './repository.ts';
import { findFirm, findOutcome, findSupportChoices, listRequests, listResults } from './repository.ts';

export type SharedFirmBody = z.input<(typeof getSharedFirmEndpoint.responses)[200]>;
type RequestBody = NonNullable<SharedFirmBody['requests']>[number];

type Place = { readonly organisationId: string; readonly firmId: string };

/** Null where the firm has not let the organisation in for that. */
type Shared = {
  readonly firm: FirmRow;
  readonly results: ResultRow[] | null;
  readonly newest:
    | { readonly outcome: OutcomeRow; readonly reviews: Reviews; readonly choices: SupportChoices | null }
    | undefined;
  /** Of the rounds before the newest, the newest first. */
  readonly earlier: OutcomeRow[];
  /** Where the firm says at the newest that it was then. */
  readonly said: ThenRow[];
  readonly requests: RequestRow[] | null;
};

/** What the firm shares with the organisation at this moment; that it was read is written down with the reading. */
export async function getSharedFirm(
  context: Context,
  access: AccessContext,
  place: Place,
  listReviews: ListReviews,
): Promise<SharedFirmBody> {
  const { firm, results, newest, earlier, said, requests } = await inTransaction(context.database, access, (tx) =>
    look(context, tx, place, listReviews),
  );
  return {
    ...firm,
    results: results?.map((result) => ({ ...result, submittedAt: result.submittedAt.toISOString() })) ?? null,
    newest: newest === undefined ? null : await describeSharedResult(context, firm, newest),
    supportChoices: newest?.choices ?? null,
    change: newest === undefined ? null : await describeChange(context, newest.outcome, earlier, said),
    requests:
      requests === null ? null : await Promise.all(requests.map((request) => describeRequest(context, request))),
  };
}

async function look(context: Context, tx: Transaction, place: Place, listReviews: ListReviews): Promise<Shared> {
  const isLetIn = (purpose: LookPurpose) =>
    insertLook(tx, { ...place, purpose, accessEventId: context.identifiers.newId() });
  const hasResults = await isLetIn('result');
  const hasRequests = await isLetIn('contact');
  // Asked for after the looks: the consent may have been withdrawn between them.
  const firm = hasResults || hasRequests ? await findFirm(tx, place.firmId) : undefined;
  if (firm === undefined) throw new DomainError('not-found');
  await recordAudit(tx, {
    action: 'firm-looked-at',
    objectKind: 'firm',
    objectId: place.firmId,
    detail: { organisationId: place.organisationId, hasResults, hasRequests },
  });
  const results = hasResults ? await listResults(tx, place.firmId) : null;
  const [latest] = results ?? [];
  const outcome = latest === undefined ? undefined : await findOutcome(tx, latest.responseId);
  return {
    firm,
    results,
    newest:
      outcome === undefined
        ? undefined
        : {
            outcome,
            reviews: await listReviews(tx, outcome.submissionId),
            choices: await readChoices(tx, outcome.responseId),
          },
    earlier: latest === undefined ? [] : await listEarlier(tx, results ?? [], latest),
    said: latest === undefined ? [] : await listThenLevels(tx, latest.responseId),
    requests: hasRequests ? await listRequests(tx, place) : null,
  };
}

/** Null where the consent does not name what the firm makes of its suggestions. */
async function readChoices(tx: Transaction, responseId: string): Promise<SupportChoices | null> {
  return (await isChoiceNamed(tx)) ? ((await findSupportChoices(tx, responseId)) ?? noChoices) : null;
}

async function listEarlier(tx: Transaction, results: readonly ResultRow[], latest: ResultRow): Promise<OutcomeRow[]> {
  const outcomes: OutcomeRow[] = [];
  const before = results
    .filter(({ round, submittedAt }) => round < latest.round && submittedAt < latest.submittedAt)
    .toSorted((one, other) => other.submittedAt.getTime() - one.submittedAt.getTime());
  for (const result of before.slice(0, mostEarlierRounds)) {
    const outcome = await findOutcome(tx, result.responseId);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  return outcomes;
}

/** Named by the catalogue that the firm chose from. */
async function describeRequest(context: Context, row: RequestRow): Promise<RequestBody> {
  const { catalogueVersionId, assignedTo, assigneeName, answerDueAt, wish, ...request } = row;
  const version = await context.published.findCatalogue(catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  return {
    ...request,
    answerDueAt: answerDueAt.toISOString(),
    wishedEdition: describeWish(context, wish),
    assignedTo: assignedTo === null ? null : { personId: assignedTo, name: assigneeName },
    packageName: nameOf(version.catalogue.packages, request.packageCode),
    providerName: nameOf(version.catalogue.providers, request.providerCode),
  };
}
