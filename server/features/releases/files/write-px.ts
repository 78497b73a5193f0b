import type { Attribute } from '#shared/domain/benchmark/frame.ts';
import { type Language, type LocalisedText, languages, sourceLanguage } from '#shared/domain/language.ts';
import { type FileSource, markOf, marksOf, namesIn, pageOf, periodOf, readingOf } from './file-names.ts';
import type { FileTable } from './file-table.ts';
import { say } from './words.ts';

/** A text cannot hold the mark that ends it, and a line break would end the record. */
const pxText = (text: string): string => text.replaceAll('"', '”').replaceAll(/\s+/g, ' ').trim();

const longestText = 250;

/** Longer texts go on in further records. */
function quoted(text: string): string {
  const plain = pxText(text);
  const parts = plain.match(new RegExp(`.{1,${longestText}}`, 'gsu')) ?? [''];
  return parts.map((part) => `"${part}"`).join('\n');
}

const longestName = 200;

/** A name stands on one line, in a list or in a parenthesis. */
const pxName = (text: string): string => [...pxText(text)].slice(0, longestName).join('').trim();
const inLine = (name: string): string => `"${pxText(name)}"`;
const listed = (texts: readonly string[]): string => texts.map(inLine).join(',\n');

/** Names that are told apart by nothing else have their code behind them. */
function distinct(codes: readonly string[], nameOf: (code: string) => string): string[] {
  const names = codes.map((code) => pxName(nameOf(code)));
  return names.map((name, at) =>
    names.filter((other) => other === name).length > 1 || name === '' ? `${name} (${codes[at]})`.trim() : name,
  );
}

type Variable = { readonly name: string; readonly codes: readonly string[]; readonly values: readonly string[] };

/** A table, with the values of what it is divided by. */
export type PxTable = { readonly table: FileTable; readonly attributes: readonly Attribute[] };

function variablesIn({ table, attributes }: PxTable, { release }: FileSource, language: Language) {
  const names = namesIn(release, language);
  const valuesOf = (code: string) => attributes.find((attribute) => attribute.code === code)?.values ?? [];
  const variable = (name: string, codes: readonly string[], nameOf: (code: string) => string): Variable => ({
    name: pxName(name),
    codes,
    values: distinct(codes, nameOf),
  });
  const figureName = (code: string) => table.figures.find((figure) => figure.code === code)?.name[language] ?? code;
  const stub = [
    variable(say('measure', language), table.measures, names.measure),
    ...table.breakdown.map((code) =>
      variable(names.attribute(code), valuesOf(code), (value) => names.value(code, value)),
    ),
  ];
  const heading = variable(
    say('figure', language),
    table.figures.map(({ code }) => code),
    figureName,
  );
  const own = [...stub, heading];
  const variableNames = distinct(
    own.map((_, at) => String(at + 1)),
    (code) => own[Number(code) - 1]?.name ?? '',
  );
  const named = (each: Variable, at: number): Variable => ({ ...each, name: variableNames[at] ?? each.name });
  return { stub: stub.map(named), heading: named(heading, stub.length) };
}

/** Keywords of one language: those of the first stand without it, of the others with it. */
function spoken(drawn: PxTable, source: FileSource, language: Language): string[] {
  const { release } = source;
  const { table } = drawn;
  const names = namesIn(release, language);
  const { stub, heading } = variablesIn(drawn, source, language);
  const mark = language === sourceLanguage ? '' : `[${language}]`;
  const kind = table.kind[language];
  const breakdown = names.breakdown(table.breakdown).toLocaleLowerCase(language);
  const whole = names.whole.toLocaleLowerCase(language);
  const filling = { kind, breakdown, whole, period: periodOf(release) };
  const title = say(table.breakdown.length === 0 ? 'tableOfAll' : 'table', language, filling);
  const updated = pxTime(release.publishedAt);
  const perFigure = (keyword: string, read: (figure: FileTable['figures'][number]) => string): string[] =>
    table.figures.map(
      (figure, at) => `${keyword}${mark}(${inLine(heading.values[at] ?? figure.code)})=${read(figure)};`,
    );
  return [
    `SUBJECT-AREA${mark}=${quoted(say('subjectArea', language))};`,
    `DESCRIPTION${mark}=${quoted(`${title}. ${names.title}`)};`,
    `TITLE${mark}=${quoted(title)};`,
    `CONTENTS${mark}=${quoted(table.contents[language])};`,
    `UNITS${mark}=${quoted(
      unitsOf(table)
        .map((unit) => unit[language])
        .join(', '),
    )};`,
    `STUB${mark}=${listed(stub.map(({ name }) => name))};`,
    `HEADING${mark}=${listed([heading.name])};`,
    `CONTVARIABLE${mark}=${inLine(heading.name)};`,
    ...[...stub, heading].map(({ name, values }) => `VALUES${mark}(${inLine(name)})=${listed(values)};`),
    ...[...stub, heading].map(({ name, codes }) => `CODES${mark}(${inLine(name)})=${listed(codes)};`),
    ...table.figures.flatMap(({ decimals }, at) =>
      decimals === 0
        ? []
        : [`PRECISION${mark}(${inLine(heading.name)},${inLine(heading.values[at] ?? '')})=${decimals};`],
    ),
    ...perFigure('LAST-UPDATED', () => `"${updated}"`),
    ...perFigure('UNITS', ({ unit }) => inLine(unit[language])),
    `SOURCE${mark}=${quoted(names.source)};`,
    `NOTE${mark}=${quoted(
      readingOf(source, language)
        .map((text) => text.replaceAll('#', 'nr '))
        .join('#'),
    )};`,
  ];
}

function unitsOf({ figures }: FileTable): LocalisedText[] {
  return [...new Map(figures.map(({ unit }) => [unit.en, unit])).values()];
}

/** `20260703 12:00`, by universal time so that it is the same everywhere. */
const pxTime = (iso: string): string => `${iso.slice(0, 10).replaceAll('-', '')} ${iso.slice(11, 16)}`;

/** The name of a matrix: eight characters at most, of letters and figures. */
const matrixOf = (number: number, at: number): string => `MS${number}T${at + 1}`;

/**
 * One table as PX, by the PX file format of Statistics Sweden, axis version 2013, in UTF-8 and both languages: the
 * figures in the heading, everything else in the stub, two dots where a figure is not shown. One dot stands where there can be
 * none, as in the tables of Statistics Sweden.
 */
export function writePx(source: FileSource, drawn: PxTable, at: number): string {
  const { release } = source;
  const { table } = drawn;
  const rows = table.measures.flatMap((measure) =>
    table.groups.map(({ key }) =>
      table.figures
        .map((figure) => {
          const value = table.read(measure, key, figure);
          return typeof value === 'number' ? value.toFixed(figure.decimals) : `"${markOf(value)}"`;
        })
        .join(' '),
    ),
  );
  const decimals = Math.max(...table.figures.map((figure) => figure.decimals));
  const lines = [
    'CHARSET="ANSI";',
    'AXIS-VERSION="2013";',
    'CODEPAGE="utf-8";',
    `LANGUAGE="${sourceLanguage}";`,
    `LANGUAGES=${languages.map((language) => `"${language}"`).join(',')};`,
    `CREATION-DATE="${pxTime(release.publishedAt)}";`,
    `DECIMALS=${decimals};`,
    'SHOWDECIMALS=0;',
    `MATRIX="${matrixOf(release.number, at)}";`,
    'SUBJECT-CODE="NV";',
    'COPYRIGHT=NO;',
    ...languages.flatMap((language) => spoken(drawn, source, language)),
    `INFOFILE=${quoted(pageOf(source))};`,
    ...Object.keys(marksOf(source, sourceLanguage)).map((mark) => `DATASYMBOL${mark.length}="${mark}";`),
    `DATA=\n${rows.join(' \n')};`,
  ];
  return `${lines.join('\n')}\n`;
}
