import type { Attribute } from '#shared/domain/benchmark/frame.ts';
import type { Language } from '#shared/domain/language.ts';
import { type FileSource, markOf, marksOf, namesIn, pageOf, periodOf, readingOf } from './file-names.ts';
import type { FileTable } from './file-table.ts';
import { tablesOf } from './tables-of.ts';
import { say } from './words.ts';

const numbered = (codes: readonly string[]) => Object.fromEntries(codes.map((code, at) => [code, at]));
const labelled = (codes: readonly string[], nameOf: (code: string) => string) =>
  Object.fromEntries(codes.map((code) => [code, nameOf(code)]));
const dimension = (label: string, codes: readonly string[], nameOf: (code: string) => string) => ({
  label,
  category: { index: numbered(codes), label: labelled(codes, nameOf) },
});

type Drawn = { readonly table: FileTable; readonly attributes: readonly Attribute[] };

function datasetOf({ table, attributes }: Drawn, { release }: FileSource, language: Language) {
  const names = namesIn(release, language);
  const { breakdown, measures, figures, groups, kind } = table;
  const valuesOf = (code: string) => attributes.find((attribute) => attribute.code === code)?.values ?? [];
  const values = measures.flatMap((measure) =>
    groups.flatMap(({ key }) => figures.map((figure) => table.read(measure, key, figure))),
  );
  const figureNames = Object.fromEntries(figures.map(({ code, name }) => [code, name[language]]));
  const figureDimension = dimension(
    say('figure', language),
    figures.map(({ code }) => code),
    (code) => figureNames[code] ?? code,
  );
  return {
    version: '2.0',
    class: 'dataset',
    label: say(breakdown.length === 0 ? 'tableOfAll' : 'table', language, {
      kind: kind[language],
      breakdown: names.breakdown(breakdown).toLocaleLowerCase(language),
      whole: names.whole.toLocaleLowerCase(language),
      period: periodOf(release),
    }),
    source: names.source,
    updated: release.publishedAt,
    id: ['measure', ...breakdown, 'figure'],
    size: [measures.length, ...breakdown.map((code) => valuesOf(code).length), figures.length],
    role: { metric: ['figure'], ...(breakdown.includes('county') ? { geo: ['county'] } : {}) },
    dimension: {
      measure: dimension(say('measure', language), measures, names.measure),
      ...Object.fromEntries(
        breakdown.map((code) => [
          code,
          dimension(names.attribute(code), valuesOf(code), (value) => names.value(code, value)),
        ]),
      ),
      figure: {
        ...figureDimension,
        category: {
          ...figureDimension.category,
          unit: Object.fromEntries(
            figures.map(({ code, unit, decimals }) => [code, { label: unit[language], decimals }]),
          ),
        },
      },
    },
    value: values.map((value) => value ?? null),
    status: Object.fromEntries(
      values.flatMap((value, at) => (typeof value === 'number' ? [] : [[String(at), markOf(value)]])),
    ),
    extension: { table: table.code },
  };
}

/** JSON-stat 2.0: a collection with a dataset for each table, whole in itself. */
export function writeJsonStat(source: FileSource, language: Language): string {
  const { release, licence } = source;
  const names = namesIn(release, language);
  const { attributes, tables } = tablesOf(release.document);
  return JSON.stringify({
    version: '2.0',
    class: 'collection',
    label: names.title,
    source: names.source,
    updated: release.publishedAt,
    note: readingOf(source, language),
    link: {
      alternate: [{ type: 'text/html', href: pageOf(source) }],
      license: [{ href: licence.uri }],
      item: tables.map((table) => datasetOf({ table, attributes }, source, language)),
    },
    extension: {
      release: release.number,
      sha256: release.sha256,
      status: { label: marksOf(source, language) },
    },
  });
}
