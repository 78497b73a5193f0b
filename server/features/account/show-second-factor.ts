import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AccountBody, getAccountBody } from '../../platform/identity/describe-account.ts';
import { stepOfCode } from '../../platform/identity/one-time-password.ts';
import { type OpenedSession, renewSession } from '../../platform/identity/open-session.ts';
import { sha256OfRecoveryCode } from '../../platform/identity/recovery-code.ts';
import { asPersonInTurn } from './access.ts';
import { countFailures, findAuthenticator, updateLastUsedStep, updateRecoveryCodeToUsed } from './factor-repository.ts';
import { mailFactorChange } from './factors.ts';

export type Raised = { readonly account: AccountBody; readonly session: OpenedSession };

const mostFailures = 5;
const failureMinutes = 15;
const digits = /^[0-9]{6}$/;

async function isOfAuthenticator(context: Context, tx: Transaction, personId: string, code: string): Promise<boolean> {
  const authenticator = await findAuthenticator(tx, personId);
  if (authenticator === undefined) return false;
  const step = stepOfCode(await context.sealing.open(authenticator.sealedSecret), code, context.clock.now());
  return step !== undefined && (await updateLastUsedStep(tx, authenticator.authenticatorId, step));
}

async function isShown(context: Context, tx: Transaction, personId: string, code: string): Promise<boolean> {
  if (digits.test(code)) return isOfAuthenticator(context, tx, personId, code);
  return updateRecoveryCodeToUsed(tx, { personId, sha256: sha256OfRecoveryCode(code), usedAt: context.clock.now() });
}

/** Raises the session by a code of the authenticator, each of which counts once, or by a recovery code. */
export async function showSecondFactor(context: Context, access: AccessContext, code: string): Promise<Raised> {
  // What a wrong code leaves behind must be kept, so the refusal comes after the transaction.
  const raised = await asPersonInTurn(context, access, async (tx, person) => {
    const { personId, sessionId } = person;
    if ((await countFailures(tx, personId, failureMinutes)) >= mostFailures) throw new DomainError('too-many-requests');
    const object = { objectKind: 'session', objectId: sessionId };
    if (!(await isShown(context, tx, personId, code))) {
      await recordAudit(tx, { action: 'second-factor-failed', ...object });
      return undefined;
    }
    const method = digits.test(code) ? 'authenticator' : 'recovery-code';
    await recordAudit(tx, { action: 'second-factor-shown', ...object, detail: { method } });
    if (method === 'recovery-code') await mailFactorChange(context, tx, person, 'recovery-code-used');
    const session = await renewSession(context, tx, sessionId, true);
    return { account: await getAccountBody(context, tx), session };
  });
  if (raised === undefined) throw new DomainError('code-not-accepted');
  context.wakeWorker();
  return raised;
}
