import type * as z from 'zod/mini';
import { listCurrentPopulations, type Population } from '#shared/contracts/coverage.ts';
import { type AreaReach, listPackageReach } from '#shared/contracts/packages.ts';
import { type FileFormat, listReleaseFiles } from '#shared/contracts/release-files.ts';
import { getReleaseTrend, type TrendPoint } from '#shared/contracts/release-trend.ts';
import * as verifications from '#shared/contracts/release-verifications.ts';
import * as contract from '#shared/contracts/releases.ts';
import { getStrategy } from '#shared/contracts/strategy.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { attributesFor, releaseBreakdowns } from '#shared/domain/benchmark/choices.ts';
import { groupsOf } from '#shared/domain/benchmark/frame.ts';
import { sourcesOf } from '#shared/domain/benchmark/measure-code.ts';
import { namesOf } from '#shared/domain/benchmark/names.ts';
import type { HiddenOfMeasure, ReleaseDocument, ToldReport } from '#shared/domain/benchmark/release.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { ladder, structureOf } from '../../support/small-instrument.ts';
import { accountOf, uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { strategy } from '../strategy/strategy-fixture.ts';

type ReleaseBody = z.input<(typeof contract.getRelease)['responses'][200]>;
type RowBody = z.input<typeof contract.releaseRowSchema>;

export const organisationId = uuid('a', 1);
export const releaseId = uuid('b', 1);
export const sha256 = 'ab12'.repeat(16);

const measures = ['D1', 'D2', 'PM1', 'X1'];
/** One of each kind that is no level. */
export const moreMeasures = ['D1.wish', 'collaboration.large-firm', 'women.all', 'firms'];
export const gapMeasures = ['gap.D1', 'gap.D2', 'gap.X1'];

const wish: Item = {
  ...ladder('D1.wish'),
  kind: 'single-choice',
  purpose: 'wish',
  choices: ['no', 'later', 'yes'].map((code) => ({ code })),
};

const same = (text: string) => ({ sv: text, en: text });
const options = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs).map(([code, name]) => ({ code, name: same(name) }));

const texts = {
  'D1.name': 'Affärsmodeller',
  'D2.name': 'Säkerhet',
  'PM1.name': 'Ledning',
  'X1.name': 'Grönt',
  'scale.part.digital': 'Digital mognad',
  'scale.part.process': 'Processmognad',
  'scale.part.module': 'Fördjupning',
  'scale.level.0': 'Saknas',
  'scale.level.1': 'Vid behov',
  'scale.level.2': 'Påbörjat',
  'scale.level.3': 'Systematiskt',
  'scale.level.4': 'Ledande',
  'D1.wish.choice.no': 'Nej',
  'D1.wish.choice.later': 'Ja, men senare',
  'D1.wish.choice.yes': 'Ja, i år',
};

const attributes = attributesFor(releaseBreakdowns);

const names = namesOf(
  { measures: [...measures, ...moreMeasures, ...gapMeasures], attributes },
  {
    definition: {
      structure: structureOf([...measures.map((code) => ladder(`${code}.1`)), wish]),
      texts: { sv: texts, en: texts },
    },
    profile: {
      counties: options({ '17': 'Värmland', '20': 'Dalarna', '21': 'Gävleborg' }),
      branches: options({ 'steel-and-metals': 'Stål och metall', 'other-industry': 'Annan industri' }),
      sizeClasses: options({}),
    },
  },
);

const mutable = (lists: readonly (readonly string[])[]) => lists.map((codes) => [...codes]);

const shownCells: Readonly<Record<string, Partial<ReleaseCell>>> = {
  'D1 all': {
    firms: 120,
    mean: 1.4,
    lowQuartile: 0.8,
    median: 1.3,
    highQuartile: 2.1,
    classes: [20, 35, 25, 15, 5],
  },
  'D1 county=17': { firms: 35, mean: 1.2, lowQuartile: 0.7, median: 1.1, highQuartile: 1.9, coarse: [60, 25, 15] },
  'D1 county=20': { firms: 45, mean: 1.7, median: 1.6 },
  'D1 county=17&branch=steel-and-metals': { firms: 15, mean: 1.6 },
  'D2 all': { firms: 120, mean: 2.6 },
  'PM1 all': { firms: 80, mean: 2 },
  'D1.wish all': { firms: 100, classes: [15, 65, 20] },
  'D1.wish county=17': { firms: 30, coarse: [25, 75] },
  'collaboration.large-firm all': { firms: 100, classes: [80, 20] },
  'collaboration.large-firm county=17': { firms: 30, classes: [65, 35] },
  'collaboration.large-firm county=20': { firms: 40 },
  'collaboration.large-firm county=17&branch=steel-and-metals': { firms: 15, classes: [60, 40] },
  'women.all all': { firms: 90, mean: 22, lowQuartile: 12, median: 19, highQuartile: 28, classes: [20, 30, 40, 10, 0] },
  'women.all county=17': { firms: 30, mean: 18, coarse: [60, 30, 10] },
  'gap.D1 all': { firms: 100, classes: [85, 15] },
  'gap.D1 county=17': { firms: 30, classes: [70, 30] },
  'gap.D1 county=17&branch=steel-and-metals': { firms: 15, classes: [60, 40] },
  'gap.D2 all': { firms: 95, classes: [55, 45] },
  'firms all': { firms: 120 },
  'firms county=17': { firms: 35 },
};

/** Of four areas: Gävleborg is hidden or empty throughout, and X1 everywhere. */
export function documentOf(changes: Partial<ReleaseDocument['spec']> = {}): ReleaseDocument {
  const spec: ReleaseDocument['spec'] = {
    name: { sv: 'Första halvåret', en: 'First half-year' },
    from: '2026-01-01',
    until: '2026-07-01',
    population: 'sme',
    isSimulated: false,
    measures,
    attributes: attributes.map(({ code, values }) => ({ code, values: [...values] })),
    breakdowns: mutable(releaseBreakdowns),
    names,
    rules: {
      version: 'disclosure-1',
      fewestFirms: 10,
      fewestOutside: 3,
      fewestInClass: 3,
      onEitherSide: 10,
      leastDoubtPercent: 25,
      roundTo: 5,
      fewestDifferent: 10,
      costs: [100, 10, 1],
    },
    ...changes,
  };
  const nothing = {
    firms: null,
    mean: null,
    lowQuartile: null,
    median: null,
    highQuartile: null,
    classes: null,
    coarse: null,
  };
  const cells = spec.measures.flatMap((measure) =>
    groupsOf(spec).map(({ key }) => ({ measure, group: key, ...nothing, ...shownCells[`${measure} ${key}`] })),
  );
  return { format: 'mattstock-release-1', spec, cells };
}

const hiddenOf = (measure: string): HiddenOfMeasure => ({
  measure,
  groups: 78,
  few: 60,
  insider: 2,
  uniform: 1,
  near: 1,
  secondary: 4,
  distributions: { classes: 1, coarse: 1, hidden: 13 },
});

export const reportOf = (changes: Partial<ToldReport> = {}): ToldReport => ({
  measures: measures.map(hiddenOf),
  findings: [],
  nearReleases: [],
  isTracked: false,
  comparedTo: 0,
  cover: 'exact',
  seconds: 4.2,
  solver: 'HiGHS 1.15.1',
  ...changes,
});

export const rowOf = (changes: Partial<RowBody> = {}): RowBody => ({
  releaseId,
  number: null,
  kind: 'levels',
  name: { sv: 'Första halvåret', en: 'First half-year' },
  organisationId,
  organisationName: { sv: 'Region Dalarna', en: 'Region Dalarna' },
  from: '2026-01-01',
  until: '2026-07-01',
  periods: [{ from: '2026-01-01', until: '2026-07-01' }],
  population: 'sme',
  areas: 4,
  others: 0,
  measures: [...measures],
  isSimulated: false,
  status: 'built',
  createdAt: '2026-11-20T09:00:00.000Z',
  publishedAt: null,
  isBlocked: false,
  isOwn: true,
  ...changes,
});

export const builtRelease = (changes: Partial<ReleaseBody> = {}): ReleaseBody => ({
  ...rowOf(),
  step: 5,
  steps: 5,
  isInterrupted: false,
  spec: documentOf().spec,
  alike: null,
  sharing: [],
  report: reportOf(),
  blocks: [],
  document: documentOf(),
  sha256,
  verifiability: 'not-published',
  verifications: [],
  ...changes,
});

export const beingBuilt = (changes: Partial<ReleaseBody> = {}): ReleaseBody =>
  builtRelease({
    status: 'building',
    step: 2,
    report: null,
    document: null,
    sha256: null,
    blocks: ['not-built'],
    ...changes,
  });

export const verificationId = uuid('c', 1);

type VerificationBody = z.input<typeof verifications.verificationSchema>;

export const verificationOf = (changes: Partial<VerificationBody> = {}): VerificationBody => ({
  verificationId,
  organisationName: { sv: 'Region Dalarna', en: 'Region Dalarna' },
  isOwn: true,
  status: 'same',
  step: 2,
  steps: 5,
  isInterrupted: false,
  program: null,
  createdAt: '2026-11-26T10:00:00.000Z',
  endedAt: '2026-11-26T10:01:00.000Z',
  ...changes,
});

const fileOf = (name: string, format: FileFormat) => ({
  ...{ name, format, bytes: 12_345, sha256 },
  language: null,
  table: null,
});

const coverageRules = { version: 'coverage-1', leastReachedPercent: 95, mostWeightRatio: 5, leastPopulation: 100 };

/** A site with an analyst of one region, and what it answers about one release. */
export class FakeReleaseSite {
  release: ReleaseBody = builtRelease();
  rows: RowBody[] = [];
  verified: z.input<typeof verifications.publishedVerificationSchema>[] = [];
  hasSimulated = false;
  populations: Population[] = [];
  /** How a figure goes on over releases. */
  trend: TrendPoint[] = [];
  measures: readonly string[] = measures;
  areas: AreaReach[] = [];
  readonly server = new FakeEndpoints([
    answering(getVisitor, () => ({
      account: {
        ...accountOf(['analyst']),
        memberships: accountOf(['analyst']).memberships.map((each) => ({
          ...each,
          place: { kind: 'region' as const, placeId: organisationId, name: { sv: 'Region Dalarna', en: 'Dalarna' } },
        })),
      },
    })),
    answering(contract.listReleases, () => ({
      releases: this.rows,
      choices: {
        measures: [...this.measures],
        breakdowns: mutable(releaseBreakdowns),
        names,
        today: '2026-11-26',
        hasSimulated: this.hasSimulated,
      },
    })),
    answering(contract.buildRelease, () => ({ releaseId })),
    answering(contract.buildEffect, () => ({ releaseId })),
    answering(contract.getRelease, () => this.release),
    answering(contract.getReleaseProgress, () => {
      const { status, step, steps, isInterrupted } = this.release;
      const running = this.release.verifications.find((each) => each.status === 'running');
      return { building: status === 'building' ? { step, steps, isInterrupted } : null, verification: running ?? null };
    }),
    answering(contract.cancelRelease, ({ body }) => {
      if (this.release.status !== body?.status) return { status: this.release.status };
      const status = this.release.status === 'built' ? ('dropped' as const) : ('cancelled' as const);
      this.release = { ...this.release, status, document: null, report: null, sha256: null };
      return { status };
    }),
    answering(contract.publishRelease, () => {
      const publishedAt = '2026-11-26T10:00:00.000Z';
      this.release = { ...this.release, status: 'published', number: 3, publishedAt };
      return { number: 3, publishedAt };
    }),
    answering(verifications.verifyRelease, () => {
      this.release = { ...this.release, verifications: [verificationOf({ status: 'running', endedAt: null })] };
      return { verificationId };
    }),
    answering(verifications.cancelVerification, () => {
      this.release = { ...this.release, verifications: [verificationOf({ status: 'cancelled' })] };
      return { status: 'cancelled' as const };
    }),
    answering(listReleaseFiles, () => ({
      files: [
        { ...fileOf('figures-sv.xlsx', 'xlsx'), language: 'sv' as const },
        { ...fileOf('figures-en.xlsx', 'xlsx'), language: 'en' as const },
        ...['all', 'county', 'branch'].map((code) => ({
          ...fileOf(`${code}-level.px`, 'px'),
          table: { sv: `Tabell ${code}`, en: `Table ${code}` },
        })),
        fileOf('document.json', 'json'),
      ],
      meetingPacks: [
        { audience: 'leadership', name: same('Ledningsgruppen'), about: same('Det viktigaste på några sidor.') },
      ],
    })),
    answering(listPackageReach, () => ({ catalogueVersionId: uuid('d', 1), areas: this.areas })),
    answering(getStrategy, () => strategy),
    answering(listCurrentPopulations, () => ({ populations: this.populations, rules: coverageRules })),
    answering(getReleaseTrend, () => ({ points: this.trend })),
    answering(contract.listPublishedReleases, () => ({ releases: this.#published() })),
    answering(contract.getPublishedRelease, ({ params }) => {
      const found = this.#published().find(({ number }) => String(number) === params.releaseNumber);
      const { document, sha256: hash } = this.release;
      if (found === undefined || document === null || hash === null) throw new Refusal('not-found');
      return { ...found, document, sha256: hash, verifications: this.verified };
    }),
  ]);

  #tells() {
    const { document } = this.release;
    return document?.format === 'mattstock-release-1' ? sourcesOf(document.spec.measures) : [];
  }

  #published() {
    const { number, publishedAt } = this.release;
    return number === null || publishedAt === null
      ? []
      : [{ ...this.release, number, publishedAt, tells: this.#tells() }];
  }
}
