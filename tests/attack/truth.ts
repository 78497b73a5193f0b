import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import type { EffectSpec } from '#shared/domain/effect/effect-release.ts';
import type { TestApp } from '../support/test-app.ts';

/** An answer by its firm, companies of one group as one: what firms are counted by. */
const idOf = (company: string, submission: string): string => `${company}/${submission}`;

export const answerOf = (id: string): string => id.split('/')[1] ?? id;

/** Whose answer it is; of what is no answer, itself. */
export const firmOf = (id: string): string => id.split('/')[0] ?? id;

/** One answer that is counted, with all that the attack takes as known of it. */
export type Counted = {
  readonly id: string;
  readonly firmId: string;
  readonly place: Readonly<Record<string, string>>;
  readonly measures: ReadonlySet<string>;
};

/** Answers that a sum holds, and how often: added, or subtracted. */
export type Held = ReadonlyMap<string, number>;

/** Who is behind a release, as of the moment when it was built: read from the tables, by none of the product's code. */
export type Truth = {
  readonly of: (measure: string, group: string) => Held;
  /** Sets of answers of which a number of firms that is told is the number. */
  readonly counted: (measure: string, group: string) => readonly ReadonlySet<string>[];
};

type Row = {
  id: string;
  firm_id: string;
  profile: Record<string, unknown>;
  answers: Record<string, { value?: { choice?: string } }>;
  organisation_number: string | null;
  wording: string;
  scored: string[];
};

type Admin = Pick<TestApp, 'admin'>;

function isMeasured(measure: string, row: Row, units: NonNullable<ReleaseSpec['units']>): boolean {
  if (measure === 'firms') return true;
  if (row.scored.includes(measure)) return true;
  if (row.wording === 'statistics-1') return false;
  const [kind = '', rest = ''] = measure.split('.');
  if (kind === 'collaboration') return row.profile['collaborationPartners'] !== undefined;
  if (kind === 'gap') return row.scored.includes(rest);
  const choice = row.answers[measure]?.value?.choice;
  return choice !== undefined && units[measure]?.[choice] !== undefined;
}

/** The newest answer of each company in the period, of those that agree. */
async function readCounted({ admin }: Admin, spec: ReleaseSpec): Promise<Counted[]> {
  const { rows } = await admin.query<Row>(
    `select s.submission_id as id, s.firm_id, s.profile, s.answers, f.organisation_number, c.wording_version as wording,
       array(select dimension_code from scores o where o.submission_id = s.submission_id and o.status = 'scored') as scored
     from submissions s join firms f using (firm_id)
     join consents c on c.firm_id = s.firm_id and c.purpose = 'statistics' and c.withdrawn_at is null
     where f.is_simulated = $1 and s.submitted_at >= $2::timestamp at time zone 'Europe/Stockholm'
       and s.submitted_at < $3::timestamp at time zone 'Europe/Stockholm'
     order by s.submitted_at desc, s.submission_id`,
    [spec.isSimulated, spec.from, spec.until],
  );
  const companyOf = (row: Row) =>
    String(row.profile['parentOrganisationNumber'] ?? row.organisation_number ?? row.firm_id);
  const here = spec.attributes.find(({ code }) => code === 'county')?.values ?? [];
  const companies = new Map<string, Row>();
  // Its own answers before those of whoever names it, and of those the newest.
  for (const isOwn of [true, false])
    for (const row of rows) {
      const company = companyOf(row);
      if ((row.organisation_number === company) !== isOwn || companies.has(company)) continue;
      if (here.includes(String(row.profile['municipality']).slice(0, 2))) companies.set(company, row);
    }
  return [...companies].flatMap(([company, row]) => {
    if (spec.population === 'sme' && row.profile['sizeClass'] === '250-plus') return [];
    const municipality = String(row.profile['municipality']);
    const kind = row.wording === 'statistics-1' ? undefined : spec.municipalities?.[municipality];
    const place: Record<string, string> = {
      county: municipality.slice(0, 2),
      branch: String(row.profile['branch']),
      size: String(row.profile['sizeClass']),
      municipality: kind ?? 'unstated',
    };
    const isPlaced = spec.attributes.every(({ code, values }) => values.includes(place[code] ?? ''));
    const measures = new Set(spec.measures.filter((measure) => isMeasured(measure, row, spec.units ?? {})));
    return isPlaced ? [{ id: idOf(company, row.id), firmId: row.firm_id, place, measures }] : [];
  });
}

/** What a group is named by: `county=17&branch=other-industry`; all firms by nothing. */
const pairsOf = (group: string): [string, string][] =>
  group === 'all' ? [] : group.split('&').map((pair) => pair.split('=') as [string, string]);

export async function truthOfLevels(site: Admin, spec: ReleaseSpec): Promise<Truth> {
  const counted = await readCounted(site, spec);
  const of = (measure: string, group: string): Held => {
    const pairs = pairsOf(group);
    const isIn = ({ place, measures }: Counted) =>
      measures.has(measure) && pairs.every(([code, value]) => place[code] === value);
    return new Map(counted.filter(isIn).map(({ id }) => [id, 1]));
  };
  return { of, counted: (measure, group) => [new Set(of(measure, group).keys())] };
}

type PairRow = {
  measure: string;
  packages: string[];
  treated: [before: string, after: string];
  control: [before: string, after: string];
};

/**
 * Of a release of effects: the firms that it laid beside each other, which only the tables know. What one that took part
 * has changed is its later answer less the earlier; of one beside it the other way round.
 */
export async function truthOfEffect({ admin }: Admin, releaseId: string, spec: EffectSpec): Promise<Truth> {
  const { rows } = await admin.query<PairRow>(
    `with answers as (
       select e.number, array_agg(
         concat(coalesce(s.profile ->> 'parentOrganisationNumber', f.organisation_number, f.firm_id::text), '/',
           s.submission_id) order by s.submission_id = e.after_answer) as ids
       from effect_firms e join submissions s on s.submission_id in (e.before_answer, e.after_answer)
       join firms f on f.firm_id = s.firm_id where e.release_id = $1 group by e.number
     )
     select p.measure, p.packages, t.ids as treated, c.ids as control
     from effect_pairs p join answers t on t.number = p.treated join answers c on c.number = p.control
     where p.release_id = $1`,
    [releaseId],
  );
  const pairsIn = (measure: string, group: string): PairRow[] => {
    const [[code, value] = ['', '']] = pairsOf(group);
    const about = spec.packages.filter(({ dimensions }) => dimensions.includes(measure));
    const wanted = about.filter((each) => {
      if (code === 'package') return each.code === value;
      return code === 'step' ? each.steps.includes(value) : true;
    });
    return rows.filter((row) => row.measure === measure && wanted.some((each) => row.packages.includes(each.code)));
  };
  const answers = (pairs: readonly PairRow[]) => ({
    added: [pairs.map(({ treated }) => treated[1]), pairs.map(({ control }) => control[0])],
    taken: [pairs.map(({ treated }) => treated[0]), pairs.map(({ control }) => control[1])],
  });
  return {
    of: (measure, group) => {
      const { added, taken } = answers(pairsIn(measure, group));
      return new Map([
        ...added.flat().map((id): [string, number] => [id, 1]),
        ...taken.flat().map((id): [string, number] => [id, -1]),
      ]);
    },
    counted: (measure, group) => {
      const { added, taken } = answers(pairsIn(measure, group));
      return [...added, ...taken].map((ids) => new Set(ids));
    },
  };
}
