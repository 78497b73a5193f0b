/** Everything that takes a permission. A word that is not here is never allowed. */
export const actions = [
  'answer',
  'read-result',
  'request-contact',
  'claim-firm',
  'read-firm',
  'change-firm',
  'give-consent',
  'read-access-log',
  'manage-members',
  'leave-firm',
  'request-erasure',
  'read-shared-firm',
  'handle-referrals',
  'manage-provider',
  'read-release',
  'edit-instrument',
  'manage-organisations',
  'read-audit-log',
  'read-outbox',
  'decide-erasure',
] as const;
export type Action = (typeof actions)[number];
