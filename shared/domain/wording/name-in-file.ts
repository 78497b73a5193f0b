/** What is no letter with a mark above or below it, and so does not come apart by itself. */
const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  đ: 'd',
  ł: 'l',
};
const most = 40;

const asWord = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[æøœßðþđł]/g, (letter) => spelled[letter] ?? '')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, most + 1)
    .replace(/^-/, '')
    .slice(0, most)
    .replace(/-$/, '');

/**
 * A name as part of the name of a file: small letters of ASCII, digits and single hyphens, at most 40. What anybody has
 * written comes in, so nothing of it is taken as it is. Of a name without such letters, and of none, it is `instead`.
 */
export function nameInFile(name: string | null, instead: string): string {
  const word = name === null ? '' : asWord(name);
  return word === '' ? asWord(instead) : word;
}

export type FileOfResult = {
  /** What it is, in the language of the file. */
  readonly what: string;
  readonly firmName: string | null;
  readonly receiptNumber: string;
  /** When it was submitted, as YYYY-MM-DD. */
  readonly day: string;
  readonly ending: string;
};

/** Tells the file of one firm and day from that of another. */
export const nameOfFile = ({ what, firmName, receiptNumber, day, ending }: FileOfResult): string =>
  `${what}-${nameInFile(firmName, receiptNumber)}-${day}.${ending}`;
