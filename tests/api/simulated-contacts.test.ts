import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactableFirm } from '#server/features/simulation/contactable-repository.ts';
import { simulateContacts } from '#server/features/simulation/simulate-contacts.ts';
import type { SimulatedMeeting } from '#server/features/simulation/simulated-contact.ts';
import { importDemoPeople } from '#server/platform/content/demo-people.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { swedishDate } from '#server/platform/mail/swedish-time.ts';
import { isAgreed } from '#shared/domain/meeting/meeting-step.ts';
import { populate, worldAt } from '../support/population.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const now = new Date('2026-11-26T08:00:00Z');
const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);

let demo: TestApp;
beforeAll(async () => {
  demo = await startTestApp();
  await importDemoPeople(demo.admin, demo.content.bundle.demoPeople, randomIdentifiers);
  await populate(demo, worldAt(demo, now, 1), 400);
});
afterAll(() => demo.close());

const rowsOf = async <Row extends object>(sql: string): Promise<Row[]> => (await demo.admin.query<Row>(sql)).rows;

const firmOf = (index: number, since: number, kept: number | null): ContactableFirm => ({
  firmId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  organisationId: '00000000-0000-4000-8000-aaaaaaaaaaaa',
  advisorId: null,
  advisorName: index % 2 === 0 ? 'Karin Sundin' : null,
  people: [{ name: 'Anna Ek', email: 'person1@sim1.example' }],
  since: daysAgo(since),
  until: kept === null ? null : daysAgo(since * (1 - kept)),
});

/** Let in up to two years ago; some withdrew after a part of the time. */
const firms = fc
  .array(
    fc.record({
      since: fc.double({ min: 0, max: 760, noNaN: true }),
      kept: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
    { maxLength: 60 },
  )
  .map((drawn) => drawn.map(({ since, kept }, index) => firmOf(index, since, kept)));

/** When something about the meeting was done. */
const momentsOf = ({ status, startsAt, plannedAt, statusSince, summarySentAt, steps }: SimulatedMeeting): Date[] =>
  [
    plannedAt,
    statusSince,
    summarySentAt,
    status === 'planned' ? null : startsAt,
    ...steps.map(({ doneAt }) => doneAt),
  ].filter((at) => at !== null);

describe('contacts drawn for firms', () => {
  const figures = () => demo.content.bundle.populationFigures;
  const draw = (seed: number, drawn: readonly ContactableFirm[]) =>
    simulateContacts({ seed, now, figures: figures(), firms: drawn });

  it('lie in the time in which the firm lets the provider in, and only what is planned is to come', () => {
    fc.assert(
      fc.property(fc.integer(), firms, (seed, drawn) => {
        for (const { firm, notes, meetings } of draw(seed, drawn)) {
          const end = (firm.until ?? now).getTime();
          const stray = [...notes.map(({ writtenAt }) => writtenAt), ...meetings.flatMap(momentsOf)].filter(
            (at) => at.getTime() < firm.since.getTime() || at.getTime() > end,
          );
          const ahead = meetings.filter(({ status }) => status === 'planned');
          expect(stray).toEqual([]);
          expect(meetings.every(({ plannedAt, startsAt }) => plannedAt < startsAt)).toBe(true);
          expect(ahead.every(({ startsAt }) => swedishDate(startsAt) >= swedishDate(now))).toBe(true);
          expect(firm.until === null || ahead.length === 0).toBe(true);
        }
      }),
    );
  });

  it('are the same of the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), firms, (seed, drawn) => {
        expect(draw(seed, drawn)).toEqual(draw(seed, drawn));
      }),
      { numRuns: 20 },
    );
  });

  it('have steps that the product’s own rules allow: done only what both agreed to, in a meeting that was held', () => {
    fc.assert(
      fc.property(fc.integer(), firms, (seed, drawn) => {
        for (const { status, startsAt, summarySentAt, steps } of draw(seed, drawn).flatMap((each) => each.meetings)) {
          expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
          expect(new Set(steps.map(({ what }) => what)).size).toBe(steps.length);
          for (const step of steps) {
            expect(step.key).toMatch(/^[a-z0-9]{10}$/);
            expect(step.doneAt === null || (status === 'held' && isAgreed(step))).toBe(true);
            expect(step.doneAt === null || step.doneAt > startsAt).toBe(true);
            expect(status === 'held' || !step.isAgreedByProvider).toBe(true);
          }
          expect(summarySentAt === null || (status === 'held' && steps.some(isAgreed))).toBe(true);
        }
      }),
    );
  });
});

describe('the simulated contacts', () => {
  it('are notes and meetings with about seven of ten firms that let a provider in, all marked as simulated', async () => {
    const [row] = await rowsOf<{ letIn: number; inTouch: number; unmarked: number; nameless: number }>(
      `with pairs as (
         select c.firm_id, o.organisation_id from consents c
         join organisations o on o.kind = 'provider' and o.code = c.provider_code
         where c.purpose = 'result' and c.withdrawn_at is null and c.given_at < timestamptz '2026-11-06'
       ) select count(*)::integer as "letIn",
         count(*) filter (where exists (select 1 from contact_notes n where n.firm_id = p.firm_id
           and n.organisation_id = p.organisation_id))::integer as "inTouch",
         (select count(*)::integer from meetings where not is_simulated) as unmarked,
         (select count(*)::integer from contact_notes where subject not like 'Simulerat: %'
           or body <> '' and body not like 'Simulerat: %')
         + (select count(*)::integer from meetings where purpose not like 'Simulerat: %')
         + (select count(*)::integer from meeting_steps where what not like 'Simulerat: %') as nameless
       from pairs p`,
    );
    const share = (row?.inTouch ?? 0) / (row?.letIn ?? 1);

    expect(row?.letIn).toBeGreaterThan(150);
    /* Three standard errors of 0.7 among 200: 3 * sqrt(0.21 / 200) = 0.10. */
    expect(share).toBeGreaterThan(0.58);
    expect(share).toBeLessThan(0.82);
    expect(row).toMatchObject({ unmarked: 0, nameless: 0 });
  });

  it('begin after the provider has taken up a request or sees the results, and end with the withdrawal', async () => {
    const within = (moment: string, of: string) => `exists (
      select 1 from consents c join organisations o on o.code = c.provider_code and o.kind = 'provider'
      left join referrals r on r.consent_id = c.consent_id
      left join referral_events e on e.referral_id = r.referral_id and e.move = 'accept'
      where c.firm_id = ${of}.firm_id and o.organisation_id = ${of}.organisation_id
        and c.purpose in ('contact', 'result') and (c.purpose = 'result' or e.occurred_at <= ${moment})
        and c.given_at <= ${moment} and (c.withdrawn_at is null or c.withdrawn_at >= ${moment}))`;
    const stray = await rowsOf(
      `select n.contact_note_id from contact_notes n where not ${within('n.created_at', 'n')}
       union all select m.meeting_id from meetings m
         where not ${within('m.created_at', 'm')} or not ${within('m.status_since', 'm')}
       union all select m.meeting_id from meetings m where m.status = 'planned' and not exists (
         select 1 from consents c join organisations o on o.code = c.provider_code and o.kind = 'provider'
         where c.firm_id = m.firm_id and o.organisation_id = m.organisation_id and c.withdrawn_at is null
           and c.purpose in ('contact', 'result'))
       union all select m.meeting_id from meeting_steps s join meetings m using (firm_id, meeting_id)
         where s.done_at is not null and not ${within('s.done_at', 'm')}`,
    );
    const [withdrawn] = await rowsOf<{ count: number }>(
      `select count(*)::integer as count from contact_notes n join organisations o using (organisation_id)
       where not exists (select 1 from consents c where c.firm_id = n.firm_id and c.provider_code = o.code
         and c.withdrawn_at is null)`,
    );

    expect(stray).toEqual([]);
    expect(withdrawn?.count).toBeGreaterThan(0);
  });

  it('have meetings of the demo’s adviser today and in the next weeks, held ones, and steps ticked and overdue', async () => {
    const [row] = await rowsOf<Record<string, number>>(
      `select count(*) filter (where m.status = 'planned')::integer as coming,
         count(*) filter (where m.status = 'planned' and m.starts_at::date = date '2026-11-26')::integer as today,
         count(*) filter (where m.status = 'held')::integer as held,
         count(*) filter (where m.summary_sent_at is not null)::integer as sent,
         sum((select count(*) from meeting_steps s where s.meeting_id = m.meeting_id and s.done_at is not null))::integer
           as ticked,
         sum((select count(*) from meeting_steps s where s.meeting_id = m.meeting_id and s.done_at is null
           and s.is_agreed_by_provider and s.due_on < date '2026-11-26'))::integer as overdue
       from meetings m join people p using (person_id) where p.name = 'Karin Sundin'`,
    );

    expect(row?.['coming']).toBeGreaterThan(4);
    expect(row?.['today']).toBeGreaterThan(0);
    expect(row?.['held']).toBeGreaterThan(10);
    expect(row?.['sent']).toBeGreaterThan(5);
    expect(row?.['ticked']).toBeGreaterThan(15);
    expect(row?.['overdue']).toBeGreaterThan(0);
    expect(row?.['overdue']).toBeLessThan(20);
  });

  it('name people of the firm and addresses that nobody can have', async () => {
    const addresses = await rowsOf<{ address: string }>(
      `select regexp_substr(counterpart, '[^ ]+@[^ ]+') as address from contact_notes where counterpart like '%@%'
       union select link from meetings where link <> ''`,
    );

    expect(addresses.length).toBeGreaterThan(20);
    for (const { address } of addresses) expect(address).toMatch(/@sim\d+\.example$|^https:\/\/mote\.example\//);
  });

  it('are shared between providers only where the firm agreed by a wording that says so', async () => {
    const wordings = await rowsOf<{ wording: string; newest: boolean }>(
      `select wording_version as wording, bool_and(given_at >= timestamptz '2026-11-26 08:00+00' - interval '540 days')
         as newest from consents where purpose in ('contact', 'result') group by wording_version`,
    );
    const newest = Object.fromEntries(wordings.map((row) => [row.wording, row.newest]));

    expect(newest).toEqual({ 'contact-1': false, 'result-1': false, 'contact-2': true, 'result-3': true });
  });
});
