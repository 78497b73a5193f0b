import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256, sha256Hex } from '../../platform/identifier.ts';
import { getReachableResponse } from './access.ts';
import { accessKeyLifetimeDays, daysAfter } from './access-key-lifetime.ts';
import type { ResponseBody } from './describe-response.ts';
import { describeResponse } from './describe-response.ts';
import { readFirmIdentity } from './firm-identity.ts';
import { readFirmProfile } from './read-firm-profile.ts';
import { insertFirm, insertResponse } from './response-repository.ts';

export type StartInput = {
  formCode: string;
  language: Language;
  profile: FirmProfile;
  organisationNumber?: string | undefined;
  firmName?: string | undefined;
};

export type Started = { response: ResponseBody; key: string; keyExpiresAt: Date };

export type StartOptions = {
  readonly isSimulated?: boolean;
  /** The newest published one unless given. */
  readonly instrumentVersionId?: string;
  /** Done in the same transaction, by the key of the response; when it fails there is none. */
  readonly also?: (tx: Transaction) => Promise<void>;
};

/** Opens a firm, its first assessment and one response. */
export async function startResponse(
  context: Context,
  input: StartInput,
  { isSimulated = false, instrumentVersionId, also }: StartOptions = {},
): Promise<Started> {
  const { published } = context;
  const version = await (instrumentVersionId === undefined
    ? published.currentInstrumentVersion()
    : published.instrumentVersion(instrumentVersionId));
  if (!version.definition.structure.forms.some((form) => form.code === input.formCode)) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/formCode', code: 'unknown-form' }] });
  }
  const identity = readFirmIdentity(input);
  const profile = readFirmProfile(input.profile);
  const startedAt = context.clock.now();
  const keyExpiresAt = daysAfter(startedAt, accessKeyLifetimeDays);
  const key = context.identifiers.newSecret();
  const firmId = context.identifiers.newId();
  const responseId = context.identifiers.newId();
  const response = await inTransaction(context.database, { surface: 'app', accessKey: sha256Hex(key) }, async (tx) => {
    await insertFirm(tx, {
      firmId,
      responseId,
      accessKeyId: context.identifiers.newId(),
      keySha256: sha256(key),
      expiresAt: keyExpiresAt,
      organisationNumber: identity.organisationNumber,
      name: identity.firmName,
      isSimulated,
    });
    await insertResponse(tx, {
      responseId,
      firmId,
      assessmentId: context.identifiers.newId(),
      instrumentVersionId: version.instrumentVersionId,
      formCode: input.formCode,
      language: input.language,
      profile,
      startedAt,
    });
    await also?.(tx);
    return getReachableResponse(tx, responseId);
  });
  return { response: describeResponse(response, [], undefined), key, keyExpiresAt };
}
