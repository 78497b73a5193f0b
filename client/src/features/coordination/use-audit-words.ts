import { useLingui } from '@lingui/react/macro';
import { type AuditAction, auditActions } from '#shared/domain/access/audit-actions.ts';

const isKnown = (action: string): action is AuditAction => (auditActions as readonly string[]).includes(action);

/** What the words of the audit log mean. A word that the log has and this page does not know is shown as it is. */
export function useAuditWords() {
  const { t } = useLingui();
  const actions: Record<AuditAction, string> = {
    'signed-in': t`Signed in`,
    'sign-in-failed': t`Sign-in failed`,
    'signed-out': t`Signed out`,
    'sessions-ended': t`Sessions ended`,
    'second-factor-shown': t`Second step done`,
    'second-factor-failed': t`Second step failed`,
    'factor-added': t`Way of signing in added`,
    'factor-removed': t`Way of signing in removed`,
    'account-changed': t`Account changed`,
    'account-locked': t`Account locked`,
    'account-unlocked': t`Account unlocked`,
    'personal-data-exported': t`Own data fetched`,
    'firm-claimed': t`Firm connected to an account`,
    'firm-changed': t`Firm changed`,
    'invitation-sent': t`Invitation sent`,
    'invitation-revoked': t`Invitation revoked`,
    'invitation-accepted': t`Invitation accepted`,
    'invitation-declined': t`Invitation declined`,
    'membership-ended': t`Membership ended`,
    'role-changed': t`Role changed`,
    'consent-given': t`Consent given`,
    'consent-withdrawn': t`Consent withdrawn`,
    'firm-looked-at': t`Firm opened by an organisation`,
    'referral-moved': t`Request moved on by a provider`,
    'referral-assigned': t`Request given to an adviser`,
    'edition-created': t`Edition of a package created`,
    'edition-changed': t`Edition of a package changed`,
    'edition-moved': t`Edition opened, confirmed, completed or cancelled`,
    'placement-moved': t`Place of a firm in a group changed`,
    'webhook-added': t`Webhook added`,
    'webhook-changed': t`Webhook changed`,
    'webhook-secret-rolled': t`Secret of a webhook renewed`,
    'webhook-removed': t`Webhook removed`,
    'webhook-tested': t`Test sent to a webhook`,
    'webhook-resent': t`Webhook sent again`,
    'organisation-closed': t`Organisation closed`,
    'organisation-reopened': t`Organisation opened again`,
    'instrument-published': t`Questionnaire published`,
    'mail-resent': t`Mail sent again`,
    'audit-verified': t`Log checked`,
    'erasure-requested': t`Erasure asked for`,
    'erasure-withdrawn': t`Request for erasure withdrawn`,
    'erasure-decided': t`Erasure decided`,
    'erasure-carried-out': t`Erasure carried out`,
    'retention-applied': t`Old data cleared`,
  };
  const objects: Partial<Record<string, string>> = {
    'audit-log': t`Log`,
    consent: t`Consent`,
    'data-class': t`Kind of data`,
    'erasure-request': t`Erasure`,
    firm: t`Firm`,
    identity: t`Identity`,
    'instrument-version': t`Version of a questionnaire`,
    invitation: t`Invitation`,
    mail: t`Mail`,
    membership: t`Membership`,
    organisation: t`Organisation`,
    passkey: t`Passkey`,
    person: t`Person`,
    session: t`Session`,
    'sign-in-request': t`Sign-in`,
    webhook: t`Webhook`,
  };
  return {
    action: (action: string) => (isKnown(action) ? actions[action] : action),
    object: (kind: string) => objects[kind] ?? kind,
  };
}
