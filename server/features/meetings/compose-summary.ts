import type { Language } from '#shared/domain/language.ts';
import { isAgreed } from '#shared/domain/meeting/meeting-step.ts';
import { writeCalendar } from '../../platform/calendar/write-calendar.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import { eventsOf, stepOwnerName } from './meeting-events.ts';
import type { MeetingRow } from './repository.ts';

const until: Record<Language, (day: string) => string> = {
  sv: (day) => `senast ${day}`,
  en: (day) => `by ${day}`,
};

/** What was agreed, a line each, in the words of the mail. */
function linesOf(meeting: MeetingRow, firmName: string, language: Language): string[] {
  return meeting.steps.filter(isAgreed).map(({ what, owner, dueOn }) => {
    const who = stepOwnerName(meeting, owner, firmName, language);
    const due = dueOn === null ? '' : `, ${until[language](dayInWords(new Date(dueOn), language))}`;
    return `${what.trim()} (${who}${due})`;
  });
}

export type Summary = {
  /** What the mail is filled in with. */
  readonly facts: Readonly<Record<string, string>>;
  readonly agreedSteps: number;
  readonly hasCalendar: boolean;
};

/** The summary in one language, for the firm or for the adviser; as of a meeting that has been held. */
export function composeSummary(
  meeting: MeetingRow,
  { firmName, language, isForFirm }: { firmName: string; language: Language; isForFirm: boolean },
): Summary {
  const held: MeetingRow = { ...meeting, status: 'held' };
  const lines = linesOf(held, firmName, language);
  const events = eventsOf(held, firmName, language);
  return {
    facts: {
      firmName,
      organisationSv: meeting.organisation.sv,
      organisationEn: meeting.organisation.en,
      day: dayInWords(meeting.startsAt, language),
      steps: lines.join('\n'),
      calendar: events.length === 0 ? '' : writeCalendar(events),
      ownFirmId: isForFirm ? meeting.firmId : '',
    },
    agreedSteps: lines.length,
    hasCalendar: events.length > 0,
  };
}
