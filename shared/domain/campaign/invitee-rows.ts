import { type Branch, branches, type SizeClass, sizeClasses } from '../firm/firm-profile.ts';
import type { LocalisedText } from '../language.ts';
import {
  type Contact,
  type ContactColumns,
  type ContactFault,
  contactFields,
  guessColumns,
  readContact,
} from '../outreach/contact-rows.ts';
import { firstRow, guessByWords, readRows } from '../outreach/table-rows.ts';

/** What a file may say of a firm besides how it is reached: by what the response rate is divided. */
export const placingFields = ['municipality', 'branch', 'sizeClass'] as const;
export const inviteeFields = [...contactFields, ...placingFields] as const;
export type InviteeField = (typeof inviteeFields)[number];
export type InviteeColumns = Readonly<Partial<Record<InviteeField, number>>>;

export type Invitee = Contact & {
  readonly municipality: string | null;
  readonly branch: Branch | null;
  readonly sizeClass: SizeClass | null;
};

/** What of a row is not understood, and stays unknown: only response rates are divided by it. */
export const placingDoubts = ['unknown-municipality', 'unknown-branch', 'unknown-size'] as const;
export type PlacingDoubt = (typeof placingDoubts)[number];

/** Names by which files call municipalities and branches. */
export type Names = {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly branches: readonly { readonly code: string; readonly name: LocalisedText }[];
};

const headingWords: Readonly<Record<(typeof placingFields)[number], readonly string[]>> = {
  municipality: ['kommun', 'kommunkod', 'kommunnamn', 'municipality', 'municipalitycode', 'ort'],
  branch: ['bransch', 'branch', 'industry', 'näringsgren', 'sector'],
  sizeClass: [
    'storlek',
    'storleksklass',
    'anställda',
    'antalanställda',
    'antalanst',
    'size',
    'sizeclass',
    'employees',
    'headcount',
  ],
};

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-zåäö0-9]/g, '');

/** Which column is which, by its heading; no column twice. */
export function guessInviteeColumns(headings: readonly string[]): InviteeColumns {
  const contact = guessColumns(headings);
  return { ...contact, ...guessByWords(headings.map(bare), headingWords, placingFields, Object.values(contact)) };
}

/** Largest number of employees of each class, in the order of the classes. */
const largest: readonly number[] = [4, 9, 49, 249, Number.POSITIVE_INFINITY];

/** A class by its code, however the dash is written, or the number of employees that falls into it. */
function sizeOf(text: string): SizeClass | undefined {
  const plain = text.replaceAll(/[–—]/g, '-').replaceAll(/\s/g, '').toLowerCase();
  if (/^[0-9]{1,6}$/.test(plain) && Number(plain) > 0) {
    return sizeClasses[largest.findIndex((most) => Number(plain) <= most)];
  }
  const words = plain.replace(/anställda|employees/, '').replace(/^(≥|>=)?250(\+|-|-plus)$/, '250-plus');
  return sizeClasses.find((code) => code === words);
}

/** Names of places and branches as they are looked up, made once for a whole file. */
export function indexNames(names: Names): {
  readonly municipality: ReadonlyMap<string, string>;
  readonly branch: ReadonlyMap<string, Branch>;
} {
  const municipality = new Map<string, string>();
  for (const { code, name } of names.municipalities) {
    for (const each of [code, name, `${name} kommun`, `${name}s kommun`]) municipality.set(bare(each), code);
  }
  const branch = new Map<string, Branch>();
  for (const code of branches) {
    const name = names.branches.find((each) => each.code === code)?.name;
    for (const each of [code, name?.sv ?? code, name?.en ?? code]) branch.set(bare(each), code);
  }
  return { municipality, branch };
}

/** Reads one row; all that is wrong with it, or the firm to invite with what of it is not understood. */
export function readInvitee(
  cells: readonly string[],
  columns: InviteeColumns,
  index: ReturnType<typeof indexNames>,
):
  | { readonly invitee: Invitee; readonly doubts: readonly PlacingDoubt[] }
  | { readonly faults: readonly ContactFault[] } {
  const textOf = (field: (typeof placingFields)[number]): string => {
    const column = columns[field];
    return column === undefined ? '' : (cells[column] ?? '').replaceAll('\u0000', '').trim();
  };
  const own: ContactColumns = columns;
  const read = readContact(cells, own);
  if ('faults' in read) return read;
  const said = { municipality: textOf('municipality'), branch: textOf('branch'), sizeClass: textOf('sizeClass') };
  const municipality = said.municipality === '' ? null : index.municipality.get(bare(said.municipality));
  const branch = said.branch === '' ? null : index.branch.get(bare(said.branch));
  const sizeClass = said.sizeClass === '' ? null : sizeOf(said.sizeClass);
  const doubts: PlacingDoubt[] = [];
  if (municipality === undefined) doubts.push('unknown-municipality');
  if (branch === undefined) doubts.push('unknown-branch');
  if (sizeClass === undefined) doubts.push('unknown-size');
  const placing = { municipality: municipality ?? null, branch: branch ?? null, sizeClass: sizeClass ?? null };
  return { invitee: { ...read.contact, ...placing }, doubts };
}

/** A row as it stands in the file, by its number there. */
export const cellsOf = (rows: readonly (readonly string[])[], row: number): readonly string[] =>
  rows[row - firstRow] ?? [];

export type RowFault =
  | ContactFault
  | 'twice-in-file'
  | 'number-twice-in-file'
  | 'in-campaign'
  | 'number-in-campaign'
  | 'opted-out'
  | 'own-staff'
  | 'invited-often';

/** What the call and the organisation know already of those in the file. */
export type Known = {
  readonly emails: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly optedOut: ReadonlySet<string>;
  /** Who works for the organiser: an invitation is the firm's alone. */
  readonly ownStaff: ReadonlySet<string>;
  /** Has had as many invitations of the organiser as an address gets in so many days. */
  readonly invitedOften: ReadonlySet<string>;
};

/** In which column stands what a row is faulted for, or what is not understood. A person's number is not said again. */
export const fieldAtFault: Readonly<Partial<Record<RowFault | PlacingDoubt, InviteeField>>> = {
  'faulty-address': 'email',
  'faulty-number': 'organisationNumber',
  'faulty-language': 'language',
  'unknown-municipality': 'municipality',
  'unknown-branch': 'branch',
  'unknown-size': 'sizeClass',
  'twice-in-file': 'email',
  'number-twice-in-file': 'organisationNumber',
  'in-campaign': 'email',
  'number-in-campaign': 'organisationNumber',
  'opted-out': 'email',
  'own-staff': 'email',
  'invited-often': 'email',
};

export type SortedRows = {
  readonly good: readonly {
    readonly row: number;
    readonly invitee: Invitee;
    readonly doubts: readonly PlacingDoubt[];
  }[];
  readonly faulty: readonly { readonly row: number; readonly faults: readonly RowFault[] }[];
};

/** Reads every row that is not empty. Of two with the same address or number the first counts. */
export function readInvitees(rows: readonly (readonly string[])[], columns: InviteeColumns, names: Names): SortedRows {
  const index = indexNames(names);
  const { good, faulty } = readRows<{ invitee: Invitee; doubts: readonly PlacingDoubt[] }, RowFault>(
    rows,
    (cells) => {
      const read = readInvitee(cells, columns, index);
      return 'faults' in read ? read : { value: read };
    },
    ({ invitee: { email, organisationNumber } }) => [
      { key: email, twice: 'twice-in-file' },
      { key: organisationNumber, twice: 'number-twice-in-file' },
    ],
  );
  return { good: good.map(({ row, value }) => ({ row, ...value })), faulty };
}

/** Sets aside what is in the call already, and who is not to be invited to it. */
export function setAsideKnown({ good, faulty }: SortedRows, known: Known): SortedRows {
  const kept: SortedRows['good'][number][] = [];
  const aside: SortedRows['faulty'][number][] = [];
  for (const each of good) {
    const { email, organisationNumber } = each.invitee;
    const faults: RowFault[] = [];
    if (known.optedOut.has(email)) faults.push('opted-out');
    if (known.ownStaff.has(email)) faults.push('own-staff');
    if (known.invitedOften.has(email)) faults.push('invited-often');
    if (known.emails.has(email)) faults.push('in-campaign');
    if (organisationNumber !== null && known.numbers.has(organisationNumber)) faults.push('number-in-campaign');
    if (faults.length === 0) kept.push(each);
    else aside.push({ row: each.row, faults });
  }
  return { good: kept, faulty: [...faulty, ...aside].toSorted((one, other) => one.row - other.row) };
}
