import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { newRecoveryCodes, sha256OfRecoveryCode } from '../../platform/identity/recovery-code.ts';
import { replaceRecoveryCodes } from './factor-repository.ts';

/** New codes, which end the earlier ones. They are known here and to whom they are shown, and then to nobody else. */
export async function giveRecoveryCodes(context: Context, tx: Transaction, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes(context.identifiers);
  await replaceRecoveryCodes(
    tx,
    personId,
    codes.map((code) => ({ recoveryCodeId: context.identifiers.newId(), sha256: sha256OfRecoveryCode(code) })),
  );
  return codes;
}
