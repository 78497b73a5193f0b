import * as z from 'zod/mini';
import { storableTextSchema } from '../answers/answer.ts';
import { isMeantDay } from './meant-day.ts';
import type { MeetingStatus } from './meeting-states.ts';

/** Who does what was agreed. */
export const stepOwners = ['firm', 'provider'] as const;
export type StepOwner = (typeof stepOwners)[number];

export const mostSteps = 20;
export const longestStep = 300;

/** Made where the step is written; tells it from the others of its meeting, and is no secret. */
export const stepKeySchema = z.string().check(z.regex(/^[a-z0-9]{10}$/));

export const meetingStepSchema = z.strictObject({
  key: stepKeySchema,
  /** Empty while it is being written. */
  what: storableTextSchema.check(z.maxLength(longestStep)),
  owner: z.enum(stepOwners),
  dueOn: z.nullable(z.iso.date().check(z.refine(isMeantDay, { error: 'not-a-meant-day' }))),
  isAgreedByFirm: z.boolean(),
  isAgreedByProvider: z.boolean(),
});
export type MeetingStep = z.infer<typeof meetingStepSchema>;

/** Whether the day that it is for can be kept. */
export const isDayFit = ({ dueOn }: Pick<MeetingStep, 'dueOn'>): boolean => dueOn === null || isMeantDay(dueOn);

type StepWords = Partial<Pick<MeetingStep, 'what' | 'owner' | 'dueOn'>>;

/** The step with other words. What the two have agreed on was the words before, so that both say yes again. */
export function rewordStep(step: MeetingStep, words: StepWords): MeetingStep {
  const reworded = { ...step, ...words };
  const isSame = reworded.what === step.what && reworded.owner === step.owner && reworded.dueOn === step.dueOn;
  return isSame ? step : { ...reworded, isAgreedByFirm: false, isAgreedByProvider: false };
}

/** The list with the step at another place: `by` places further on, as far as there are places. */
export function moveStep<Step>(steps: readonly Step[], index: number, by: number): readonly Step[] {
  const moved = steps[index];
  if (moved === undefined) return steps;
  const others = steps.filter((_, place) => place !== index);
  const target = Math.min(Math.max(index + by, 0), others.length);
  return [...others.slice(0, target), moved, ...others.slice(target)];
}

type Agreement = Pick<MeetingStep, 'what' | 'isAgreedByFirm' | 'isAgreedByProvider'>;

/** Both have said yes to something that has words. */
export function isAgreed({ what, isAgreedByFirm, isAgreedByProvider }: Agreement): boolean {
  return what.trim() !== '' && isAgreedByFirm && isAgreedByProvider;
}

/** Why a step that was agreed is not to be done after all, and who said so. */
export type StepDrop = { readonly at: string; readonly by: StepOwner; readonly reason: string };
type Standing = { readonly doneAt: string | null; readonly dropped: StepDrop | null };

export const longestDropReason = 300;

/** Agreed, and neither done nor dropped. */
export const isStepOpen = (step: Agreement & Standing): boolean =>
  isAgreed(step) && step.doneAt === null && step.dropped === null;

/** Open, and the day it was for has passed. Days as `2026-11-26`. */
export function isStepOverdue(step: Agreement & Standing & Pick<MeetingStep, 'dueOn'>, today: string): boolean {
  return isStepOpen(step) && step.dueOn !== null && step.dueOn < today;
}

type Kept = { readonly status: MeetingStatus; readonly summarySentAt: string | null };

/** Before it was sent, a step is taken out of what is written; afterwards it is dropped, and stays in the history. */
export const mayDropStep = ({ status, summarySentAt }: Kept, step: Agreement & Standing): boolean =>
  status === 'held' && summarySentAt !== null && isStepOpen(step);
