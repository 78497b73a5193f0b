import { checkOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { DomainError } from '../../platform/domain-error.ts';

export type FirmIdentity = { firmName: string | null; organisationNumber: string | null };

/** The identity as it is stored; a number that fails its check digit or belongs to a person is refused. */
export function readFirmIdentity(input: {
  firmName?: string | undefined;
  organisationNumber?: string | undefined;
}): FirmIdentity {
  const firmName = input.firmName ?? null;
  if (input.organisationNumber === undefined) return { firmName, organisationNumber: null };
  const checked = checkOrganisationNumber(input.organisationNumber);
  if (!checked.ok) {
    throw new DomainError('invalid-request', {
      fields: [{ path: 'body/organisationNumber', code: checked.code }],
    });
  }
  return { firmName, organisationNumber: checked.organisationNumber };
}
