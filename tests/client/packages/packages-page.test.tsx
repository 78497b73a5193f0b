import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { messages as english } from '#client/src/features/packages/locales/en.po';
import { messages as swedish } from '#client/src/features/packages/locales/sv.po';
import { PackagePage } from '#client/src/features/packages/package-page.tsx';
import { PackagesPage } from '#client/src/features/packages/packages-page.tsx';
import { type PackageDocument, packageDocumentSchema } from '#shared/contracts/packages.ts';
import type { Language } from '#shared/domain/language.ts';
import { show } from '../ui/show.tsx';

const both = (sv: string) => ({ sv, en: `${sv} (en)` });

function packageOf(code: string, name: string, changes: object = {}): PackageDocument {
  return packageDocumentSchema.parse({
    code,
    isProposal: true,
    stance: 'receive',
    name: both(name),
    summary: both(`${name}, kort.`),
    forWhom: both(`Verkstäder som saknar ${name.toLowerCase()}.`),
    content: both('Ni träffas i verkstaden.'),
    effort: both('Tre halvdagar.'),
    greenStatement: both('Mindre spill.'),
    providers: [{ code: 'cluster', name: both('Klustret'), about: both('Ett kluster.'), isNamedInStrategy: false }],
    dimensions: [{ code: 'PM1', bands: [], name: both('Ledning') }],
    steps: [{ code: 'P3.1', name: both('Från analog till digital') }],
    supportForms: ['S1'],
    format: 'group',
    groupSize: { minimum: 4, maximum: 8 },
    delivery: [],
    durationWeeks: 12,
    counties: ['17', '20'],
    funding: ['not-decided'],
    branches: [],
    sizeClasses: ['10-49', '250-plus'],
    ...changes,
  });
}

const flow = packageOf('flow', 'Ordning i flödet');
const security = packageOf('security', 'Säkerhet', {
  dimensions: [{ code: 'D9', bands: [], name: both('Skydd') }],
  counties: ['17', '21'],
});

function Address() {
  return <p data-testid="address">{useLocation().search}</p>;
}

const openList = (address = '/packages', language: Language = 'sv') =>
  show(
    <>
      <PackagesPage packages={[flow, security]} hrefs={{ package: (code) => `/paket/${code}` }} />
      <Address />
    </>,
    language,
    address,
  );
const addressBar = () => screen.getByTestId('address').textContent;
const names = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

beforeEach(() => i18n.load({ sv: swedish, en: english }));

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
  expect(addressBar()).toBe('?area=D9');
});

test('counts one package and several in English', async () => {
  openList('/packages', 'en');
  expect(screen.getByRole('status').textContent).toBe('2 packages');

  await userEvent.selectOptions(screen.getByLabelText('Area'), 'Skydd (en)');

  expect(screen.getByRole('status').textContent).toBe('1 package');
});

test('shows the packages held in one county, beside the area that is chosen already', async () => {
  openList('/packages?area=D9');

  await userEvent.selectOptions(screen.getByLabelText('Hålls i'), 'Gävleborg');

  expect(names()).toEqual(['Säkerhet']);
  expect(addressBar()).toBe('?area=D9&county=21');
});

test('takes a choice back when all are chosen again', async () => {
  openList('/packages?area=D9&county=17');
  expect(screen.getByRole('option', { name: 'Alla län' })).toBeTruthy();

  await userEvent.selectOptions(screen.getByLabelText('Område'), 'Alla områden');

  expect(names()).toEqual(['Ordning i flödet', 'Säkerhet']);
  expect(addressBar()).toBe('?county=17');
});

test('says when no package is left, and shows all again', async () => {
  openList('/packages?area=D9&county=20');

  expect(screen.getByRole('status').textContent).toBe('0 paket');
  expect(screen.getByText('Inget paket för det valet')).toBeTruthy();
  expect(screen.getByText('Ett paket som hålls i ett annat län är också öppet för er.')).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Visa alla' }));

  expect(names()).toEqual(['Ordning i flödet', 'Säkerhet']);
  expect(addressBar()).toBe('');
});

test('ignores an area and a county in the address that do not exist', () => {
  openList('/packages?area=Z9&county=99');

  expect(names()).toEqual(['Ordning i flödet', 'Säkerhet']);
});

test('says in the list for whom each package is, its form, place, money and steps, and that it is a proposal', () => {
  openList('/packages?area=PM1');

  const card = within(screen.getByRole('listitem'));
  const detailOf = (term: string) => card.getByText(term).nextElementSibling?.textContent;
  expect(card.getByText('Förslag')).toBeTruthy();
  expect(detailOf('För vem')).toBe('Verkstäder som saknar ordning i flödet.');
  expect(detailOf('Form')).toBe('Grupp med 4–8 företag. Ungefär 12 veckor.');
  expect(detailOf('Hålls i')).toBe('Värmland, Dalarna');
  expect(detailOf('Finansiering')).toBe('Inte bestämd');
  expect(detailOf('Steg i strategin')).toBe('P3.1 Från analog till digital');
});

test('tells everything known of a package, the counties as a fact among others', () => {
  show(<PackagePage shown={flow} href="/paket" editions={null} />);

  const detailOf = (term: string) => screen.getByText(term).nextElementSibling?.textContent;
  expect(screen.getByText('Förslag, väntar på regionernas bekräftelse')).toBeTruthy();
  expect(screen.getByText('Ni träffas i verkstaden.')).toBeTruthy();
  expect(detailOf('För vem')).toBe('Verkstäder som saknar ordning i flödet.');
  expect(detailOf('Finansiering')).toBe('Inte bestämd');
  expect(screen.queryByText('Villkor')).toBeNull();
  expect(detailOf('Vad det kräver')).toBe('Tre halvdagar.');
  expect(detailOf('Form')).toBe('Grupp med 4–8 företag. Ungefär 12 veckor.');
  expect(detailOf('För företag med')).toBe('10–49, 250 eller fler anställda');
  expect(detailOf('Hålls i')).toBe('Värmland, Dalarna');
  expect(detailOf('Steg i strategin')).toBe('P3.1 Från analog till digital');
});

test('does not call a package that the regions confirmed a proposal', () => {
  show(<PackagePage shown={{ ...flow, isProposal: false }} href="/paket" editions={null} />);

  expect(screen.queryByText('Förslag, väntar på regionernas bekräftelse')).toBeNull();
});

test('tells what must hold for the firm, and where the money may come from', () => {
  const condition = both('För företag med ett steg kvar till nya marknader.');
  show(<PackagePage shown={{ ...flow, condition, funding: ['esf', 'regional'] }} href="/paket" editions={null} />);

  const detailOf = (term: string) => screen.getByText(term).nextElementSibling?.textContent;
  expect(detailOf('Villkor')).toBe('För företag med ett steg kvar till nya marknader.');
  expect(detailOf('Finansiering')).toBe('Europeiska socialfonden, regionala utvecklingsmedel');
});

test('shows a package from before it said for whom it is', () => {
  const { forWhom: _whom, ...earlier } = flow;
  show(<PackagePage shown={earlier} href="/paket" editions={null} />);

  expect(screen.getByRole('heading', { name: 'Ordning i flödet' })).toBeTruthy();
  expect(screen.queryByText('För vem')).toBeNull();
});

test('says who could give it, and whether the strategy names them', () => {
  show(<PackagePage shown={flow} href="/paket" editions={null} />);

  const giver = within(screen.getByRole('list')).getByRole('listitem');
  expect(giver.textContent).toBe(
    'Klustret. Ett kluster. Namnges inte i den regionala strategin och är inte tillfrågad än.',
  );
});
