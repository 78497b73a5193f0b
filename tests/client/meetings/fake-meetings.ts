import type * as z from 'zod/mini';
import { getMeetingSummary, type MeetingSummary, sendMeetingSummary } from '#shared/contracts/meeting-summary.ts';
import * as contract from '#shared/contracts/meetings.ts';
import { listMeetingsAhead } from '#shared/contracts/meetings-ahead.ts';
import { moveMeeting } from '#shared/domain/meeting/meeting-states.ts';
import { settleSteps } from '#shared/domain/meeting/unagreed-step.ts';
import { both } from '../contact/contact-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, Refusal } from '../fake-endpoints.ts';

type Meeting = z.input<typeof contract.meetingSchema>;
type Ahead = z.input<(typeof listMeetingsAhead)['responses'][200]>;

export const meetingId = uuid('f', 1);

export const meetingOf = (changes: Partial<Meeting> = {}): Meeting => ({
  meetingId,
  organisation: both('Stålklustret'),
  plannerName: 'Ada Ek',
  status: 'planned',
  isSimulated: false,
  startsAt: '2026-02-10T09:00:00.000Z',
  minutes: 90,
  place: 'Hos företaget',
  link: '',
  participants: 'Eva Ek',
  purpose: 'Gå igenom resultatet',
  revision: 1,
  stepsRevision: 1,
  summarySentAt: null,
  steps: [],
  files: [],
  ...changes,
});

export const stepOf = (key: string, changes: Partial<Meeting['steps'][number]> = {}): Meeting['steps'][number] => ({
  key,
  what: `Steg ${key}`,
  owner: 'firm',
  dueOn: null,
  isAgreedByFirm: true,
  isAgreedByProvider: true,
  doneAt: null,
  dropped: null,
  ...changes,
});

/** The meetings of one firm as the server keeps them. */
export class FakeMeetings {
  meetings: Meeting[] = [];
  ahead: Ahead = { meetings: [], unclosed: [], overdueSteps: [] };
  summary: MeetingSummary = {
    language: 'sv',
    subject: 'Det vi kom överens om',
    text: 'Mäta ställtiden, Smedjan AB',
    firmRecipients: 2,
    hasCalendar: true,
    agreedSteps: 1,
  };
  readonly routes = [
    answering(contract.listMeetings, () => ({ meetings: this.meetings })),
    answering(listMeetingsAhead, () => this.ahead),
    answering(contract.planMeeting, ({ body }) => {
      this.meetings = [meetingOf(body), ...this.meetings];
      return this.#at(meetingId);
    }),
    answering(contract.getMeeting, ({ params }) => this.#at(params.meetingId)),
    answering(contract.changeMeeting, ({ params, body }) => {
      this.#refuseStale(params.meetingId, 'revision', body.revision);
      return this.change(params.meetingId, { ...body.plan, revision: body.revision + 1 });
    }),
    answering(contract.endMeeting, ({ params, body }) => {
      this.#refuseStale(params.meetingId, 'revision', body.revision);
      const status = moveMeeting(this.#at(params.meetingId).status, body.move);
      if (status === undefined) throw new Refusal('move-not-possible');
      return this.change(params.meetingId, { status, revision: body.revision + 1 });
    }),
    answering(contract.saveMeetingSteps, ({ params, body }) => {
      this.#refuseStale(params.meetingId, 'stepsRevision', body.stepsRevision);
      const steps = body.steps.map((step) => ({ ...step, doneAt: null, dropped: null }));
      return this.change(params.meetingId, { steps, stepsRevision: body.stepsRevision + 1 });
    }),
    answering(contract.tickMeetingStep, ({ params, body }) =>
      this.change(params.meetingId, {
        steps: this.#at(params.meetingId).steps.map((step) =>
          step.key === params.stepKey ? { ...step, doneAt: body.isDone ? '2026-02-12T09:00:00.000Z' : null } : step,
        ),
      }),
    ),
    answering(getMeetingSummary, ({ params, query }) => {
      const taken = this.#at(params.meetingId).steps.filter(
        ({ key }) => query.taken?.split(',').includes(key) ?? false,
      );
      return { ...this.summary, text: [this.summary.text, ...taken.map(({ what }) => what)].join('\n') };
    }),
    answering(sendMeetingSummary, ({ params, body }) => {
      this.#refuseStale(params.meetingId, 'stepsRevision', body.stepsRevision);
      const fates = new Map(body.fates.map(({ key, fate }) => [key, fate]));
      const steps = settleSteps(this.#at(params.meetingId).steps, fates);
      return this.change(params.meetingId, { status: 'held', summarySentAt: '2026-02-10T11:00:00.000Z', steps });
    }),
  ];

  #at(id: string): Meeting {
    const found = this.meetings.find((each) => each.meetingId === id);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }

  #refuseStale(id: string, which: 'revision' | 'stepsRevision', seen: number): void {
    if (this.#at(id)[which] !== seen) throw new Refusal('changed-meanwhile');
  }

  /** As somebody else, or whoever asks, changes it. */
  change(id: string, changes: Partial<Meeting>): Meeting {
    const changed = { ...this.#at(id), ...changes };
    this.meetings = this.meetings.map((each) => (each.meetingId === id ? changed : each));
    return changed;
  }
}
