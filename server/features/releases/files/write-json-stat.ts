import { statedValues } from '#shared/domain/benchmark/frame.ts';
import type { Language } from '#shared/domain/language.ts';
import { type FileSource, hiddenMark, namesIn, pageOf, periodOf, readingOf } from './file-names.ts';
import { type FileTable, tablesOf } from './file-table.ts';
import { say } from './words.ts';

const numbered = (codes: readonly string[]) => Object.fromEntries(codes.map((code, at) => [code, at]));
const labelled = (codes: readonly string[], nameOf: (code: string) => string) =>
  Object.fromEntries(codes.map((code) => [code, nameOf(code)]));
const dimension = (label: string, codes: readonly string[], nameOf: (code: string) => string) => ({
  label,
  category: { index: numbered(codes), label: labelled(codes, nameOf) },
});

function datasetOf(table: FileTable, { release }: FileSource, language: Language) {
  const names = namesIn(release, language);
  const { breakdown, measures, figures, groups, kind } = table;
  const valuesOf = (code: string) => statedValues(release.document.spec, code);
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
    value: values,
    status: Object.fromEntries(values.flatMap((value, at) => (value === null ? [[String(at), hiddenMark]] : []))),
    extension: { table: table.code },
  };
}

/** JSON-stat 2.0: a collection with a dataset for each table, whole in itself. */
export function writeJsonStat(source: FileSource, language: Language): string {
  const { release, licence } = source;
  const names = namesIn(release, language);
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
      item: tablesOf(release.document).map((table) => datasetOf(table, source, language)),
    },
    extension: {
      release: release.number,
      sha256: release.sha256,
      status: {
        label: {
          [hiddenMark]: say('meaningOfHidden', language, { fewestFirms: release.document.spec.rules.fewestFirms }),
        },
      },
    },
  });
}
