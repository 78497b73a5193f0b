import { writeModel } from '#shared/domain/linear-program/model.ts';
import type { LinearSolver } from '#shared/domain/linear-program/solver.ts';
import type { Attacked, Finding, Promised } from './attacks.ts';
import { type Heard, type Known, levelOf, type Relation } from './relations.ts';

/** Numbers of firms are told to the nearest of so many. */
const step = 5;
/** More firms than there are anywhere. */
const most = 100_000;

/** Whether the rounded numbers, all taken together, say of a hidden group of few that somebody is there, or few. */
export function attackRounding(
  relations: readonly Relation[],
  known: readonly Known[],
  { fewestFirms }: Promised,
  solver: LinearSolver,
): Attacked {
  const measures = new Set(relations.map(({ measure }) => levelOf(measure)));
  const hidden = known.flatMap(({ document, truth }) =>
    document.format === 'mattstock-release-1'
      ? document.cells.flatMap(({ measure, group, firms }) => {
          const [members = new Set<string>()] = truth.counted(measure, group);
          const isAsked = firms === null && measures.has(measure) && members.size > 0 && members.size < fewestFirms;
          return isAsked ? [{ measure, group, members }] : [];
        })
      : [],
  );
  const found = hidden.flatMap(({ measure, group, members }): Finding[] => {
    // Of effects too: whoever is in a pair has answered, and is counted where all who have answered are.
    const rows = relations
      .filter((each) => levelOf(each.measure) === measure)
      .flatMap(({ told, counted }) => counted.map((of) => ({ told, members: of })));
    const keyOf = (id: string) =>
      `${rows.flatMap((row, at) => (row.members.has(id) ? [at] : [])).join(' ')}|${members.has(id)}`;
    const kin = new Map([...rows.flatMap((row) => [...row.members]), ...members].map((id) => [keyOf(id), id]));
    const writer = writeModel();
    const columns = [...kin.values()].map((id) => ({
      id,
      at: writer.column({ gain: 0, upper: most, isInteger: false }),
    }));
    const entriesOf = (held: ReadonlySet<string>) =>
      columns.flatMap(({ id, at }): [number, number][] => (held.has(id) ? [[at, 1]] : []));
    for (const row of rows)
      writer.row(row.told - Math.floor(step / 2), row.told + Math.floor(step / 2), entriesOf(row.members));
    const [least, largest] = solver.ask(writer.finish(), (asking) => [
      asking.least(entriesOf(members)).value,
      asking.most(entriesOf(members)).value,
    ]);
    const isTold = least > 1e-6 || largest < fewestFirms - 1e-6;
    const between = `${least.toFixed(1)} and ${largest.toFixed(1)}`;
    return isTold
      ? [{ attack: 'rounding', says: `${measure} of ${group}, which is hidden, has between ${between} firms` }]
      : [];
  });
  return { tried: hidden.length, found };
}

/** Whether what is hidden looks different where there are few firms and where there is none. */
export function attackExistence(known: readonly Known[]): Attacked {
  const told = known.flatMap(({ document, truth }) =>
    document.cells.flatMap((cell) => {
      const { measure, group, ...figures } = cell;
      const isHidden = Object.values(figures)[0] === null;
      return isHidden
        ? [{ measure, group, isEmpty: truth.of(measure, group).size === 0, form: JSON.stringify(figures) }]
        : [];
    }),
  );
  const forms = new Set(told.map(({ form }) => form.replaceAll(/"\w+":null,?/g, '')));
  const found = [...forms]
    .filter((form) => form !== '{}')
    .map((form): Finding => ({ attack: 'existence', says: `hidden, and says ${form}` }));
  return { tried: told.length, found };
}

/** Counts of what a provider has achieved that are too small to be told, or not rounded. */
export function attackAchievement(heard: readonly Heard[]): Attacked {
  const figures = heard.flatMap(({ url, body, type }) =>
    url.includes('/achievement') && type.startsWith('application/json') ? countsIn(JSON.parse(body).figures) : [],
  );
  const found = figures.flatMap((count): Finding[] =>
    count % step !== 0 || count < step ? [{ attack: 'achievement', says: `a count of ${count} is told` }] : [],
  );
  return { tried: figures.length, found };
}

function countsIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'number' && ['count', 'total', 'shared', 'notShared', 'firms'].includes(name)
      ? [part]
      : countsIn(part),
  );
}

/** What a file says, and the document whose file it is. */
export type HeardFile = {
  readonly url: string;
  readonly release: string | undefined;
  readonly groups: readonly { readonly measure: string; readonly group: string }[];
};

/** Groups that a file tells of and its document does not. */
export function attackFiles(told: readonly HeardFile[], relations: readonly Relation[]): Attacked {
  const shown = new Map(
    [...Map.groupBy(relations, ({ release }) => release)].map(([release, own]) => [
      release,
      new Set(own.map(({ measure, group }) => `${measure} of ${group}`)),
    ]),
  );
  const found = told.flatMap(({ url, release, groups }) =>
    groups.flatMap(({ measure, group }): Finding[] =>
      shown.get(release ?? '')?.has(`${measure} of ${group}`)
        ? []
        : [{ attack: 'files', says: `${url} tells ${measure} of ${group}` }],
    ),
  );
  return { tried: told.reduce((sum, { groups }) => sum + groups.length, 0), found };
}
