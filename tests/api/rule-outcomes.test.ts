import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import type { RuleOutcomesDocument } from '#shared/contracts/rule-outcomes.ts';
import * as contract from '#shared/contracts/rule-outcomes.ts';
import type { Outcomes } from '#shared/domain/outcomes/outcomes.ts';
import { alwaysThere, describeEndpoint, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { consentBody, ofFirm, startFirmsApp, withdraw } from '../support/firms.ts';
import type { Owner, Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact, move, queueOf } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

const url = '/api/rules/outcomes';
const monthMs = 32 * 86_400_000;

let site: TestApp;
let editor: Staff;
/** Seven agree by the newest wording, one by an earlier one, and one not at all. */
let owners: Owner[];
let suggested: string[];
let asked: string;

async function agree({ visitor, firmId }: Owner, wordingVersion: string): Promise<string> {
  const reply = await visitor.post(ofFirm(firmId, '/consents'), {
    ...consentBody('statistics', 'regions'),
    wordingVersion,
  });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<FirmAccess>().consents.find(({ withdrawnAt }) => withdrawnAt === null)?.consentId ?? '';
}

async function suggestedTo({ visitor, responseId }: Owner): Promise<string[]> {
  const result = await visitor.get(`/api/responses/${responseId}/result`);
  return result.json<{ suggestions: { packageCode: string }[] }>().suggestions.map(({ packageCode }) => packageCode);
}

/** Takes the second first, declines the first and asks for something in words. */
async function choose({ visitor, responseId }: Owner, revision = 0): Promise<void> {
  const [first = '', second = ''] = suggested;
  const reply = await visitor.put(`/api/responses/${responseId}/support-choices`, {
    order: [first, second],
    declined: [{ packageCode: first, reason: 'too-far', note: 'Fem mil till Borlänge.' }],
    asks: [{ dimension: 'D1', words: 'En kurs i prissättning.' }],
    revision,
  });
  expect(reply.statusCode, reply.body).toBe(200);
}

beforeAll(async () => {
  site = await startFirmsApp();
  editor = await signedInAs(site, 'editor');
  owners = [];
  for (let firm = 0; firm < 9; firm += 1) owners.push(await signedInOwner(site));
  suggested = await suggestedTo(owners[0] as Owner);
  asked = (await askForContact(site, owners[0] as Owner)).packageCode;
  for (const [place, owner] of owners.entries()) {
    await choose(owner);
    if (place > 0) await askForContact(site, owner);
    if (place < 8) await agree(owner, place === 7 ? 'statistics-2' : 'statistics-3');
  }
});
afterAll(() => site.close());

/** As it is when the month has ended. */
async function nextMonth<T>(work: () => Promise<T>): Promise<T> {
  site.clock.advance(monthMs);
  try {
    return await work();
  } finally {
    site.clock.advance(-monthMs);
  }
}

async function outcomesNow(): Promise<RuleOutcomesDocument> {
  const reply = await editor.visitor.get(url);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<RuleOutcomesDocument>();
}
const outcomesOf = ({ outcomes }: RuleOutcomesDocument, code: string | undefined) =>
  outcomes.find(({ packageCode }) => packageCode === code);
const countIn = (rows: Outcomes['byOutcome'] | undefined, code: string) =>
  rows?.find((row) => row.code === code)?.count;

const families = (rest: string) => ({
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(url + rest), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const others = [
      await signedIn(site),
      owners[0] as Owner,
      await signedInAs(site, 'analyst'),
      await signedInAs(site, 'administrator'),
      await signedInAs(site, 'manager', { organisation: 'compare' }),
    ];
    for (const { visitor } of others) expectProblem(await visitor.get(url + rest), 404, 'not-found');
    const half = await signedInAs(site, 'editor', { hasSecondFactor: false });
    expectProblem(await half.visitor.get(url + rest), 403, 'second-factor-required');
  },
  'hides what belongs to another firm': noTenant,
  'does not find what is not there': alwaysThere,
});

describeEndpoint(contract.getRuleOutcomes, {
  ...families(''),
  'refuses an invalid request': noInput,
  succeeds: async () => {
    const [first, second] = suggested;
    const document = await nextMonth(outcomesNow);
    const [declined] = outcomesOf(document, first)?.suggestions ?? [];
    const [taken] = outcomesOf(document, second)?.suggestions ?? [];

    // Of nine firms seven agree to it, shown as five.
    expect(document.isSimulated).toBe(false);
    expect([declined?.total, countIn(declined?.byPlace, '1'), countIn(declined?.byOutcome, 'declined')]).toEqual([
      5, 5, 5,
    ]);
    expect([taken?.total, countIn(taken?.byPlace, '2'), countIn(taken?.byOutcome, 'first')]).toEqual([5, 5, 5]);
    expect(document.asked.find(({ dimension }) => dimension === 'D1')?.total).toBe(5);
    // Whoever was asked counts all nine, shown as ten, as it does in its own figures.
    const [requests] = outcomesOf(document, asked)?.requests ?? [];
    expect([requests?.total, countIn(requests?.byOutcome, 'open')]).toEqual([10, 10]);
  },
});

describeEndpoint(contract.getRuleOutcomesTable, {
  ...families('/table'),
  'refuses an invalid request': async () => {
    expectProblem(await editor.visitor.get(`${url}/table?language=no`), 422, 'invalid-request');
    expectProblem(await editor.visitor.get(`${url}/table?period=2026`), 422, 'invalid-request');
  },
  succeeds: async () => {
    const reply = await nextMonth(() => editor.visitor.get(`${url}/table?language=sv`));
    const lines = reply.body.split('\r\n').map((line) => line.split(';'));

    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.headers['content-disposition']).toContain('filename="mattstock-vad-som-hande-med-forslagen.csv"');
    expect(lines[0]?.join(' ')).toBe('\uFEFFVad Paket eller område Period Fördelning Del Antal');
    const row = ['Sedan starten', 'Vad företaget gjorde av det', 'Tackar nej', '5'];
    expect(lines.some((cells) => row.every((text) => cells.includes(text)))).toBe(true);
    expect(lines.flat().filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
  },
});

describe('what became of the suggestions', () => {
  test('says nothing that a firm wrote in words, and names none', async () => {
    const { body } = await nextMonth(() => editor.visitor.get(url));
    for (const words of ['Borlänge', 'prissättning', 'Smeden', ...owners.map(({ firmId }) => firmId)]) {
      expect(body).not.toContain(words);
    }
  });

  test('counts nothing of a month that has not ended', async () => {
    const { outcomes, asked: asks } = await outcomesNow();
    const totals = outcomes.flatMap(({ suggestions, requests, placements }) =>
      [...suggestions, ...requests, ...placements].map(({ total }) => total),
    );
    expect([...totals, ...asks.map(({ total }) => total)].every((total) => total === null)).toBe(true);
  });

  test('counts what advisers answered, with their reasons', async () => {
    const provider = (await queueOfAsked()).provider;
    const referrals = (await queueOf(provider)).flatMap(({ referral }) => referral ?? []);
    for (const { referralId, revision } of referrals.filter(({ packageCode }) => packageCode === asked).slice(0, 5)) {
      await move(provider, referralId, revision, { move: 'decline', reason: 'another-package-fits' });
    }
    const [requests] = (await nextMonth(async () => outcomesOf(await outcomesNow(), asked)))?.requests ?? [];

    // Nine (10: 8-12), of which five (5-7) were declined; the four that wait may be none for all that is told.
    expect(requests?.total).toBe(10);
    expect([countIn(requests?.byOutcome, 'declined'), countIn(requests?.byOutcome, 'open')]).toEqual([5, null]);
    const reasons = requests?.byDetail.find(({ outcome }) => outcome === 'declined')?.rows;
    expect(countIn(reasons, 'another-package-fits')).toBe(5);
  });

  test('counts nothing of what a firm wrote once it has taken its consent back, and what was done all the same', async () => {
    const leaving = owners.slice(0, 3);
    for (const owner of leaving) {
      const access = (await owner.visitor.get(ofFirm(owner.firmId, '/access'))).json<FirmAccess>();
      const standing = access.consents.find(
        ({ purpose, withdrawnAt }) => purpose === 'statistics' && withdrawnAt === null,
      );
      await withdraw(owner, standing?.consentId ?? '');
    }
    const document = await nextMonth(outcomesNow);

    expect(outcomesOf(document, suggested[0])?.suggestions[0]?.total).toBeNull();
    expect(outcomesOf(document, asked)?.requests[0]?.total).toBe(10);
  });
});

async function queueOfAsked(): Promise<{ provider: Staff }> {
  const { rows } = await site.admin.query<{ code: string }>('select distinct provider_code as code from referrals');
  return { provider: await signedInAs(site, 'advisor', { organisation: rows[0]?.code ?? '' }) };
}
