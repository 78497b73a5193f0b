/*
 * Reads PX by the letter of "PX-file format specification", axis version 2013, of Statistics Sweden
 * (scb.se/en/services/statistical-programs-for-px-files/px-file-format), and refuses whatever is not in it. Written for
 * these tests because no reader of PX was found among the packages for Node: it shares nothing with what writes PX.
 */

export type PxEntry = {
  readonly keyword: string;
  readonly language: string | null;
  readonly subkeys: readonly string[];
  readonly values: readonly string[];
};

export type PxVariable = {
  readonly name: string;
  readonly codes: readonly string[];
  readonly values: readonly string[];
};

const mandatory = [
  'CONTENTS',
  'DATA',
  'DECIMALS',
  'MATRIX',
  'SUBJECT-AREA',
  'SUBJECT-CODE',
  'TITLE',
  'UNITS',
  'VALUES',
];
const inEachLanguage = [
  'CONTENTS',
  'DESCRIPTION',
  'HEADING',
  'NOTE',
  'SOURCE',
  'STUB',
  'SUBJECT-AREA',
  'TITLE',
  'UNITS',
];
const longestLine = 256;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  take(pattern: RegExp): string | null {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text);
    if (found === null) return null;
    this.#at = sticky.lastIndex;
    return found[0];
  }

  demand(pattern: RegExp, what: string): string {
    const found = this.take(pattern);
    if (found === null)
      throw new Error(`PX: ${what} expected at ${JSON.stringify(this.#text.slice(this.#at, this.#at + 60))}`);
    return found;
  }
}

/** A text between quotation marks, on one line; it cannot hold a quotation mark. */
const quotedText = /"[^"\n]*"/;
const unquote = (text: string): string => text.slice(1, -1);

/** `"a","b"` with line breaks after commas; a text that goes on stands on the next line by itself. */
function readTexts(reader: Reader): string[] {
  const texts: string[] = [];
  do {
    let text = unquote(reader.demand(quotedText, 'a text'));
    while (reader.take(/\n(?=")/) !== null) text += unquote(reader.demand(quotedText, 'the rest of a text'));
    texts.push(text);
  } while (reader.take(/,\n?/) !== null);
  return texts;
}

function readData(reader: Reader): string[] {
  reader.demand(/\n/, 'a line break before the data');
  const cells: string[] = [];
  do cells.push(reader.demand(/-?\d+(\.\d+)?|"\.{1,6}"|"-"/, 'a cell'));
  while (reader.take(/ \n?/) !== null);
  return cells;
}

function readEntry(reader: Reader): PxEntry {
  const keyword = reader.demand(/[A-Z][A-Z0-9-]*/, 'a keyword');
  const language = reader.take(/\[[a-z]{2}\]/)?.slice(1, -1) ?? null;
  const subkeys: string[] = [];
  if (reader.take(/\(/) !== null) {
    do subkeys.push(unquote(reader.demand(quotedText, 'a subkey')));
    while (reader.take(/,/) !== null);
    reader.demand(/\)/, 'the end of the subkeys');
  }
  reader.demand(/=/, 'an equals sign');
  const bare = keyword === 'DATA' ? null : reader.take(/-?\d+|YES|NO/);
  const values = keyword === 'DATA' ? readData(reader) : bare === null ? readTexts(reader) : [bare];
  reader.demand(/;\n/, 'a semicolon and a line break');
  return { keyword, language, subkeys, values };
}

export function parsePx(text: string) {
  if (text.startsWith('\uFEFF')) throw new Error('PX: begins with a byte order mark');
  const long = text.split('\n').find((line) => !line.startsWith('DATA') && line.length > 2 * longestLine + 40);
  if (long !== undefined) throw new Error(`PX: too long a line: ${long.slice(0, 60)}`);
  const reader = new Reader(text);
  const entries: PxEntry[] = [];
  while (!reader.isDone) entries.push(readEntry(reader));
  const of = (keyword: string, language: string | null = null) =>
    entries.filter((entry) => entry.keyword === keyword && entry.language === language);
  const one = (keyword: string, language: string | null = null): string[] => {
    const [entry, ...others] = of(keyword, language).filter(({ subkeys }) => subkeys.length === 0);
    if (entry === undefined || others.length > 0) throw new Error(`PX: ${keyword} once expected`);
    return [...entry.values];
  };
  for (const keyword of mandatory) if (of(keyword).length === 0) throw new Error(`PX: ${keyword} is mandatory`);
  if (entries.at(-1)?.keyword !== 'DATA') throw new Error('PX: DATA is not last');
  if (entries[0]?.keyword !== 'CHARSET') throw new Error('PX: CHARSET is not first');
  if (one('CODEPAGE')[0] !== 'utf-8') throw new Error('PX: is not in UTF-8');
  const first = one('LANGUAGE')[0];
  const languages = one('LANGUAGES');
  if (first === undefined || languages[0] !== first) throw new Error('PX: LANGUAGES do not begin with LANGUAGE');
  if ((one('MATRIX')[0] ?? '').length > 8) throw new Error('PX: too long a name of the matrix');

  const variablesIn = (language: string): PxVariable[] => {
    const mark = language === first ? null : language;
    for (const keyword of inEachLanguage) one(keyword, mark);
    return [...one('STUB', mark), ...one('HEADING', mark)].map((name) => {
      const listOf = (keyword: string) =>
        of(keyword, mark).find(({ subkeys }) => subkeys.length === 1 && subkeys[0] === name)?.values ?? [];
      const [values, codes] = [listOf('VALUES'), listOf('CODES')];
      if (values.length === 0 || values.length !== codes.length) throw new Error(`PX: values and codes of ${name}`);
      if (new Set(values).size !== values.length || new Set(codes).size !== codes.length)
        throw new Error(`PX: two values of ${name} are alike`);
      return { name, codes, values };
    });
  };
  const byLanguage = new Map(languages.map((language) => [language, variablesIn(language)]));
  const variables = byLanguage.get(first) ?? [];
  const data = one('DATA').map((cell) => (cell.startsWith('"') ? unquote(cell) : cell));
  const size = variables.reduce((product, { codes }) => product * codes.length, 1);
  if (data.length !== size) throw new Error(`PX: ${data.length} cells for a table of ${size}`);
  return { entries, of, one, languages, byLanguage, variables, data };
}
