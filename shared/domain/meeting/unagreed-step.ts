import { isAgreed, type MeetingStep } from './meeting-step.ts';

/**
 * What becomes of a step that is not agreed by both when the summary goes out: taken in after all as agreed by both, kept
 * for the next meeting, or dropped.
 */
export const stepFates = ['take', 'keep', 'drop'] as const;
export type StepFate = (typeof stepFates)[number];

type Agreement = Pick<MeetingStep, 'what' | 'isAgreedByFirm' | 'isAgreedByProvider'>;

/** Written down, and not agreed by both. */
export function isUnagreed(step: Agreement): boolean {
  return step.what.trim() !== '' && !isAgreed(step);
}

/** The steps as they go out. What nobody has chosen for is kept. */
export function settleSteps<Step extends MeetingStep>(
  steps: readonly Step[],
  fates: ReadonlyMap<string, StepFate>,
): Step[] {
  return steps.flatMap((step) => {
    const fate = isUnagreed(step) ? (fates.get(step.key) ?? 'keep') : 'keep';
    if (fate === 'drop') return [];
    return fate === 'take' ? [{ ...step, isAgreedByFirm: true, isAgreedByProvider: true }] : [step];
  });
}

type Held<Step> = {
  readonly meetingId: string;
  /** As ISO 8601 in UTC, so that the order of the texts is that of the times. */
  readonly startsAt: string;
  readonly steps: readonly Step[];
};
export type KeptStep<Step = MeetingStep> = { readonly from: string; readonly startsAt: string; readonly step: Step };

const wordsOf = ({ what }: Agreement): string => what.trim().toLocaleLowerCase('sv');

/**
 * What earlier meetings have left open for this one, the oldest first: not agreed there, and not written down in any
 * meeting since. `from` is the meeting that it was written in.
 */
export function keptSteps<Step extends MeetingStep>(
  meetings: readonly Held<Step>[],
  meeting: Pick<Held<Step>, 'meetingId' | 'startsAt'>,
): KeptStep<Step>[] {
  const earlier = meetings
    .filter(({ meetingId, startsAt }) => meetingId !== meeting.meetingId && startsAt < meeting.startsAt)
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const own = meetings.filter(({ meetingId }) => meetingId === meeting.meetingId);
  return earlier.flatMap(({ meetingId, startsAt, steps }, index) => {
    const since = [...earlier.slice(index + 1), ...own].flatMap((later) => later.steps.map(wordsOf));
    return steps
      .filter((step) => isUnagreed(step) && !since.includes(wordsOf(step)))
      .map((step) => ({ from: meetingId, startsAt, step }));
  });
}
