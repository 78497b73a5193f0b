import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Comparison } from '#client/src/features/result/comparison.tsx';
import type { OwnComparison } from '#shared/contracts/own-comparison.ts';
import { showWithResult } from './result-fixture.tsx';

type Published = NonNullable<OwnComparison>;
type Release = Published['releases'][number];
const both = (text: string) => ({ sv: text, en: text });
const quartiles = { lowQuartile: 1.1, median: 1.8, highQuartile: 2.6 };
const none = { lowQuartile: null, median: null, highQuartile: null };

const release: Release = {
  number: 3,
  name: both('Första halvåret'),
  organisationName: both('Region Dalarna'),
  from: '2026-01-01',
  until: '2026-07-01',
  isSimulated: false,
  population: 'sme',
  publishedAt: '2026-08-20T08:00:00.000Z',
  isCounted: true,
};

/** The pair of the firm is hidden; of its county D9 is; X1 the firm has no level in. */
const published = (changes: Partial<Published> = {}): Published => ({
  releases: [release],
  measures: ['D2', 'D9', 'PM1', 'X1'].map((code) => ({ code, name: both(`Område ${code}`) })),
  groups: [
    {
      key: 'county=20&branch=steel-and-metals',
      values: [
        { attribute: both('Län'), value: both('Dalarna') },
        { attribute: both('Bransch'), value: both('Stål') },
      ],
      peers: [],
    },
    {
      key: 'county=20',
      values: [{ attribute: both('Län'), value: both('Dalarna') }],
      peers: [
        { measure: 'D2', release: 3, firms: 45, mean: 1.9, ...quartiles },
        { measure: 'PM1', release: 3, firms: 15, mean: 2.2, ...none, median: 1.8 },
      ],
    },
    {
      key: 'all',
      values: [],
      peers: ['D2', 'D9', 'PM1'].map((measure) => ({ measure, release: 3, firms: 120, mean: 1.7, ...quartiles })),
    },
  ],
  ...changes,
});

const figures = () => screen.getAllByRole('figure').map((figure) => figure.querySelector('h3')?.textContent);
const figure = (name: string) => screen.getByRole('figure', { name }).textContent;

test('begins with the finest group that is shown, and says which are not', () => {
  showWithResult(<Comparison comparison={published()} />);

  expect(screen.getByLabelText<HTMLSelectElement>('Jämför med').value).toBe('county=20');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Län: Dalarna, Bransch: Stål (visas inte)',
    'Län: Dalarna',
    'Alla företag som har svarat',
  ]);
});

test('lays the own level beside the others, with how many have answered', () => {
  showWithResult(<Comparison comparison={published()} />);

  expect(figures()).toEqual(['Område D2', 'Område PM1']);
  expect(figure('Område D2')).toContain('3,5 av 4');
  expect(figure('Område D2')).toContain('De andras medelnivå: 1,9 av 4 · ungefär 45 företag som har svarat');
  expect(figure('Område D2')).toContain('mellan 1,1 och 2,6');
});

test('where only the middle one is published, tells of no middle half', () => {
  showWithResult(<Comparison comparison={published()} />);

  expect(figure('Område PM1')).toContain('Det mittersta av de jämförbara företagen ligger på 1,8.');
  expect(figure('Område PM1')).not.toContain('Hälften');
});

test('says in words what is hidden', async () => {
  showWithResult(<Comparison comparison={published()} />);
  expect(screen.getByText(/^Visas inte för gruppen: Område D9\./)).toBeDefined();

  await userEvent.selectOptions(screen.getByLabelText('Jämför med'), 'county=20&branch=steel-and-metals');

  expect(screen.getByText('Inget kan visas om gruppen')).toBeDefined();
  expect(screen.queryAllByRole('figure')).toEqual([]);
});

test('another group can be chosen, and has the same as a table', async () => {
  showWithResult(<Comparison comparison={published()} />);

  await userEvent.selectOptions(screen.getByLabelText('Jämför med'), 'all');
  await userEvent.click(screen.getByText('Jämförelsen som tabell'));

  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    [
      'Område',
      'Ni',
      'De andras medelnivå',
      'Undre kvartil',
      'Median',
      'Övre kvartil',
      'Företag som har svarat, ungefär',
    ],
    ['Område D2', '3,5', '1,7', '1,1', '1,8', '2,6', '120'],
    ['Område D9', '0,3–1,7', '1,7', '1,1', '1,8', '2,6', '120'],
    ['Område PM1', '1,5', '1,7', '1,1', '1,8', '2,6', '120'],
  ]);
});

test('says whose figures they are, from when, and that the own answers are taken out', () => {
  const { container } = showWithResult(<Comparison comparison={published()} />);

  expect(container.textContent).toContain(
    'som Region Dalarna publicerade den 20 augusti 2026. Den räknar företag som svarade från 1 januari 2026 till 30 juni 2026',
  );
  expect(screen.getByRole('link', { name: 'publicering 3: Första halvåret' }).getAttribute('href')).toBe(
    '/publiceringar/3',
  );
  expect(screen.getByText(/^Era egna svar är med i publiceringen\./)).toBeDefined();
  expect(screen.queryByText('Simulerat')).toBeNull();
});

test('a firm that is not counted is told so, and simulated firms are called that', () => {
  const comparison = published({ releases: [{ ...release, isCounted: false, isSimulated: true }] });
  showWithResult(<Comparison comparison={comparison} />);

  expect(screen.getByText('Era egna svar är inte med i publiceringen.')).toBeDefined();
  expect(screen.getByText('Simulerat')).toBeDefined();
});

test('where areas come from two releases, says which come from which, and the same when all come from one', async () => {
  const newer = { ...release, number: 5, name: both('Andra halvåret'), isCounted: false };
  const { groups } = published();
  const [pair, county, all] = groups;
  if (pair === undefined || county === undefined || all === undefined) throw new Error('three groups');
  const peers = county.peers.map((each) => (each.measure === 'PM1' ? { ...each, release: 5 } : each));
  const comparison = published({ releases: [newer, release], groups: [pair, { ...county, peers }, all] });
  showWithResult(<Comparison comparison={comparison} />);

  const sources = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
  const [first, second] = sources.filter((text) => text.includes('publicering'));
  expect(first).toMatch(/^Område PM1\. .*publicering 5: Andra halvåret.*Era egna svar är inte med/);
  expect(second).toMatch(/^Område D2\. .*publicering 3: Första halvåret.*Era egna svar är med/);
  expect(
    screen.getByText('Varje område är hämtat från den nyaste publicering som visar det för gruppen.'),
  ).toBeDefined();

  await userEvent.selectOptions(screen.getByLabelText('Jämför med'), 'all');
  expect(screen.queryByRole('link', { name: 'publicering 5: Andra halvåret' })).toBeNull();
  expect(screen.getByRole('link', { name: 'publicering 3: Första halvåret' })).toBeDefined();
});

test('a comparison that could not be fetched leaves the rest of the result as it is', () => {
  showWithResult(<Comparison comparison={undefined} />);

  expect(screen.getByText('Jämförelsen gick inte att hämta just nu. Ladda om sidan om en stund.')).toBeDefined();
});
