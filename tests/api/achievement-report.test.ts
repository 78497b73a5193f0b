import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import { roundTo } from '#shared/domain/achievement/rounding.ts';
import { startFirmsApp } from '../support/firms.ts';
import { type ReadPdf, readPdf } from '../support/pdf.ts';
import { type Staff, signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let manager: Staff;
let document: AchievementDocument;
let url: string;

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date()), 400);
  manager = await signedInAs(site, 'manager', { organisation: 'triple-steelix' });
  url = `/api/advisor/organisations/${manager.organisationId}/achievement`;
  document = (await manager.visitor.get(url)).json<AchievementDocument>();
});
afterAll(() => site.close());

const counted = `(select date_trunc('month', now() at time zone 'Europe/Stockholm') at time zone 'Europe/Stockholm')`;

async function countAsAdministrator(sql: string): Promise<number> {
  const { rows } = await site.admin.query<{ count: number }>(sql.replaceAll('UNTIL', counted));
  return rows[0]?.count ?? -1;
}

const countOf = (rows: readonly { code: string; count: number | null }[], code: string) =>
  rows.find((row) => row.code === code)?.count ?? null;

describe('counted again by other queries', () => {
  test('firms are those with a consent', async () => {
    const firms = await countAsAdministrator(
      `select count(distinct firm_id)::integer as count from consents
        where provider_code = 'triple-steelix' and purpose <> 'statistics' and given_at < UNTIL`,
    );
    expect(document.figures.firms.total).toBe(roundTo(firms, 5));
    expect(firms).toBeGreaterThan(50);
  });

  test('those that have shared are by county where they said they lie', async () => {
    const dalarna = await countAsAdministrator(
      `select count(*)::integer as count from firm_summaries f where county = '20' and exists (
        select 1 from consents c where c.firm_id = f.firm_id and c.purpose = 'result'
          and c.provider_code = 'triple-steelix' and c.given_at < UNTIL)`,
    );
    expect(countOf(document.figures.firms.byCounty, '20')).toBe(roundTo(dalarna, 5));
  });

  test('requests are by what was answered first, and completed ones by year', async () => {
    const accepted = await countAsAdministrator(
      `select count(*)::integer as count from referrals r where provider_code = 'triple-steelix' and exists (
        select 1 from referral_events e where e.referral_id = r.referral_id and e.move = 'accept'
          and e.occurred_at < UNTIL)`,
    );
    expect(countOf(document.figures.requests.byAnswer, 'accepted')).toBe(roundTo(accepted, 5));
    const completed = await countAsAdministrator(
      `select count(*)::integer as count from referrals r join referral_events e on e.referral_id = r.referral_id
        where provider_code = 'triple-steelix' and e.status = 'completed' and e.occurred_at < UNTIL`,
    );
    expect(countOf(document.figures.requests.acceptedByState, 'completed')).toBe(roundTo(completed, 5));
  });
});

test('completed packages are by group, of groups that have ended, where enough firms completed them', async () => {
  const { completedByGroup } = document.figures.requests;
  expect(completedByGroup.length).toBeGreaterThan(0);
  for (const { packageCode, rows } of completedByGroup) {
    expect(rows.at(-1)?.code).toBe('no-group');
    for (const { code, count } of rows.slice(0, -1)) {
      const firms = await countAsAdministrator(
        `select count(*)::integer as count from placements p
          join editions g on g.edition_id = p.edition_id and g.status = 'completed' and g.status_since < UNTIL
          join referral_events e on e.referral_id = p.referral_id and e.status = 'completed' and e.occurred_at < UNTIL
          where p.edition_id = '${code}' and p.package_code = '${packageCode}' and p.status = 'completed'`,
      );
      expect(count === null || (firms >= 5 && count === roundTo(firms, 5))).toBe(true);
    }
    for (const { code } of rows.slice(0, -1)) expect(document.groups.map((group) => group.code)).toContain(code);
  }
});

describe('change', () => {
  type Submitted = { firm: string; round: number; at: Date; form: string; version: string; level: number | null };

  /** The newest submission of each round. */
  async function listRounds(): Promise<Submitted[]> {
    const { rows } = await site.admin.query<Submitted>(
      `select s.firm_id as firm, a.round, s.submitted_at as at, a.form_code as form, s.instrument_version_id as version,
          level_of_part(s.score_profile, 'digital') as level
        from submissions s
        join responses r on r.response_id = s.response_id
        join assessments a on a.assessment_id = r.assessment_id
        where s.submitted_at < ${counted} order by s.submitted_at`,
    );
    return [...new Map(rows.map((row) => [`${row.firm} ${row.round}`, row])).values()];
  }

  async function listCompleted(): Promise<{ firm: string; started: Date; completed: Date }[]> {
    const { rows } = await site.admin.query<{ firm: string; started: Date; completed: Date }>(
      `select r.firm_id as firm, s.occurred_at as started, c.occurred_at as completed from referrals r
        join referral_events s on s.referral_id = r.referral_id and s.status = 'started'
        join referral_events c on c.referral_id = r.referral_id and c.status = 'completed'
        where r.provider_code = 'triple-steelix' and c.occurred_at < ${counted} and exists (
          select 1 from consents t where t.firm_id = r.firm_id and t.purpose = 'result' and t.withdrawn_at is null
            and t.provider_code = 'triple-steelix')
        order by c.occurred_at`,
    );
    return rows;
  }

  test('is the mean of the differences between a round before a completed package and one after it', async () => {
    const rounds = await listRounds();
    const differences = new Map<string, number>();
    for (const { firm, started, completed } of await listCompleted()) {
      const before = rounds.filter((each) => each.firm === firm && each.at <= started).at(-1);
      const after = rounds.find((each) => each.firm === firm && each.at >= completed);
      const isComparable = before?.form === after?.form && before?.version === after?.version;
      if (differences.has(firm) || !isComparable || before?.level == null || after?.level == null) continue;
      differences.set(firm, after.level - before.level);
    }
    const all = [...differences.values()];
    const mean = all.reduce((total, each) => total + each, 0) / all.length;

    expect(all.length).toBeGreaterThanOrEqual(10);
    expect(document.figures.change.digital).toMatchObject({
      firms: roundTo(all.length, 5),
      mean: roundTo(mean * 10, 1) / 10,
    });
  });

  const withdrawAt = async (moment: string) => {
    await site.admin.query('begin');
    const { rowCount } = await site.admin.query(
      `update consents set withdrawn_at = ${moment} where purpose = 'result' and provider_code = 'triple-steelix'
        and withdrawn_at is null and given_at < ${moment}`,
    );
    await site.admin.query('commit');
    return rowCount;
  };

  test('stays as it was, with its checksum, when a firm withdraws, until the month has ended', async () => {
    expect(await withdrawAt(counted)).toBeGreaterThan(10);
    const after = (await manager.visitor.get(url)).json<AchievementDocument>();
    expect(after).toEqual(document);

    site.clock.advance(32 * 86_400_000);
    const { figures } = (await manager.visitor.get(url)).json<AchievementDocument>();
    site.clock.advance(-32 * 86_400_000);
    expect(figures.change).toEqual({ digital: null, process: null });
    expect(figures.firms.total).toBeGreaterThanOrEqual(document.figures.firms.total ?? Number.POSITIVE_INFINITY);
  });

  test('stays as it was, with its checksum, when the catalogue changes, until the month has ended', async () => {
    const [first] = document.packageNames;
    await site.admin.query(
      `insert into catalogue_versions (catalogue_version_id, version_number, catalogue, catalogue_sha256, published_at)
        select gen_random_uuid(), version_number + 1, catalogue_without(catalogue, $1), catalogue_sha256, ${counted}
        from catalogue_versions order by version_number desc limit 1`,
      [first?.code],
    );
    expect((await manager.visitor.get(url)).json<AchievementDocument>()).toEqual(document);

    site.clock.advance(32 * 86_400_000);
    const { packageNames } = (await manager.visitor.get(url)).json<AchievementDocument>();
    site.clock.advance(-32 * 86_400_000);
    expect(packageNames).toEqual(document.packageNames.slice(1));
  });
});

describe.each(['sv', 'en'] as const)('the report in %s', (language) => {
  let report: ReadPdf;
  beforeAll(async () => {
    const year = document.figures.years.at(-1);
    const reply = await manager.visitor.get(`${url}/report?language=${language}&period=${year}`);
    report = await readPdf(reply.rawPayload);
  });

  test('is a tagged PDF in its language, with title, bookmarks and every typeface in it', () => {
    expect(report.isTagged).toBe(true);
    expect(report.language).toBe({ sv: 'sv-SE', en: 'en-GB' }[language]);
    expect(report.title).toMatch(
      { sv: /^Triple Steelix nådde omkring \d+ nya företag/, en: /^Triple Steelix reached about \d+ new firms/ }[
        language
      ],
    );
    expect(report.bookmarks).toHaveLength(14 + document.figures.requests.completedByGroup.length);
    expect(report.fonts.used).toBeGreaterThanOrEqual(3);
    expect(report.fonts.embedded).toBe(report.fonts.used);
  });

  test('has headings, tables with header cells, and figures with words for them', () => {
    const rolesOf = (role: string) => report.structure.filter((part) => part.role === role);
    expect(rolesOf('H1')).toHaveLength(1);
    expect(rolesOf('H2').length).toBe(6);
    expect(rolesOf('H3').length).toBe(7 + document.figures.requests.completedByGroup.length);
    expect(rolesOf('Table').length).toBeGreaterThan(8);
    expect(rolesOf('TH').every(({ scope }) => scope === 'Column' || scope === 'Row')).toBe(true);
    expect(rolesOf('TD').length).toBeGreaterThan(30);
    expect(rolesOf('Figure').length).toBeGreaterThan(1);
    for (const { alt } of rolesOf('Figure')) expect(alt).toMatch(/: (\d+|\.\.)/);
  });

  test('says its letters, that it is simulated, its page, its day and its checksum', () => {
    expect(report.text).toContain({ sv: 'Simulerade företag', en: 'Simulated firms' }[language]);
    expect(report.text).toMatch(
      { sv: /Värmland .*förfrågningarna.*Så har vi räknat/, en: /Värmland .*How this is counted/ }[language],
    );
    expect(document.protection.version).toBe('protection-1');
    expect(report.text).toContain({ sv: 'Skyddsregler, version 1,', en: 'Protection rules, version 1,' }[language]);
    for (const [place, page] of report.pages.entries()) {
      expect(page).toContain({ sv: `Sida ${place + 1} av`, en: `Page ${place + 1} of` }[language]);
    }
  });

  test('says the numbers of the page', () => {
    const { firms, requests, years } = document.figures;
    const year = years.at(-1) ?? 0;
    const last = (rows: readonly { code: string; count: number | null }[]) => countOf(rows, String(year)) ?? '..';
    expect(report.title).toContain(` ${last(firms.byYear)} `);
    expect(report.text).toContain(
      [year, last(firms.byYear), last(requests.byYear), last(requests.completedByYear)].join(' '),
    );
    expect(report.text).toContain(`Dalarna ${countOf(firms.byCounty, '20')}`);
    const accepted = countOf(requests.byAnswer, 'accepted');
    expect(report.text).toContain({ sv: `Ja ${accepted} Nej`, en: `Yes ${accepted} No` }[language]);
  });
});

test('the workbook has every figure of every period, as text', async () => {
  const reply = await manager.visitor.get(`${url}/workbook?language=sv`);
  const sheet = await readSheet(reply.rawPayload);
  const rows = sheet.map((row) => row.map((value) => String(value ?? '')));

  expect(sheet.flat().every((value) => value === null || typeof value === 'string')).toBe(true);
  const { firms, years } = document.figures;
  expect(rows).toContainEqual(['Sedan starten', 'Företag', String(firms.total)]);
  for (const year of years) {
    expect(rows).toContainEqual([String(year), 'Nya företag', String(countOf(firms.byYear, String(year)) ?? '..')]);
  }
  expect(rows).toContainEqual(['Län', 'Dalarna', String(countOf(firms.byCounty, '20'))]);
  expect(rows.flat().some((text) => text.startsWith('Simulerade företag'))).toBe(true);
});

test('the CSV has the rows of the workbook, with numbers that programs read', async () => {
  const sheet = await readSheet((await manager.visitor.get(`${url}/workbook?language=sv`)).rawPayload);
  const { body } = await manager.visitor.get(`${url}/table?language=sv`);
  const lines = body.slice(1).trimEnd().split('\r\n');
  const about = sheet.findIndex(([first]) => first === 'Fördelning');

  expect(lines).toHaveLength(sheet.length);
  const plain = (text: unknown) => String(text ?? '').replaceAll(/^["']+|"$/g, '');
  expect(lines.slice(0, 3).map((line) => line.split(';').map(plain))).toEqual(
    sheet.slice(about, about + 3).map((row) => row.map(plain)),
  );
  const mean = document.figures.change.digital?.mean ?? Number.NaN;
  expect(body).toContain(`Digital mognad;Förändring i medeltal;${mean.toFixed(1).replace('.', ',')}\r\n`);
  expect(body).toContain('Simulerade företag');
});

test('a name that looks like a formula stays a word', async () => {
  await site.admin.query(`update organisations set name = $1 where organisation_id = $2`, [
    JSON.stringify({ sv: '=HYPERLINK("x")', en: '=1+1' }),
    manager.organisationId,
  ]);
  const reply = await manager.visitor.get(`${url}/workbook?language=sv`);
  const sheet = await readSheet(reply.rawPayload);

  expect(sheet.flat().filter((value) => typeof value === 'string' && value.includes('=HYPERLINK'))).not.toEqual([]);
  expect((await manager.visitor.get(`${url}/table?language=sv`)).body).not.toMatch(/(^|;)=/m);
});

/** What was submitted after the packages, as if it had been answered in a version that follows. */
async function publishBetween(relationOf: (item: string) => string): Promise<AchievementDocument> {
  await site.admin.query('begin');
  await site.admin.query(`set local session_replication_role = replica`);
  const { rows } = await site.admin.query<{ id: string }>(
    `insert into instrument_versions (instrument_version_id, instrument_code, version_number, status, definition,
        definition_sha256, published_at, follows_version_id)
      select gen_random_uuid(), instrument_code, version_number + 1, status, definition, definition_sha256,
        published_at + interval '1 second', instrument_version_id
      from instrument_versions order by version_number desc limit 1 returning instrument_version_id as id`,
  );
  const id = rows[0]?.id;
  const items = await listItems();
  for (const item of items) {
    await site.admin.query('insert into instrument_item_maps values ($1, $2, $3)', [id, item, relationOf(item)]);
  }
  await site.admin.query(
    `update submissions s set instrument_version_id = $1 from responses r, assessments a
      where r.response_id = s.response_id and a.assessment_id = r.assessment_id and exists (
        select 1 from referrals f join referral_events e on e.referral_id = f.referral_id
        where f.firm_id = s.firm_id and f.provider_code = 'triple-steelix' and e.status = 'completed'
          and e.occurred_at <= s.submitted_at)`,
    [id],
  );
  await site.admin.query('commit');
  return (await manager.visitor.get(url)).json<AchievementDocument>();
}

async function listItems(): Promise<string[]> {
  const { rows } = await site.admin.query<{ item: string }>(
    `select distinct i.item from submissions s, scored_items(s.score_profile) i`,
  );
  return rows.map(({ item }) => item);
}

test('change is said over a published version on what is the same, and not where too little is', async () => {
  expect((await publishBetween(() => 'kept')).figures.change).toEqual(document.figures.change);

  const { change } = (await publishBetween((item) => (item.startsWith('D1.') ? 'changed' : 'same'))).figures;
  expect(change.digital).toBeNull();
  expect(change.process).toEqual(document.figures.change.process);
});

test('simulated firms are never counted together with others', async () => {
  await site.admin.query(
    `update firms set is_simulated = false where firm_id in (
      select distinct firm_id from consents where provider_code = 'triple-steelix' order by firm_id limit 30)`,
  );
  const simulated = await countAsAdministrator(
    `select count(distinct c.firm_id)::integer as count from consents c join firms f on f.firm_id = c.firm_id
      where c.provider_code = 'triple-steelix' and c.purpose <> 'statistics' and c.given_at < UNTIL and f.is_simulated`,
  );
  const mixed = (await manager.visitor.get(url)).json<AchievementDocument>();
  expect([mixed.isSimulated, mixed.figures.firms.total]).toEqual([true, roundTo(simulated, 5)]);

  await site.admin.query('update firms set is_simulated = false');
  const real = (await manager.visitor.get(url)).json<AchievementDocument>();
  expect([real.isSimulated, real.figures.firms.total]).toEqual([false, document.figures.firms.total]);
});
