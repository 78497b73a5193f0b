import { countQueue, listQueue, type QueueFilter, type QueueRow } from '#shared/contracts/advisor-queue.ts';
import {
  type ActionResult,
  assignReferrals,
  listAdvisors,
  moveReferrals,
} from '#shared/contracts/advisor-referrals.ts';
import { foreseeReminders, remindFirms } from '#shared/contracts/outreach.ts';
import { listPackages } from '#shared/contracts/packages.ts';
import type { ReminderOutcome } from '#shared/domain/outreach/reminders.ts';
import { moveReferral } from '#shared/domain/referral/referral-states.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering } from '../fake-endpoints.ts';
import { type Counts, colleagueId, ownPersonId, packagesOf, rowOf } from './queue-fixture.ts';

type Refusal = Extract<ActionResult, { outcome: 'refused' }>['code'];

/** The work queue as the server keeps it. */
export class FakeQueue {
  rows: QueueRow[] = [rowOf(1, 'Smedjan AB'), rowOf(2, 'Åby Gjuteri'), rowOf(3, null, { facts: null })];
  meetings: Pick<Counts, 'meetingsToday' | 'meetingsSoon' | 'stepsOverdue'> = {
    meetingsToday: 0,
    meetingsSoon: 0,
    stepsOverdue: 0,
  };
  withdrawn: Counts['withdrawn'] = [];
  pageLength = 50;
  /** Requests that stand in no list can be acted upon too. */
  answersAnything = false;
  /** Requests, by identifier, that cannot be acted upon. */
  readonly refusals = new Map<string, Refusal>();
  /** What reminding a firm, by identifier, comes to; else it is reminded. */
  readonly reminders = new Map<string, ReminderOutcome>();
  readonly routes = [
    answering(countQueue, () => this.#count()),
    answering(listQueue, ({ query }) => this.#page(query)),
    answering(moveReferrals, ({ body }) => ({
      results: body.referrals.map(({ referralId }) =>
        this.#act(referralId, (referral) => {
          referral.status = moveReferral(referral.status, body.move, 'provider') ?? referral.status;
        }),
      ),
    })),
    answering(assignReferrals, ({ body }) => ({
      results: body.referrals.map(({ referralId }) =>
        this.#act(referralId, (referral) => {
          referral.assignedTo = body.personId === null ? null : { personId: body.personId, name: 'Per Holm' };
        }),
      ),
    })),
    answering(foreseeReminders, ({ body }) => ({ results: body.firmIds.map((firmId) => this.#foresee(firmId)) })),
    answering(remindFirms, ({ body }) => ({
      results: body.firmIds.map((firmId) => {
        const foreseen = this.#foresee(firmId);
        this.reminders.set(firmId, 'reminded-lately');
        return foreseen;
      }),
    })),
    answering(listAdvisors, () => ({
      advisors: [
        { personId: ownPersonId, name: 'Ada Ek' },
        { personId: colleagueId, name: 'Per Holm' },
      ],
    })),
    answering(listPackages, () => ({
      catalogueVersionId: uuid('d', 5),
      packages: packagesOf(),
    })),
  ];

  #act(referralId: string, change: (referral: NonNullable<QueueRow['referral']>) => void) {
    const code = this.refusals.get(referralId);
    if (this.answersAnything) return { outcome: 'done' as const, referralId, status: 'accepted' as const, revision: 9 };
    const referral = this.rows.find((row) => row.referral?.referralId === referralId)?.referral ?? null;
    if (code !== undefined || referral === null) {
      return { outcome: 'refused' as const, referralId, code: code ?? ('not-found' as const) };
    }
    change(referral);
    referral.revision += 1;
    return { outcome: 'done' as const, referralId, status: referral.status, revision: referral.revision };
  }

  #foresee<Id extends string>(firmId: Id) {
    return { firmId, outcome: this.reminders.get(firmId) ?? ('done' as const) };
  }

  #isIn({ referral }: QueueRow, view: QueueFilter['view']): boolean {
    if (view === 'to-answer') return referral?.status === 'chosen';
    if (view === 'under-way') return referral?.status === 'accepted' || referral?.status === 'started';
    return view === 'all' || referral === null;
  }

  #page({ view, county, search, after }: QueueFilter) {
    const found = this.rows.filter(
      (row) =>
        this.#isIn(row, view) &&
        (county === undefined || (row.facts !== null && county.includes(row.facts.county))) &&
        (search === undefined || row.name?.toLowerCase().includes(search.toLowerCase())),
    );
    const start = Number(after ?? 0);
    const end = start + this.pageLength;
    return { rows: found.slice(start, end), next: end < found.length ? String(end) : null };
  }

  #count(): Counts {
    const count = (view: QueueFilter['view']) => this.rows.filter((row) => this.#isIn(row, view)).length;
    const isOverdue = ({ referral }: QueueRow) => referral !== null && new Date(referral.answerDueAt) < new Date();
    return {
      toAnswer: count('to-answer'),
      overdue: this.rows.filter((row) => this.#isIn(row, 'to-answer') && isOverdue(row)).length,
      underWay: count('under-way'),
      roundsDue: count('rounds-due'),
      editionsShort: 0,
      editionsShortPlanned: 0,
      ...this.meetings,
      all: this.rows.length,
      withdrawn: this.withdrawn,
    };
  }
}
