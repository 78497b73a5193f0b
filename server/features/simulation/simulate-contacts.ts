import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { addDays, addHours, addWeekdays } from './calendar.ts';
import type { ContactableFirm } from './contactable-repository.ts';
import { createDice, type Dice } from './dice.ts';
import { personNameOf } from './names.ts';
import { atMeetingTime, comingMeeting, type MeetingDraw, pastMeeting } from './simulate-meeting.ts';
import type { SimulatedContact, SimulatedMeeting, SimulatedNote } from './simulated-contact.ts';

export type ContactsInput = {
  readonly seed: number;
  readonly now: Date;
  readonly figures: Pick<PopulationFigures, 'contacts'>;
  readonly firms: readonly ContactableFirm[];
};

type Draw = { readonly dice: Dice; readonly now: Date; readonly figures: PopulationFigures['contacts'] };

const noteKinds = ['call', 'mail', 'visit', 'note'] as const;

/** In working hours of some weekday between the two; undefined where there is none. */
function weekdayBetween(dice: Dice, from: Date, to: Date): Date | undefined {
  const day = new Date(from.getTime() + dice.even() * (to.getTime() - from.getTime()));
  const at = atMeetingTime(dice, day);
  return at > from && at < to ? at : undefined;
}

/** Somebody who answers for the firm, with the address where it was a mail; or somebody else there. */
function spokenWith({ dice, figures }: Draw, { people }: ContactableFirm, kind: (typeof noteKinds)[number]): string {
  const { name, email } = dice.one(people);
  const other = `${personNameOf(dice)}, ${dice.one(figures.otherRoles)}`;
  if (kind === 'note') return '';
  if (kind === 'mail') return `${name}, ${email}`;
  return dice.happens(figures.others) ? other : name;
}

function writeNote(draw: Draw, firm: ContactableFirm, at: Date): SimulatedNote {
  const { dice, figures } = draw;
  const kind = dice.one(noteKinds);
  return { kind, writtenAt: at, counterpart: spokenWith(draw, firm, kind), ...dice.one(figures.noted[kind]) };
}

function takingPart({ people: [first, second], advisorName }: ContactableFirm): string {
  return [first?.name, second?.name, advisorName].filter((name) => typeof name === 'string').join(', ');
}

/** A meeting that was held stands among the notes, too, as the product writes it there. */
function notesOfMeetings(meetings: readonly SimulatedMeeting[]): SimulatedNote[] {
  return meetings
    .filter(({ status }) => status === 'held')
    .map(({ statusSince, participants, purpose }) => ({
      kind: 'meeting',
      writtenAt: statusSince,
      counterpart: participants,
      subject: purpose,
      body: '',
    }));
}

/** Past ones at most as often as there is room for, each on a day of its own. */
function meetingsBefore(draw: Draw, meeting: MeetingDraw, since: Date): SimulatedMeeting[] {
  const { dice, figures } = draw;
  if (!dice.happens(figures.met)) return [];
  const days = Array.from({ length: dice.whole(...figures.meetings) }, () => weekdayBetween(dice, since, meeting.end));
  const held = days.flatMap((at) => (at === undefined ? [] : (pastMeeting(meeting, at, since) ?? [])));
  return [...new Map(held.map((each) => [swedishDate(each.startsAt), each])).values()];
}

function meetingsAhead({ dice, figures, now }: Draw, meeting: MeetingDraw, since: Date): SimulatedMeeting[] {
  const isToday = dice.happens(figures.today);
  const days = dice.whole(...figures.comingDays);
  const isComing = dice.happens(figures.coming);
  if (!isToday && !isComing) return [];
  const at = atMeetingTime(dice, isToday ? now : addDays(now, days));
  return [comingMeeting(meeting, at, since)].filter((each) => each !== undefined);
}

function contactWith(draw: Draw, firm: ContactableFirm): SimulatedContact {
  const { dice, figures, now } = draw;
  // Nobody is in touch at once, nor writes at the moment of a withdrawal.
  const since = addHours(addWeekdays(firm.since, 0), 1);
  const end = firm.until === null ? addHours(now, -1) : addHours(firm.until, -1);
  const meeting: MeetingDraw = { dice, figures, now, end, participants: takingPart(firm) };
  const before = meetingsBefore(draw, meeting, since);
  const ahead = firm.until === null ? meetingsAhead(draw, meeting, since) : [];
  const written = Array.from({ length: dice.whole(...figures.notes) }, () => weekdayBetween(dice, since, end)).flatMap(
    (at) => (at === undefined ? [] : [writeNote(draw, firm, at)]),
  );
  return { firm, notes: [...written, ...notesOfMeetings(before)], meetings: [...before, ...ahead] };
}

/** How advisers have been in touch with the firms that let them in, and when they meet them next. */
export function simulateContacts({ seed, now, figures, firms }: ContactsInput): SimulatedContact[] {
  // Apart from those of the firms, which count from 0, of the editions and of the reviews.
  const dice = createDice(seed, -3);
  const draw: Draw = { dice, now, figures: figures.contacts };
  return firms.filter(() => dice.happens(figures.contacts.contacted)).map((firm) => contactWith(draw, firm));
}
