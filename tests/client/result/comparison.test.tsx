import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Comparison } from '#client/src/features/result/comparison.tsx';
import { ComparisonLead } from '#client/src/features/result/comparison-lead.tsx';
import type { OwnComparison } from '#shared/contracts/own-comparison.ts';
import { answersOf } from '../../support/small-instrument.ts';
import { resultOf, showWithResult } from './result-fixture.tsx';

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

test('begins with the finest group whose middle half is shown, and says which are not', () => {
  showWithResult(<Comparison comparison={published()} />);

  expect(screen.getByLabelText<HTMLSelectElement>('Jämför med').value).toBe('county');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Län: Dalarna, Bransch: Stål (visas inte)',
    'Län: Dalarna',
    'Alla företag som har svarat',
  ]);
});

test('sums up where the firm lies, when it was published and how many stand behind it', async () => {
  const { container } = showWithResult(<Comparison comparison={published()} />);
  expect(container.textContent).toContain('Ni ligger över gruppens mittersta halva i 1 område: Område D2.');
  expect(container.textContent).toContain('I 1 område är den mittersta halvan inte publicerad, bara medelnivån.');
  expect(container.textContent).toContain(
    'Publicerat den 20 augusti 2026. Ungefär 15 till 45 företag som har svarat ligger bakom varje område.',
  );

  await userEvent.selectOptions(screen.getByLabelText('Jämför med'), 'all');
  expect(container.textContent).toContain('Ni ligger inom den mittersta halvan i 1 område: Område PM1.');
  expect(container.textContent).toContain('I 1 område saknas för många svar för att säga det.');
  expect(container.textContent).toContain('Ungefär 120 företag som har svarat ligger bakom varje område.');
});

test('folds what lies within the middle half, and what cannot be told', async () => {
  showWithResult(<Comparison comparison={published()} />);
  await userEvent.selectOptions(screen.getByLabelText('Jämför med'), 'all');

  const foldOf = (name: string) => screen.getByText(name).closest('details');
  expect(foldOf('1 område inom den mittersta halvan')?.open).toBe(false);
  expect(foldOf('1 område inom den mittersta halvan')?.textContent).toContain('Område PM1');
  expect(foldOf('1 område där det inte går att säga')?.textContent).toContain('Område D9');
  expect(screen.getByRole('figure', { name: 'Område D2' }).closest('details')).toBeNull();
});

test('what differs most comes first, and at most three are named', () => {
  const codes = ['D2', 'D9', 'PM1', 'X1'];
  const peers = codes.map((measure, at) => ({
    measure,
    release: 3,
    firms: 40,
    mean: 0.5,
    lowQuartile: 3.7 + at / 10,
    median: 3.9,
    highQuartile: 4,
  }));
  const comparison = published({ groups: [{ key: 'all', values: [], peers }] });
  const result = resultOf(
    {},
    answersOf({ 'D2.1': 3, 'D2.2': 3, 'D9.1': 1, 'D9.2': 1, 'D9.3': 1, 'PM1.1': 2, 'PM1.2': 2, 'X1.1': 0, 'X1.2': 0 }),
  );
  const { container } = showWithResult(<Comparison comparison={comparison} />, result);

  expect(container.textContent).toContain(
    'Ni ligger under den mittersta halvan i 4 områden: bland annat Område X1, Område D9 och Område PM1.',
  );
  expect(figures()).toEqual(['Område X1', 'Område D9', 'Område PM1', 'Område D2']);
});

test('where no quartile is published nothing is said of a middle half, and all is open', () => {
  const [, county] = published().groups;
  if (county === undefined) throw new Error('a county');
  const peers = county.peers.map((each) => ({ ...each, ...none }));
  const { container } = showWithResult(<Comparison comparison={published({ groups: [{ ...county, peers }] })} />);

  expect(container.textContent).toContain('I 2 områden är den mittersta halvan inte publicerad, bara medelnivån.');
  expect(container.textContent).not.toContain('Ni ligger');
  expect(screen.getByText('2 områden där det inte går att säga').closest('details')?.open).toBe(true);
});

test('the group is as the address says; what it says of others is ignored', () => {
  showWithResult(<Comparison comparison={published()} />, undefined, [], '/resultat?compare=all');
  expect(screen.getByLabelText<HTMLSelectElement>('Jämför med').value).toBe('all');
  cleanup();
  showWithResult(<Comparison comparison={published()} />, undefined, [], '/resultat?compare=size');
  expect(screen.getByLabelText<HTMLSelectElement>('Jämför med').value).toBe('county');
});

test('one sentence leads to the comparison, with the group that is looked at', () => {
  const { container } = showWithResult(
    <ComparisonLead comparison={published()} />,
    undefined,
    [],
    '/resultat?compare=all',
  );
  expect(container.textContent).toContain(
    'Jämfört med andra (Alla företag som har svarat) ligger ni där den mittersta halvan av företagen ligger i 1 område, högre i 1 och lägre i inget. I 1 område går det inte att säga. 2 områden har ingen jämförelse.',
  );
  expect(screen.getByRole('link').getAttribute('href')).toBe('/resultat?compare=all#comparison');
});

test('where there is nothing to compare with nothing leads there', () => {
  const { container } = showWithResult(<ComparisonLead comparison={null} />);
  expect(container.textContent).toBe('');
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
  expect(screen.getByText(/^Visas inte för den här gruppen: Område D9\./)).toBeDefined();

  await userEvent.selectOptions(screen.getByLabelText('Jämför med'), 'county-branch');

  expect(screen.getByText('Inget kan visas om gruppen')).toBeDefined();
  expect(screen.queryAllByRole('figure')).toEqual([]);
});

// D9 is hidden, PM1 is told of by no release, in X1 and X2 the firm has no level.
test('names every area that has no comparison, with why', () => {
  const measures = published().measures.filter(({ code }) => code !== 'PM1');
  const groups = published().groups.map((group) => ({
    ...group,
    peers: group.peers.filter(({ measure }) => measure !== 'PM1'),
  }));
  const { container } = showWithResult(<Comparison comparison={published({ measures, groups })} />);

  expect(container.textContent).toContain('4 av 5 områden har ingen jämförelse:');
  expect(screen.getByText(/^Visas inte för den här gruppen: Område D9\./)).toBeDefined();
  expect(screen.getByText('Regionerna har inte publicerat några siffror om: Ledning.')).toBeDefined();
  expect(screen.getByText('Ni har ingen nivå själva i: Område X1 och Jämställdhet.')).toBeDefined();
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
      'Mittersta halvan, från',
      'Företaget i mitten',
      'Mittersta halvan, till',
      'Företag som har svarat, ungefär',
    ],
    ['Område D2', '3,5', '1,7', '1,1', '1,8', '2,6', '120'],
    ['Område D9', '0,3–1,7', '1,7', '1,1', '1,8', '2,6', '120'],
    ['Område PM1', '1,5', '1,7', '1,1', '1,8', '2,6', '120'],
    ['Område X1', '–', '–', '–', '–', '–', '–'],
    ['Jämställdhet', '–', '–', '–', '–', '–', '–'],
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
