import type { PublishedLevels } from '#shared/contracts/releases.ts';
import type { Language } from '#shared/domain/language.ts';
import { csvText } from '#shared/domain/open-data/csv-text.ts';
import { hiddenMark, namesIn } from './file-names.ts';
import { tablesOf } from './file-table.ts';
import { say } from './words.ts';

const line = (cells: readonly string[]): string => `${cells.map((cell) => csvText(cell, ',')).join(',')}\r\n`;

/**
 * Every number of a release in one tidy table, a row for each, as RFC 4180 has it: commas, a full stop for decimals, and
 * no byte order mark, which many programs take for a part of the first name. People have the workbook.
 */
export function writeCsv(release: PublishedLevels, language: Language): string {
  const { spec } = release.document;
  const names = namesIn(release, language);
  const codes = spec.attributes.map(({ code }) => code);
  const head = [
    ...['release', 'measure', 'measure_name'],
    ...codes.flatMap((code) => [code, `${code}_name`]),
    ...['figure', 'figure_name', 'unit', 'value', 'hidden'],
  ];
  const rows = tablesOf(release.document).flatMap(({ measures, groups, figures, read }) =>
    measures.flatMap((measure) =>
      groups.flatMap(({ key, place }) =>
        figures.map((figure) => {
          const value = read(measure, key, figure);
          return [
            ...[String(release.number), measure, names.measure(measure)],
            ...codes.flatMap((code) => {
              const own = place[code];
              return own === undefined ? ['all', say('all', language)] : [own, names.value(code, own)];
            }),
            ...[figure.code, figure.name[language], figure.unit[language]],
            ...(value === null ? ['', hiddenMark] : [String(value), '']),
          ];
        }),
      ),
    ),
  );
  return [head, ...rows].map(line).join('');
}
