import type { PublishedRelease } from '#shared/contracts/releases.ts';
import type { Language } from '#shared/domain/language.ts';
import { csvText } from '#shared/domain/open-data/csv-text.ts';
import { hiddenMark, namesIn } from './file-names.ts';
import { tablesOf } from './tables-of.ts';
import { say } from './words.ts';

type Cell = string | number;

/** A number begins no formula, also below zero. */
const line = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvText(cell, ','))).join(',')}\r\n`;

/**
 * Every number of a release in one tidy table, a row for each that is asked, as RFC 4180 has it: commas, a full stop for
 * decimals, and no byte order mark, which many programs take for a part of the first name. People have the workbook.
 */
export function writeCsv(release: PublishedRelease, language: Language): string {
  const names = namesIn(release, language);
  const { attributes, tables } = tablesOf(release.document);
  const codes = attributes.map(({ code }) => code);
  const head = [
    ...['release', 'measure', 'measure_name'],
    ...codes.flatMap((code) => [code, `${code}_name`]),
    ...['figure', 'figure_name', 'unit', 'value', 'hidden'],
  ];
  const rows = tables.flatMap(({ measures, groups, figures, read }) =>
    measures.flatMap((measure) =>
      groups.flatMap(({ key, place }) =>
        figures.flatMap((figure): Cell[][] => {
          const value = read(measure, key, figure);
          if (value === undefined) return [];
          const row = [
            ...[String(release.number), measure, names.measure(measure)],
            ...codes.flatMap((code) => {
              const own = place[code];
              return own === undefined ? ['all', say('all', language)] : [own, names.value(code, own)];
            }),
            ...[figure.code, figure.name[language], figure.unit[language]],
            ...(value === null ? ['', hiddenMark] : [value, '']),
          ];
          return [row];
        }),
      ),
    ),
  );
  return [head, ...rows].map(line).join('');
}
