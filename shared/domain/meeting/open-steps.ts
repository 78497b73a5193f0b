import type { MeetingStatus } from './meeting-states.ts';
import { isStepOpen, type MeetingStep, type StepDrop } from './meeting-step.ts';

type Written = MeetingStep & { readonly doneAt: string | null; readonly dropped: StepDrop | null };
type Held<Step> = { readonly meetingId: string; readonly status: MeetingStatus; readonly steps: readonly Step[] };

const dueOf = ({ dueOn }: Written): string => dueOn ?? '9999';

/** What was agreed in other meetings that were held and has neither been done nor dropped, the earliest day first. */
export function openSteps<Step extends Written>(
  meetings: readonly Held<Step>[],
  meeting: Pick<Held<Step>, 'meetingId'>,
): { from: string; step: Step }[] {
  return meetings
    .filter(({ meetingId, status }) => status === 'held' && meetingId !== meeting.meetingId)
    .flatMap(({ meetingId, steps }) => steps.filter(isStepOpen).map((step) => ({ from: meetingId, step })))
    .toSorted((one, other) => (dueOf(one.step) < dueOf(other.step) ? -1 : dueOf(one.step) > dueOf(other.step) ? 1 : 0));
}
