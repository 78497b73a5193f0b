import { checkFirmProfile } from '#shared/domain/firm/check-firm-profile.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { settleFirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { DomainError } from '../../platform/domain-error.ts';

/** The profile as it is stored; one whose answers contradict each other is refused. */
export function readFirmProfile(profile: FirmProfile): FirmProfile {
  const issues = checkFirmProfile(profile);
  if (issues.length > 0) {
    throw new DomainError('invalid-request', {
      fields: issues.map(({ field, code }) => ({ path: `body/profile/${field}`, code })),
    });
  }
  return settleFirmProfile(profile);
}
