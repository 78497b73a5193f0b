import type { Content } from '#server/platform/content/load-content.ts';
import { readabilityOf } from '#shared/domain/instrument/wording/check-wording.ts';
import { highestLix } from '#shared/domain/instrument/wording/wording-rules.ts';
import { textReadabilityOf } from '#shared/domain/wording/text-readability.ts';

type Row = readonly string[];

function columns(rows: readonly Row[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(width(column))).join('  ')}`.trimEnd())
    .join('\n');
}

function easeOfItems({ definition }: Content): Row[] {
  const question = (code: string) => definition.texts.sv[`${code}.question`] ?? '';
  return readabilityOf(definition).map(({ item, lix }) => [lix.toFixed(1), item, question(item)]);
}

function easeOfPackages({ catalogue }: Content): Row[] {
  const names = new Map(catalogue.packages.map(({ code, name }) => [code, name.sv]));
  return textReadabilityOf(catalogue.packages).map(({ code, lix }) => [lix.toFixed(1), code, names.get(code) ?? '']);
}

function counts({ definition: { structure }, catalogue, bundle }: Content): Row[] {
  const scored = structure.items.filter(({ purpose }) => purpose === 'score').length;
  const counted: readonly (readonly [name: string, count: number])[] = [
    ['scored items', scored],
    ['other items', structure.items.length - scored],
    ['forms', structure.forms.length],
    ['packages', catalogue.packages.length],
    ['providers', catalogue.providers.length],
    ['figures', bundle.strategy.figures.length],
  ];
  return counted.map(([name, count]) => [name, String(count)]);
}

/** The report: LIX of items and packages, hardest first, how much there is, and the time to load and validate it. */
export function describeContent(content: Content, loadMs: number): string {
  return [
    `Reading ease of the questions in Swedish (LIX, at most ${highestLix}), hardest first`,
    columns(easeOfItems(content)),
    `\nReading ease of the packages in Swedish (LIX, at most ${highestLix}), hardest first`,
    columns(easeOfPackages(content)),
    '\nWhat there is',
    columns(counts(content)),
    `\nLoaded and validated in ${loadMs.toFixed(0)} ms`,
  ].join('\n');
}
