import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { messages as swedish } from '#client/src/features/packages/locales/sv.po';
import { PackagePage } from '#client/src/features/packages/package-page.tsx';
import { PackagesPage } from '#client/src/features/packages/packages-page.tsx';
import { type PackageDocument, packageDocumentSchema } from '#shared/contracts/packages.ts';
import { show } from '../ui/show.tsx';

const both = (sv: string) => ({ sv, en: `${sv} (en)` });

function packageOf(code: string, name: string, changes: object = {}): PackageDocument {
  return packageDocumentSchema.parse({
    code,
    isProposal: true,
    stance: 'receive',
    name: both(name),
    summary: both(`${name}, kort.`),
    content: both('Ni träffas i verkstaden.'),
    effort: both('Tre halvdagar.'),
    greenStatement: both('Mindre spill.'),
    providers: [{ code: 'cluster', name: both('Klustret'), about: both('Ett kluster.'), isNamedInStrategy: false }],
    dimensions: [{ code: 'PM1', bands: [], name: both('Ledning') }],
    steps: [{ code: 'P3.1', name: both('Från analog till digital') }],
    format: 'group',
    groupSize: { minimum: 4, maximum: 8 },
    delivery: [],
    durationWeeks: 12,
    counties: ['17', '20'],
    branches: [],
    sizeClasses: ['10-49', '250-plus'],
    ...changes,
  });
}

const flow = packageOf('flow', 'Ordning i flödet');
const security = packageOf('security', 'Säkerhet', { dimensions: [{ code: 'D9', bands: [], name: both('Skydd') }] });
const openList = () =>
  show(<PackagesPage packages={[flow, security]} hrefs={{ package: (code) => `/paket/${code}` }} />);
const names = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

beforeEach(() => i18n.load('sv', swedish));

test('lists every package as a proposal that binds no county', () => {
  openList();

  expect(names()).toEqual(['Ordning i flödet', 'Säkerhet']);
  expect(screen.getByText(/Alla paket är förslag som väntar på regionernas bekräftelse\./)).toBeTruthy();
  expect(screen.getByText(/Ni kan vara med var i de tre länen ni än finns\./)).toBeTruthy();
  expect(screen.queryByRole('combobox', { name: /län/i })).toBeNull();
});

test('shows the packages of one area, and says how many', async () => {
  openList();

  await userEvent.selectOptions(screen.getByLabelText('Område'), 'Skydd');

  expect(names()).toEqual(['Säkerhet']);
  expect(screen.getByRole('status').textContent).toBe('1 paket');
  expect(screen.getByRole('link', { name: 'Säkerhet' }).getAttribute('href')).toBe('/paket/security');
});

test('tells everything known of a package, the counties as a fact among others', () => {
  show(<PackagePage shown={flow} href="/paket" />);

  const detailOf = (term: string) => screen.getByText(term).nextElementSibling?.textContent;
  expect(screen.getByText('Förslag, väntar på regionernas bekräftelse')).toBeTruthy();
  expect(screen.getByText('Ni träffas i verkstaden.')).toBeTruthy();
  expect(detailOf('Vad det kräver')).toBe('Tre halvdagar.');
  expect(detailOf('Form')).toBe('Grupp med 4–8 företag. Ungefär 12 veckor.');
  expect(detailOf('För företag med')).toBe('10–49, 250 eller fler anställda');
  expect(detailOf('Hålls i')).toBe('Värmland, Dalarna');
  expect(detailOf('Steg i strategin')).toBe('P3.1 Från analog till digital');
});

test('does not call a package that the regions confirmed a proposal', () => {
  show(<PackagePage shown={{ ...flow, isProposal: false }} href="/paket" />);

  expect(screen.queryByText('Förslag, väntar på regionernas bekräftelse')).toBeNull();
});

test('says who could give it, and whether the strategy names them', () => {
  show(<PackagePage shown={flow} href="/paket" />);

  const giver = within(screen.getByRole('list')).getByRole('listitem');
  expect(giver.textContent).toBe('Klustret. Ett kluster. En typ av aktör, inte tillfrågad än.');
});
