export const respondentStates = ['invited', 'answering', 'done', 'expired', 'taken-back'] as const;
export type RespondentState = (typeof respondentStates)[number];

type Course = {
  readonly hasOpened: boolean;
  readonly expiresAt: Date;
  readonly doneAt: Date | null;
  readonly takenBackAt: Date | null;
};

/** Once, and only who can still come in by what was mailed to them. */
export function canBeReminded(
  course: Course & { readonly email: string | null; readonly remindedAt: Date | null },
  now: Date,
): boolean {
  const state = respondentState(course, now);
  const isWaitedFor = state === 'invited' || state === 'answering';
  return isWaitedFor && course.email !== null && course.remindedAt === null && course.expiresAt > now;
}

/**
 * Whether they may have a new way in. What was handed over is known to whoever leads, and is renewed only until it is
 * opened; a mail goes to the same address as before, once the time of the last one is over.
 */
export function canBeRenewed(
  course: Course & { readonly email: string | null; readonly cameByLink: boolean },
  now: Date,
): boolean {
  if (course.takenBackAt !== null || course.cameByLink) return false;
  return course.email === null ? !course.hasOpened : course.expiresAt <= now;
}

/** How far a respondent is. An invitation that was never opened ends with its time; one that was opened goes on. */
export function respondentState({ hasOpened, expiresAt, doneAt, takenBackAt }: Course, now: Date): RespondentState {
  if (takenBackAt !== null) return 'taken-back';
  if (doneAt !== null) return 'done';
  if (hasOpened) return 'answering';
  return expiresAt <= now ? 'expired' : 'invited';
}
