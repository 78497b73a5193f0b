import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import type { EffectCell } from '#shared/domain/effect/effect-release.ts';
import { attackAs, describeAttack, filesIn, promised, type Told } from '../attack/attack-as.ts';
import { type Attacked, attackBySums, attackDirectly, type Finding } from '../attack/attacks.ts';
import { actorsOf, type Crawled, crawl } from '../attack/crawl.ts';
import { attackExistence, attackFiles } from '../attack/more-attacks.ts';
import { documentsIn, type Known, nameOf, type Relation, relationsOf } from '../attack/relations.ts';
import {
  answerAgain,
  type Built,
  dayAfterFew,
  differenceOf,
  differentFirms,
  insidersOf,
  type Scene,
  setScene,
  withdrawOne,
} from '../attack/scene.ts';
import { letSeeAllBut } from '../support/let-in.ts';

/** By `npm run attack` on more firms, and with more sums. */
const firms = Number(process.env['ATTACK_FIRMS'] ?? 200);
const byChance = firms > 200 ? 1000 : 30;
const county = ['county'];

let scene: Scene;
let again: Built;
/** Two that differ by few firms, of which neither is published; and what another region would have published there. */
let looked: readonly [Built, Built, Built];
/** What everybody has been told. */
const crawled: Crawled[] = [];
/** Two that differ by enough firms, of which a provider sees all but two. */
let partlySeen: readonly [Built, Built];
/** Of effects: one, and another as it would be if nobody were let in, and as it is when a provider sees all but two. */
let effectsPartlySeen: {
  readonly before: Built;
  readonly tried: ReleaseInProgress;
  readonly refused: Built;
  /** What both told, of firms that are different enough. */
  readonly measure: string;
};

beforeAll(async () => {
  scene = await setScene(firms);
  const first = {
    ...{ from: '2020-01-01', until: '2026-06-01', measures: ['D1', 'firms'] },
    breakdowns: [county, ['branch'], ['size'], ['county', 'branch']],
  };
  await scene.build('20', first);
  const partners = ['D1', 'collaboration.other-sme'];
  const later = { from: '2026-06-01', until: '2026-11-01', measures: partners };
  await scene.build('17', { ...later, breakdowns: [county, ['size'], ['municipality']] });
  await scene.build('21', { ...first, until: '2026-11-01', breakdowns: [county, ['size']] });
  await scene.build('21', { ...first, measures: ['D2'], breakdowns: [['size'], ['county', 'size']] });
  const effects = await scene.buildEffect('20');
  const { shorter, tried, measure, different } = await shorterEffect(effects);
  await letSeeAllBut(scene.site, 'fpx', { answers: different, left: 2 });
  const refused = await scene.buildEffect('17', shorter);
  effectsPartlySeen = { before: effects, tried: tried.release, refused, measure };
  await withdrawOne(scene, '2026-05-01');
  await answerAgain(scene, '2026-10-15', { firms: 5 });
  again = await scene.build('20', first);
  await scene.build('17', { ...first, population: 'sme', breakdowns: [county] } as typeof first);
  await scene.build('21', { ...first, until: '2026-11-01', measures: ['D2'], breakdowns: [['size']] });
  const aside = { ...first, until: '2026-04-01', measures: ['D3'], breakdowns: [county] };
  const onward = { ...aside, until: await dayAfterFew(scene, aside.until) };
  looked = [
    await scene.look('21', aside, true),
    await scene.look('21', onward, false),
    await scene.build('20', onward),
  ];
  const whole = { ...first, until: '2026-03-01', measures: ['D4'], breakdowns: [[]] };
  const before = await scene.build('20', whole);
  const wider = { ...whole, until: '2026-07-01' };
  const answers = await differenceOf(scene, before, wider);
  await letSeeAllBut(scene.site, 'compare', { answers, left: 2 });
  partlySeen = [before, await scene.build('17', wider)];
  await scene.buildEffect('17', { before: { from: '2025-01-01', until: '2025-12-01' } });
}, 900_000);
afterAll(() => scene.site.close());

test('what a firm that takes back its consent makes different is refused', () => {
  expect(again.isPublished).toBe(false);
  expect(again.release.blocks).toContain('too-near');
  expect(scene.built.filter(({ isPublished }) => isPublished).length).toBeGreaterThan(3);
});

test('what few firms make different from what was looked at and dropped is shown to nobody', () => {
  const [seen, onward, elsewhere] = looked;
  expect(seen.release.blocks).toEqual([]);
  expect(levels([seen], 'D3').length).toBeGreaterThan(0);
  expect([onward, elsewhere].map(({ release }) => release.blocks)).toEqual([['too-near'], ['too-near']]);
  expect(levels([onward, elsewhere], 'D3')).toEqual([]);
});

test('what a provider could tell, since it sees almost all firms that are different, is shown to nobody', () => {
  const [before, refused] = partlySeen;
  expect(before.isPublished).toBe(true);
  expect(refused.release.blocks).toEqual(['too-near']);
  expect(levels([refused], 'D4')).toEqual([]);
});

test('of effects neither: what a provider could tell of two releases is shown to nobody', () => {
  const { before, tried, refused, measure } = effectsPartlySeen;
  expect([before.isPublished, tried.blocks]).toEqual([true, []]);
  expect(refused.release.blocks).toEqual(['too-near']);
  expect(levels([refused], `effect ${measure}`)).toEqual([]);
});

test('nobody can work out anything of few firms from all that they can read', { timeout: 1_800_000 }, async () => {
  const insiders = await insidersOf(scene);
  const all: Told[] = [];
  // All of them before the first attack: while it reckons, nothing is answered.
  for (const who of Object.keys(actorsOf(scene))) crawled.push(await crawl(scene, who));
  const reckoned = new Map<string, Attacked>();
  for (const each of crawled) all.push(await attackAs(each, { ...scene, insiders, byChance, reckoned }));
  const folder = path.resolve(import.meta.dirname, '../../.cache');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'attack-report.txt'), describeAttack(all));

  expect(all.flatMap(({ who, found }) => found.map(({ attack, says }) => `${who}: ${attack}: ${says}`))).toEqual([]);
  for (const { documents, relations, tried } of all) {
    expect(documents).toBeGreaterThan(3);
    expect(relations).toBeGreaterThan(50);
    expect(tried).toBeGreaterThan(1000);
  }
});

/** The document as it would be if nobody hid anything. */
function unprotected({ document, truth }: Known): Known {
  const levels = document as ReleaseDocument;
  const cells = levels.cells.map((cell) => ({ ...cell, firms: truth.of(cell.measure, cell.group).size }));
  const open = { ...levels, cells: cells.filter((cell) => cell.firms > 0) };
  return { name: 'unprotected', document: open, truth };
}

const levels = (known: readonly Known[], measure: string) =>
  known.flatMap(relationsOf).filter((relation) => relation.measure === measure);
const attacksIn = (found: readonly Finding[]) => new Set(found.map(({ attack }) => attack));
const [few] = [20];
const isHidden = (cell: ReleaseCell | EffectCell) => ('firms' in cell ? cell.firms : cell.matched) === null;

test('it finds the firms that are told of when nothing is hidden', () => {
  const [first] = scene.built as [Built];
  const open = unprotected(first);

  expect(attacksIn(attackDirectly(levels([open], 'D1'), promised).found)).toEqual(new Set(['direct']));
  const sums = attackBySums(levels([open], 'D1'), [], promised, few).found;
  expect(sums.length).toBeGreaterThan(0);
});

/**
 * The same effects of a shorter time, with a group that both tell of and that enough firms make different: how long it
 * has to be for that depends on the number of firms.
 */
async function shorterEffect(longer: Built) {
  for (const until of ['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01']) {
    const shorter = { after: { from: '2026-01-01', until } };
    const tried = await scene.tryEffect('17', shorter);
    if (tried.release.blocks.length > 0) continue;
    for (const { measure, group } of longer.document.cells.filter((cell) => !isHidden(cell))) {
      const isTold = tried.document.cells.some((c) => c.measure === measure && c.group === group && !isHidden(c));
      const different = differentFirms(longer.truth.of(measure, group), tried.truth.of(measure, group));
      if (isTold && different.length >= few) return { shorter, tried, measure, different };
    }
  }
  throw new Error('no two releases of effects tell of the same group, and differ by enough firms');
}

/** A release with its figures, as if nobody had withheld them. */
async function unwithheld(built: Built): Promise<Built> {
  const { rows } = await scene.site.admin.query<{ document: ReleaseDocument }>(
    'select document from releases where release_id = $1',
    [built.release.releaseId],
  );
  return { ...built, document: rows[0]?.document as ReleaseDocument, name: `unwithheld ${built.release.releaseId}` };
}

test('it finds the firm that makes two releases different, when the second is published all the same', async () => {
  const refused = await unwithheld(again);
  const published = scene.built.filter(({ isPublished }) => isPublished);
  const { found } = attackBySums(levels([...published, refused], 'D1'), [], promised, few);

  expect(levels([refused], 'D1').length).toBeGreaterThan(0);
  expect(found.map(({ says }) => says)).toContainEqual(expect.stringMatching(/holds -?1 x 1 firms/));
});

test('it finds the firms that make different what its analysts remember, and what they or another region build next', async () => {
  const [seen, ...next] = looked;
  for (const each of next) {
    const { found } = attackBySums(levels([seen, await unwithheld(each)], 'D3'), [], promised, few);
    expect(attacksIn(found)).toEqual(new Set(['sums']));
  }
});

test('an analyst remembers what the region has looked at and dropped, and nobody else is told of it', () => {
  const [{ name }] = looked;
  const tellers = crawled.filter(({ heard }) =>
    heard
      .flatMap(({ body, type }) => (type.includes('json') ? documentsIn(JSON.parse(body)) : []))
      .some((document) => nameOf(document) === name),
  );
  expect(tellers.map(({ who }) => who)).toEqual(['analyst of region 21']);
});

test('it finds what a provider can tell that sees all but two of a group', () => {
  const [first] = scene.built as [Built];
  const relations = levels([first], 'D1');
  const all = relations.find(({ group }) => group === 'all');
  const insider = { name: 'a provider', knows: new Set([...(all?.held.keys() ?? [])].slice(2)) };

  expect(attacksIn(attackBySums(relations, [insider], promised, few).found)).toContain('insider');
});

test('it finds a file that tells of a group which its document hides, also of effects', async () => {
  const files = filesIn(crawled.flatMap(({ who, heard }) => (who === 'stranger' ? heard : [])));
  const relations = scene.built.flatMap(relationsOf);
  const effects = files.filter(({ groups }) => groups.some(({ measure }) => measure.startsWith('effect ')));

  expect(effects.length).toBeGreaterThan(0);
  expect(attackFiles(files, relations).found).toEqual([]);
  for (const { url, release } of [files[0], effects[0]].filter((each) => each !== undefined)) {
    const hidden = scene.built.find(({ name }) => name === release)?.document.cells.find((cell) => isHidden(cell));
    const measure = `${effects.some((each) => each.url === url) ? 'effect ' : ''}${hidden?.measure}`;
    const telling = [{ url, release, groups: [{ measure, group: hidden?.group ?? '' }] }];
    expect(hidden).toBeDefined();
    expect(attacksIn(attackFiles(telling, relations).found)).toEqual(new Set(['files']));
  }
});

test('it finds what a provider can tell that sees all but two of those that make two releases different', async () => {
  const [before, refused] = partlySeen;
  const both = levels([before, await unwithheld(refused)], 'D4');
  const insiders = await insidersOf(scene);

  expect(attackBySums(both, [], promised, few).found).toEqual([]);
  const { found } = attackBySums(both, insiders, promised, few);
  expect(found.map(({ attack, says }) => [attack, says.split(':')[0]])).toContainEqual(['insider', 'compare']);
});

test('of effects too: it finds what a provider can tell that sees all but two of what makes two releases different', async () => {
  const { before, refused, measure } = effectsPartlySeen;
  const both = levels([before, await unwithheld(refused)], `effect ${measure}`);
  const insiders = await insidersOf(scene);
  const first = levels([before], `effect ${measure}`);

  expect(attackBySums(both, [], promised, few).found).toEqual([]);
  expect(attackBySums(first, insiders, promised, few).found).toEqual([]);
  const { found } = attackBySums(both, insiders, promised, few);
  expect(found.map(({ attack, says }) => [attack, says.split(':')[0]])).toContainEqual(['insider', 'fpx']);
});

/** As in tests/shared/effect/effect-beside.test.ts: levels before and after of towns and countryside, and the effect. */
test('it finds what levels before and after tell of two firms together with the effect between', () => {
  const answers = (kind: string, firms: number, time: string) =>
    Array.from({ length: firms }, (_, at) => `${kind} ${at}/${kind} ${at} ${time}`);
  const relation = (release: string, group: string, ids: readonly (readonly [string, number])[]): Relation => ({
    ...{ measure: release === 'effect' ? 'effect D1' : 'D1', group, release },
    ...{ held: new Map(ids), firms: 12, told: 10, counted: [] },
  });
  const sum = (factor: number, ...ids: string[][]) => ids.flat().map((id) => [id, factor] as const);
  const both = ['before', 'after'].flatMap((time) => [
    relation(time, 'towns', sum(1, answers('took part', 12, time), answers('other', 2, time))),
    relation(time, 'countryside', sum(1, answers('did not', 12, time))),
  ]);
  const effect = relation('effect', 'all', [
    ...sum(1, answers('took part', 12, 'after'), answers('did not', 12, 'before')),
    ...sum(-1, answers('took part', 12, 'before'), answers('did not', 12, 'after')),
  ]);

  expect(attackBySums(both, [], promised, few).found).toEqual([]);
  expect(attacksIn(attackBySums([...both, effect], [], promised, few).found)).toEqual(new Set(['sums']));
});

test('it finds a hidden group that looks different', () => {
  const [first] = scene.built as [Built];
  const document = first.document as ReleaseDocument;
  const cells = document.cells.map((cell) => (cell.firms === null ? { ...cell, mean: 0 } : cell));

  expect(attackExistence([first]).found).toEqual([]);
  expect(attackExistence([{ ...first, document: { ...document, cells } }]).found).not.toEqual([]);
});
