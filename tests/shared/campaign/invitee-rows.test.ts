import { describe, expect, it } from 'vitest';
import {
  guessInviteeColumns,
  indexNames,
  readInvitee,
  readInvitees,
  setAsideKnown,
} from '#shared/domain/campaign/invitee-rows.ts';
import { inviteeTemplates } from '#shared/domain/campaign/invitee-template.ts';
import { languages } from '#shared/domain/language.ts';

const names = {
  municipalities: [
    { code: '1780', name: 'Karlstad' },
    { code: '2180', name: 'Gävle' },
    { code: '2080', name: 'Falun' },
  ],
  branches: [{ code: 'steel-and-metals', name: { sv: 'Stål och metall', en: 'Steel and metals' } }],
};
const columns = { firmName: 0, email: 1, organisationNumber: 2, municipality: 3, branch: 4, sizeClass: 5 };
const index = indexNames(names);
const row = (...rest: string[]) => ['Bruket AB', 'kim@bruket.example', '', ...rest];

describe('a row of a file of firms to invite', () => {
  it('has its columns by headings that are cut short or put together otherwise', () => {
    expect(guessInviteeColumns(['Firmanamn', 'Mejladress', 'Organisationsnr', 'Ort', 'Antal anst.'])).toMatchObject({
      ...{ firmName: 0, email: 1, organisationNumber: 2, municipality: 3, sizeClass: 4 },
    });
  });

  it('has its columns by their headings', () => {
    expect(
      guessInviteeColumns(['Företag', 'E-post', 'Org.nr', 'Kommun', 'Bransch', 'Antal anställda', 'Språk']),
    ).toEqual({
      firmName: 0,
      email: 1,
      organisationNumber: 2,
      municipality: 3,
      branch: 4,
      sizeClass: 5,
      language: 6,
    });
  });

  it.each([
    ['Gävle', 'Stål och metall', '37', { municipality: '2180', branch: 'steel-and-metals', sizeClass: '10-49' }],
    [
      'gävle kommun',
      'steel and metals',
      '10–49',
      { municipality: '2180', branch: 'steel-and-metals', sizeClass: '10-49' },
    ],
    ['2180', 'steel-and-metals', '250+', { municipality: '2180', branch: 'steel-and-metals', sizeClass: '250-plus' }],
    ['Karlstads kommun', '', '4', { municipality: '1780', branch: null, sizeClass: '1-4' }],
    ['', '', '250', { municipality: null, branch: null, sizeClass: '250-plus' }],
  ])('says where it is, what it does and how large it is: %s, %s, %s', (municipality, branch, size, read) => {
    expect(readInvitee(row(municipality, branch, size), columns, index)).toMatchObject({ invitee: read, doubts: [] });
  });

  it('says all that is wrong with it', () => {
    expect(readInvitee(['', 'kim', '19121212-1212', 'Stockholm', 'Bank', 'stor'], columns, index)).toEqual({
      faults: ['no-firm-name', 'faulty-address', expect.any(String)],
    });
  });

  it('is a firm to invite whatever it says of where it is, what it does and how large it is', () => {
    expect(readInvitee(row('Stockholm', 'Bank', 'stor'), columns, index)).toMatchObject({
      invitee: { firmName: 'Bruket AB', municipality: null, branch: null, sizeClass: null },
      doubts: ['unknown-municipality', 'unknown-branch', 'unknown-size'],
    });
    expect(readInvitee(row('Gävle', '', '0'), columns, index)).toMatchObject({
      invitee: { municipality: '2180', branch: null, sizeClass: null },
      doubts: ['unknown-size'],
    });
  });

  it.each(languages)('has its columns by the headings of the file to fill in, %s', (language) => {
    const { headings } = inviteeTemplates[language];
    expect(guessInviteeColumns(Object.values(headings))).toEqual(
      Object.fromEntries(Object.keys(headings).map((field, column) => [field, column])),
    );
  });
});

describe('rows of a file', () => {
  const file = [
    ['Bruket AB', 'kim@bruket.example', '556036-0793'],
    ['', '', ''],
    ['Bruket igen', 'KIM@bruket.example', ''],
    ['Bruket två', 'eva@bruket.example', '5560360793'],
    ['Sågen', 'eva@sagen.example', ''],
    ['Ån', 'an@an.example', ''],
    ['Nej', 'nej@nej.example', ''],
  ];
  const sorted = readInvitees(file, columns, names);

  it('count an address and a number once, as a spreadsheet counts', () => {
    expect(sorted.good.map(({ row: at }) => at)).toEqual([2, 6, 7, 8]);
    expect(sorted.faulty).toEqual([
      { row: 4, faults: ['twice-in-file'] },
      { row: 5, faults: ['number-twice-in-file'] },
    ]);
  });

  it('are set aside when they are in the call already, or have said no', () => {
    const known = {
      emails: new Set(['eva@sagen.example']),
      numbers: new Set(['5560360793']),
      optedOut: new Set(['nej@nej.example']),
      ownStaff: new Set<string>(),
      invitedOften: new Set<string>(),
    };
    const { good, faulty } = setAsideKnown(sorted, known);
    expect(good.map(({ row: at }) => at)).toEqual([7]);
    expect(faulty).toEqual([
      { row: 2, faults: ['number-in-campaign'] },
      { row: 4, faults: ['twice-in-file'] },
      { row: 5, faults: ['number-twice-in-file'] },
      { row: 6, faults: ['in-campaign'] },
      { row: 8, faults: ['opted-out'] },
    ]);
  });

  it('are set aside when they are of the organiser itself, or have been invited as often as they may', () => {
    const none = new Set<string>();
    const known = { emails: none, numbers: none, optedOut: none, ownStaff: none, invitedOften: none };
    const faultsWith = (changes: Partial<typeof known>) =>
      setAsideKnown(sorted, { ...known, ...changes }).faulty.filter(({ row: at }) => at === 6 || at === 8);
    expect(faultsWith({ ownStaff: new Set(['eva@sagen.example']) })).toEqual([{ row: 6, faults: ['own-staff'] }]);
    expect(faultsWith({ invitedOften: new Set(['nej@nej.example']) })).toEqual([{ row: 8, faults: ['invited-often'] }]);
  });
});
