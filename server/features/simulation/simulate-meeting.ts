import type { StepOwner } from '#shared/domain/meeting/meeting-step.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { addDays, addHours, addWeekdays } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { SimulatedMeeting, SimulatedStep } from './simulated-contact.ts';

export type MeetingDraw = {
  readonly dice: Dice;
  readonly figures: PopulationFigures['contacts'];
  readonly now: Date;
  /** Nothing is done or said after it: the firm's withdrawal, or now. */
  readonly end: Date;
  readonly participants: string;
};

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const stepKeyLength = 10;

const newStepKey = ({ whole }: Dice): string =>
  Array.from({ length: stepKeyLength }, () => letters.charAt(whole(0, letters.length - 1))).join('');

/** On the hour or half past, in the working hours of the day, or of Monday where that is a weekend. */
export function atMeetingTime(dice: Dice, day: Date): Date {
  const at = new Date(addWeekdays(day, 0));
  at.setUTCHours(dice.whole(8, 13), dice.one([0, 30]), 0, 0);
  return at;
}

function planOf({ dice, figures, participants }: MeetingDraw) {
  const isOnline = dice.happens(figures.online);
  return {
    minutes: dice.one(figures.minutes),
    place: isOnline ? figures.onlinePlace : dice.one(figures.places),
    link: isOnline ? `https://mote.example/${newStepKey(dice)}` : '',
    participants,
    purpose: dice.one(figures.purposes),
  };
}

/** Some of the steps that there are, one after the other from somewhere among them. */
function someSteps({ dice, figures }: MeetingDraw): { owner: StepOwner; what: string }[] {
  const count = dice.whole(...figures.steps);
  const from = dice.whole(0, figures.agreedSteps.length - 1);
  return [...figures.agreedSteps, ...figures.agreedSteps].slice(from, from + count);
}

function agreedStep(
  draw: MeetingDraw,
  { owner, what }: { owner: StepOwner; what: string },
  heldAt: Date,
): SimulatedStep {
  const { dice, figures, now, end } = draw;
  const due = addDays(heldAt, dice.whole(...figures.dueDays));
  const isAgreed = dice.happens(figures.agreed);
  const isDone = isAgreed && dice.happens(due < now ? figures.doneWhenDue : figures.doneAhead);
  const latest = Math.min(end.getTime(), addDays(due, 5).getTime());
  const doneAt = new Date(heldAt.getTime() + dice.even() * (latest - heldAt.getTime()));
  return {
    key: newStepKey(dice),
    what,
    owner,
    dueOn: swedishDate(due),
    isAgreedByFirm: true,
    isAgreedByProvider: isAgreed,
    doneAt: isDone ? doneAt : null,
  };
}

/** One that was to be held at the time, which has passed, as far as it was planned and over by the end. */
export function pastMeeting(draw: MeetingDraw, startsAt: Date, since: Date): SimulatedMeeting | undefined {
  const { dice, figures, end } = draw;
  const plan = planOf(draw);
  const plannedAt = new Date(Math.max(since.getTime(), addDays(startsAt, -dice.whole(3, 20)).getTime()));
  if (dice.happens(figures.cancelled)) {
    const cancelledAt = addHours(startsAt, -2 - 20 * dice.even());
    if (cancelledAt < plannedAt || startsAt > end) return undefined;
    return {
      ...plan,
      status: 'cancelled',
      startsAt,
      plannedAt,
      statusSince: cancelledAt,
      summarySentAt: null,
      steps: [],
    };
  }
  const heldAt = addHours(startsAt, plan.minutes / 60);
  const sentAt = addHours(heldAt, 0.5);
  if (plannedAt >= startsAt || sentAt > end) return undefined;
  const steps = someSteps(draw).map((step) => agreedStep(draw, step, sentAt));
  const isSent = dice.happens(figures.summarySent) && steps.some((step) => step.isAgreedByProvider);
  return {
    ...plan,
    status: 'held',
    startsAt,
    plannedAt,
    statusSince: heldAt,
    summarySentAt: isSent ? sentAt : null,
    steps,
  };
}

/** One that is to come, perhaps with steps written down ahead. */
export function comingMeeting(draw: MeetingDraw, startsAt: Date, since: Date): SimulatedMeeting | undefined {
  const { dice, figures, now } = draw;
  const plannedAt = addDays(now, -dice.whole(1, 10));
  if (plannedAt < since) return undefined;
  const steps = dice.happens(figures.prepared) ? someSteps(draw).slice(0, 2) : [];
  return {
    ...planOf(draw),
    status: 'planned',
    startsAt,
    plannedAt,
    statusSince: plannedAt,
    summarySentAt: null,
    steps: steps.map((step) => ({
      ...step,
      key: newStepKey(dice),
      dueOn: null,
      isAgreedByFirm: false,
      isAgreedByProvider: false,
      doneAt: null,
    })),
  };
}
