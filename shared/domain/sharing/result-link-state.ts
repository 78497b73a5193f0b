export const resultLinkStates = ['active', 'expired', 'taken-back'] as const;
export type ResultLinkState = (typeof resultLinkStates)[number];

type Life = { readonly expiresAt: Date; readonly takenBackAt: Date | null };

/** Whether a link opens anything at the moment. One that was taken back before its time stays taken back. */
export function resultLinkState({ expiresAt, takenBackAt }: Life, now: Date): ResultLinkState {
  if (takenBackAt !== null) return 'taken-back';
  return expiresAt <= now ? 'expired' : 'active';
}
