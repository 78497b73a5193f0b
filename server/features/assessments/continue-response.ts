import { carriedItems, listContinuations } from '#shared/domain/instrument/continuations.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { isComparable } from '#shared/domain/instrument/version/comparability.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256, sha256Hex } from '../../platform/identifier.ts';
import { getReachableResponse } from './access.ts';
import { accessKeyLifetimeDays, daysAfter } from './access-key-lifetime.ts';
import { listAnswers } from './answer-repository.ts';
import { toAnswers } from './describe-response.ts';
import { getResponse } from './get-response.ts';
import type { ResponseRow } from './response-repository.ts';
import { insertContinuedResponse } from './response-repository.ts';
import type { Started } from './start-response.ts';

export type Target = Definition & {
  readonly instrumentVersionId: string;
  /** Whether an answer given in the response's version means the same in this one. */
  readonly mayCompare: (itemCode: string) => boolean;
};

/** The newest version, as seen from a response that may be of an older one. */
export async function findTarget(context: Context, response: ResponseRow): Promise<Target> {
  const { instrumentVersionId, definition } = await context.published.currentInstrumentVersion();
  const map = await context.published.itemMapBetween(response.instrumentVersionId, instrumentVersionId);
  const isSameVersion = response.instrumentVersionId === instrumentVersionId;
  return { ...definition, instrumentVersionId, mayCompare: (code) => isSameVersion || isComparable(map.get(code)) };
}

/** Opens a response on the newest version that asks the earlier form and one more, with what was answered before. */
export async function continueResponse(
  context: Context,
  access: AccessContext,
  input: { responseId: string; addedForm: string; language: Language },
): Promise<Started> {
  const { earlier, answers } = await inTransaction(context.database, access, async (tx) => {
    const response = await getReachableResponse(tx, input.responseId);
    // Before that its answers may still change, and what comes along is chosen once.
    if (response.status !== 'submitted') throw new DomainError('not-found');
    return { earlier: response, answers: toAnswers(await listAnswers(tx, input.responseId)) };
  });
  const target = await findTarget(context, earlier);
  const { structure } = target;
  const chosen = listContinuations(structure, earlier.formCode).find(({ addedForm }) => addedForm === input.addedForm);
  if (chosen === undefined) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/addedForm', code: 'unknown-form' }] });
  }
  const startedAt = context.clock.now();
  const key = context.identifiers.newSecret();
  const keyExpiresAt = daysAfter(startedAt, accessKeyLifetimeDays);
  const responseId = await inTransaction(context.database, access, (tx) =>
    insertContinuedResponse(tx, {
      responseId: context.identifiers.newId(),
      assessmentId: context.identifiers.newId(),
      instrumentVersionId: target.instrumentVersionId,
      formCode: chosen.formCode,
      language: input.language,
      startedAt,
      accessKeyId: context.identifiers.newId(),
      keySha256: sha256(key),
      keyExpiresAt,
      carriedItems: carriedItems(structure, chosen.formCode, answers, target.mayCompare),
    }),
  );
  if (responseId === undefined) throw new DomainError('not-found');
  // By the new key, or by the session where the firm belongs to an account and has no keys.
  const opened = { ...access, responseId, accessKey: sha256Hex(key) };
  return { response: await getResponse(context, opened, responseId), key, keyExpiresAt };
}
