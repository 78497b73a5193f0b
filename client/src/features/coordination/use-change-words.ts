import { useLingui } from '@lingui/react/macro';

/** What was changed in how somebody signs in. */
export function useChangeWords(): Partial<Record<string, string>> {
  const { t } = useLingui();
  return {
    'authenticator-added': t`authenticator app connected`,
    'authenticator-removed': t`authenticator app removed`,
    'recovery-codes-renewed': t`new recovery codes`,
    'passkey-added': t`passkey added`,
    'passkey-removed': t`passkey removed`,
    'identity-added': t`the organisation's own sign-in connected`,
    'identity-removed': t`the organisation's own sign-in disconnected`,
    'factors-reset': t`all of it reset by an administrator`,
  };
}
