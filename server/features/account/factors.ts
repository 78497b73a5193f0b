import type * as z from 'zod/mini';
import type { factorsSchema } from '#shared/contracts/second-factor.ts';
import { needsSecondFactor } from '#shared/domain/access/roles.ts';
import { type AuditEvent, recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { AccountRow } from '../../platform/identity/account-repository.ts';
import { listIdentities } from '../../platform/identity/identity-repository.ts';
import { listPasskeys } from '../../platform/identity/passkey-repository.ts';
import { listOwnRoles } from '../../platform/identity/session-repository.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { summariseFactors } from './factor-repository.ts';

export type FactorsBody = z.input<typeof factorsSchema>;

export async function describeFactors(tx: Transaction, personId: string): Promise<FactorsBody> {
  const { authenticatorSince, recoveryCodesLeft } = await summariseFactors(tx, personId);
  const passkeys = await listPasskeys(tx, personId);
  const identities = await listIdentities(tx, personId);
  return {
    authenticatorSince: authenticatorSince?.toISOString() ?? null,
    recoveryCodesLeft,
    passkeys: passkeys.map(({ passkeyId, name, createdAt, lastUsedAt }) => ({
      passkeyId,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    identities: identities.map(({ identityId, issuer, createdAt }) => ({
      identityId,
      issuer,
      createdAt: createdAt.toISOString(),
    })),
  };
}

/** Who has a second factor changes factors only after showing one: the mailbox alone must not put another in place. */
export function refuseWithoutShownFactor({ oidc }: Context, person: AccountRow): void {
  const hasOne = person.hasAuthenticator || person.hasPasskey || (person.hasIdentity && oidc !== undefined);
  if (hasOne && !person.hasSecondFactor) throw new DomainError('second-factor-required');
}

/**
 * Before one is taken away: whoever needs a second factor keeps at least one. A provider counts while the site has it.
 */
export async function refuseLastFactor({ oidc }: Context, tx: Transaction, personId: string): Promise<void> {
  const { authenticatorSince, passkeys, identities } = await describeFactors(tx, personId);
  const count = (authenticatorSince === null ? 0 : 1) + passkeys.length + (oidc === undefined ? 0 : identities.length);
  const isNeeded = (await listOwnRoles(tx)).some(needsSecondFactor);
  if (isNeeded && count <= 1) throw new DomainError('last-of-its-kind');
}

export type FactorChange =
  | 'authenticator-added'
  | 'authenticator-removed'
  | 'recovery-codes-renewed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'identity-added'
  | 'identity-removed';

/** By mail to the person, who may not have been the one. */
export async function mailFactorChange(
  context: Context,
  tx: Transaction,
  person: AccountRow,
  change: FactorChange | 'recovery-code-used',
): Promise<void> {
  await insertMail(tx, {
    mailId: context.identifiers.newId(),
    kind: 'factor-changed',
    recipient: person.email,
    language: person.language,
    facts: { change },
    createdAt: context.clock.now(),
  });
}

/** Into the audit log, and by mail. */
export async function tellFactorChange(
  context: Context,
  tx: Transaction,
  person: AccountRow,
  change: FactorChange,
): Promise<void> {
  const action: AuditEvent['action'] = change.endsWith('-removed') ? 'factor-removed' : 'factor-added';
  await recordAudit(tx, { action, objectKind: 'person', objectId: person.personId, detail: { change } });
  await mailFactorChange(context, tx, person, change);
}
