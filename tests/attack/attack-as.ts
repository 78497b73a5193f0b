import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { type Attacked, attackBySums, attackDirectly, type Finding, type Insider, type Promised } from './attacks.ts';
import type { Crawled } from './crawl.ts';
import { attackAchievement, attackExistence, attackFiles, attackRounding, type HeardFile } from './more-attacks.ts';
import { documentsIn, groupsInCsv, type Heard, levelOf, nameOf, type Relation, relationsOf } from './relations.ts';
import type { Scene } from './scene.ts';

/** As `shared/content/disclosure.yaml` has them: written here once more, so that a change there is noticed. */
export const promised: Promised = { fewestFirms: 10, fewestOutside: 3 };

export type Told = {
  readonly who: string;
  readonly asked: number;
  readonly answered: number;
  readonly documents: number;
  readonly relations: number;
  readonly tried: number;
  readonly found: readonly Finding[];
};

const isJson = ({ type }: Heard): boolean => /^application\/(\w+\+)?json/.test(type);

/** Files as CSV, each with the document that the same number is of. */
export function filesIn(heard: readonly Heard[]): HeardFile[] {
  const byNumber = new Map(
    heard.flatMap(({ url, body }) => {
      const number = /^\/api\/releases\/(\d+)$/.exec(url)?.[1];
      return number === undefined ? [] : documentsIn(JSON.parse(body)).map((each) => [number, nameOf(each)] as const);
    }),
  );
  return heard.flatMap(({ url, body }) => {
    const number = /^\/api\/releases\/(\d+)\/files\/.*\.csv$/.exec(url)?.[1];
    return number === undefined ? [] : [{ url, release: byNumber.get(number), groups: groupsInCsv(body) }];
  });
}

type Reckoning = {
  readonly insiders: readonly Insider[];
  readonly byChance: number;
  /** What has been reckoned from the same relations for another of them. */
  readonly reckoned: Map<string, Attacked>;
};

function once(relations: readonly Relation[], reckoned: Map<string, Attacked>, attack: () => Attacked): Attacked {
  const key = relations.map(({ measure, group, release }) => `${measure} of ${group} in ${release}`).join('\n');
  const attacked = reckoned.get(key) ?? attack();
  reckoned.set(key, attacked);
  return attacked;
}

/** Every attack on what one of them was told. */
export async function attackAs(
  { who, asked, heard }: Crawled,
  { built, insiders, byChance, reckoned }: Pick<Scene, 'built'> & Reckoning,
): Promise<Told> {
  const documents = new Set(heard.filter(isJson).flatMap(({ body }) => documentsIn(JSON.parse(body)).map(nameOf)));
  const known = built.filter(({ name }) => documents.has(name));
  const relations = known.flatMap(relationsOf);
  const csv = filesIn(heard);
  const solver = await loadLinearSolver();
  const attacks: Attacked[] = [
    attackDirectly(relations, promised),
    ...Map.groupBy(relations, ({ measure }) => levelOf(measure))
      .values()
      .map((each) => once(each, reckoned, () => attackBySums(each, insiders, promised, byChance))),
    attackRounding(relations, known, promised, solver),
    attackExistence(known),
    attackAchievement(heard),
    attackFiles(csv, relations),
  ];
  return {
    who,
    asked,
    answered: heard.filter(({ url }) => url !== 'remembered').length,
    documents: documents.size,
    relations: relations.length,
    tried: attacks.reduce((sum, { tried }) => sum + tried, 0),
    found: attacks.flatMap(({ found }) => found),
  };
}

/** For whoever runs it: a line for each of them, and each finding. */
export function describeAttack(all: readonly Told[]): string {
  const lines = all.flatMap(({ who, asked, answered, documents, relations, tried, found }) => [
    `${who}: ${answered} of ${asked} addresses answered, ${documents} documents, ${relations} relations, ${tried} attacks, ${found.length} found`,
    ...found.map(({ attack, says }) => `  ${attack}: ${says}`),
  ]);
  return `${lines.join('\n')}\n`;
}
