import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ResultPage } from '#client/src/features/result/result-page.tsx';
import { SharedResult } from '#client/src/features/result/shared-result.tsx';
import { OwnTargets } from '#client/src/features/result/targets.tsx';
import type { ResultDocument } from '#shared/contracts/results.ts';
import { getTargets, saveTargets, type TargetsDocument } from '#shared/contracts/targets.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { isSameTargets } from '#shared/domain/scoring/targets.ts';
import { answer, answersOf, ladder } from '../../support/small-instrument.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { askedForm, resultOf, showWithResult } from './result-fixture.tsx';

const importanceOf = (dimension: string): Item => ({
  code: `${dimension}.importance`,
  textCode: 'importance',
  purpose: 'importance',
  kind: 'single-choice',
  weight: 1,
  allowsDontKnow: false,
  allowsNotApplicable: false,
  sizeNotes: [],
  choices: [0, 1, 2, 3, 4].map((points) => ({ code: `i${points}`, points })),
});
const form = askedForm([
  ...['D2.1', 'D2.2', 'D9.1', 'D9.2', 'PM1.1', 'PM1.2', 'X2.1'].map((code) => ladder(code)),
  ...['D2', 'D9', 'PM1'].map(importanceOf),
]);
const important = answer({ state: 'choice', choice: 'i4' });
/** D2 3.5, D9 0.5, PM1 1.5; X2 concerns nobody. By the proposal D9 is furthest below, and D2 has reached it. */
const result = resultOf(
  {},
  {
    ...answersOf({ 'D2.1': 3, 'D2.2': 4, 'D9.1': 1, 'D9.2': 0, 'PM1.1': 1, 'PM1.2': 2, 'X2.1': '-' }),
    'D2.importance': important,
    'D9.importance': important,
    'PM1.importance': important,
  },
  form.structure,
);

const untouched: TargetsDocument = { targets: [], revision: 0, canChange: true };
const stored = (targets: TargetsDocument['targets'], revision = 1): TargetsDocument => ({
  ...{ targets, revision, canChange: true },
});

type Server = {
  site: FakeEndpoints;
  standing: () => TargetsDocument;
  overtake: (by: TargetsDocument['targets']) => void;
};

/** A server that keeps what is set, as the real one does. */
function keeping(begin: TargetsDocument): Server {
  let kept = begin;
  const site = new FakeEndpoints([
    answering(getTargets, () => kept),
    answering(saveTargets, ({ body }) => {
      if (isSameTargets(kept.targets, body.targets)) return kept;
      if (body.revision !== kept.revision) throw new Refusal('changed-meanwhile');
      kept = stored(body.targets, kept.revision + 1);
      return kept;
    }),
  ]);
  return {
    site,
    standing: () => kept,
    overtake: (by) => {
      kept = stored(by, kept.revision + 1);
    },
  };
}

function open(loaded: TargetsDocument | null = untouched, shown: ResultDocument = result): Server {
  const server = keeping(loaded ?? untouched);
  showWithResult(
    <OwnTargets loaded={loaded}>
      <ResultPage comparison={null} />
    </OwnTargets>,
    shown,
    [],
    '/',
    form,
  );
  return server;
}

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing has the address #${id}`);
  return found;
};
const areas = () =>
  within(part('areas'))
    .getAllByRole('figure')
    .map((figure) => within(figure).getByRole('heading').textContent);
const said = (name: string) =>
  within(part('areas')).getByRole('figure', { name }).querySelector('figcaption')?.textContent;
const boxNamed = (name: string) =>
  [...(within(part('importance')).getByRole('heading', { name }).parentElement?.querySelectorAll('li') ?? [])].map(
    ({ textContent }) => textContent,
  );
const choose = (area: string, option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name: area }), option);
const chosen = (area: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: area }).value;
const save = () => userEvent.click(screen.getByRole('button', { name: 'Spara målen' }));

test('says that nothing is set and that the proposal holds, and leads from the rules to where it is set', () => {
  open();

  expect(part('areas').textContent).toContain('Flaggan är målet. Det är ett förslag: nivå 3');
  expect(within(part('areas')).getByRole('link', { name: 'Sätt egna mål' }).getAttribute('href')).toBe('/#targets');
  expect(screen.getByRole('link', { name: 'Era egna mål' })).toBeTruthy();
  expect(part('targets').textContent).toContain('Ni har inte satt några egna mål än.');
  // What concerns nobody has no target.
  expect(screen.getAllByRole('combobox').map(({ id }) => id)).toEqual(['field-D2', 'field-D9', 'field-PM1']);
});

test('a saved target changes flags, order, boxes and next steps, and is said to be the firm’s own', async () => {
  const { site } = open();
  expect(areas().slice(0, 2)).toEqual(['Säkerhet', 'Teknik']);
  expect([boxNamed('Börja här'), boxNamed('Behåll')]).toEqual([['Säkerhet', 'Ledning'], ['Teknik']]);
  await choose('Teknik', '4');
  await choose('Säkerhet', '1');
  await choose('Ledning', '1');
  await save();

  expect(await screen.findByText(/^Målen är sparade\./)).toBeTruthy();
  expect(site.sent(saveTargets)).toMatchObject([
    {
      body: {
        targets: [
          { dimension: 'D2', level: 4 },
          { dimension: 'D9', level: 1 },
          { dimension: 'PM1', level: 1 },
        ],
        revision: 0,
      },
    },
  ]);
  expect(areas().slice(0, 2)).toEqual(['Teknik', 'Säkerhet']);
  expect(said('Teknik')).toContain('0,5 under ert mål, 4');
  expect(said('Säkerhet')).toContain('0,5 under ert mål, 1');
  expect(said('Ledning')).toContain('Ert mål, 1, är nått');
  expect(within(part('areas')).getByText('ert mål 4').closest('[aria-hidden="true"]')).toBeTruthy();
  expect([boxNamed('Börja här'), boxNamed('Behåll')]).toEqual([['Teknik', 'Säkerhet'], ['Ledning']]);
  expect(part('steps').textContent).toContain('Ert mål, nivå 4');
  expect(part('areas').textContent).toContain('Ni har satt det själva, i alla områden.');
  expect(part('targets').textContent).toContain('Ni har satt egna mål i 3 av 3 områden.');
});

test('what is left as proposed is said to be, beside what is the firm’s own', () => {
  open(stored([{ dimension: 'PM1', level: 2 }]));

  expect(part('areas').textContent).toContain('Ni har satt det själva i 1 av 3 områden. I de andra är det ett förslag');
  expect(said('Ledning')).toContain('0,5 under ert mål, 2');
  expect(said('Säkerhet')).toContain('under det föreslagna målet, 3');
  expect(part('steps').textContent).toContain('Ert mål, nivå 2');
  expect(part('steps').textContent).toContain('Det föreslagna målet, nivå 3');
});

const low = stored(['D9', 'PM1', 'D2'].map((dimension) => ({ dimension, level: 1 as const })));
const allReached = resultOf(
  {},
  answersOf({ 'D9.1': 1, 'D9.2': 2, 'PM1.1': 1, 'PM1.2': 2, 'D2.1': 3, 'D2.2': 3 }),
  form.structure,
);

test('where every target is reached no step is made up, and the contents of the page lead there', () => {
  open(low, allReached);

  expect(part('steps').textContent).toContain('Allt ni har svarat på har nått målen');
  expect(part('steps').textContent).toContain('Höj dem där ni vill komma vidare.');
  expect(within(part('steps')).getByRole('link', { name: 'Ändra era mål' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Nästa steg' }).getAttribute('href')).toBe('/#steps');
});

test('whoever may not set targets is told that they are reached, and not to raise them', () => {
  open({ ...low, canChange: false }, allReached);

  expect(part('steps').textContent).toContain('Allt ni har svarat på har nått målen');
  expect(part('steps').textContent).not.toContain('Höj dem');
});

test('where nothing is rated nothing is said to have reached a target', () => {
  open(low, resultOf({}, answersOf({ 'D9.1': '?', 'PM1.1': '?', 'D2.1': '?' }), form.structure));

  expect(document.getElementById('steps')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Nästa steg' })).toBeNull();
});

test('keeps what the firm aims at in areas that this questionnaire does not have', async () => {
  const other = { dimension: 'D5', level: 4 as const };
  const { standing } = open(stored([other, { dimension: 'PM1', level: 2 }]));
  await choose('Ledning', '');
  await choose('Teknik', '2');
  await save();

  await screen.findByText(/^Målen är sparade\./);
  expect(standing().targets).toEqual([other, { dimension: 'D2', level: 2 }]);
});

test('of two tabs the later is told what the other saved, keeps its choices, and can save over it', async () => {
  const { overtake, standing } = open(stored([{ dimension: 'D9', level: 1 }]));
  await choose('Teknik', '4');
  overtake([
    { dimension: 'D2', level: 2 },
    { dimension: 'PM1', level: 1 },
  ]);
  await save();

  const told = await screen.findByRole('alert');
  expect(told.textContent).toContain('Inte sparat: målen har ändrats någon annanstans under tiden');
  expect(
    within(told)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Teknik: sparat är 2, ni har valt 4.']);
  // The page shows what stands; of the form only what was chosen here stays.
  expect(said('Teknik')).toContain('Ert mål, 2, är nått');
  expect([chosen('Teknik'), chosen('Säkerhet'), chosen('Ledning')]).toEqual(['4', '', '1']);
  await save();

  await screen.findByText(/^Målen är sparade\./);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(standing()).toMatchObject({
    revision: 3,
    targets: [
      { dimension: 'D2', level: 4 },
      { dimension: 'PM1', level: 1 },
    ],
  });
});

test('of two tabs the later can take what the other saved', async () => {
  const { overtake } = open();
  await choose('Teknik', '4');
  overtake([{ dimension: 'D2', level: 2 }]);
  await save();
  await userEvent.click(await screen.findByRole('button', { name: 'Ta det som är sparat' }));

  expect(chosen('Teknik')).toBe('2');
  expect(screen.queryByRole('alert')).toBeNull();
  // The button is gone; the focus is where it is said what it did.
  expect(document.activeElement?.getAttribute('role')).toBe('status');
  expect(document.activeElement?.textContent).toContain('Formuläret visar nu det som är sparat.');
});

test('of two tabs the later that chooses by hand what is saved is told of no difference any more', async () => {
  const { overtake } = open();
  await choose('Teknik', '4');
  overtake([{ dimension: 'D2', level: 2 }]);
  await save();
  await screen.findByRole('alert');
  await choose('Teknik', '2');

  expect(screen.queryByRole('alert')).toBeNull();
  await choose('Teknik', '1');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('to choose the proposal everywhere keeps the focus and is announced, until something else is chosen', async () => {
  open(stored([{ dimension: 'D2', level: 4 }]));
  const button = screen.getByRole('button', { name: 'Välj förslaget överallt' });
  const told = within(part('targets')).getByRole('status');
  expect(told.textContent).toBe('');
  await userEvent.click(button);

  expect(chosen('Teknik')).toBe('');
  expect(document.activeElement).toBe(button);
  expect(told.textContent).toContain('Förslaget är valt överallt. Det gäller när ni har sparat målen.');
  await choose('Ledning', '2');
  expect(told.textContent).toBe('');
});

test('of two tabs that chose the same here, beside something that is not shown, the later has nothing left to save', async () => {
  const { overtake, site } = open();
  await choose('Teknik', '4');
  overtake([
    { dimension: 'D5', level: 1 },
    { dimension: 'D2', level: 4 },
  ]);
  await save();

  expect(await screen.findByText(/^Målen är sparade\./)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(site.sent(saveTargets)).toHaveLength(1);
});

test('without a network nothing is lost, and the same is saved once there is one, also when only the reply was lost', async () => {
  const { site, overtake } = open();
  site.refused.set('saveTargets', 'no-reply');
  await choose('Teknik', '4');
  await save();

  expect((await screen.findByRole('alert')).textContent).toContain('Målen sparades inte. Det ni valde finns kvar här.');
  expect(chosen('Teknik')).toBe('4');
  expect(said('Teknik')).toContain('Det föreslagna målet, 3, är nått');
  // It had come to the server after all.
  overtake([{ dimension: 'D2', level: 4 }]);
  site.refused.clear();
  await save();

  await waitFor(() => expect(said('Teknik')).toContain('under ert mål, 4'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('whoever may not decide for the firm reads its targets and sets none', () => {
  open({ ...stored([{ dimension: 'D2', level: 4 }]), canChange: false });

  expect(said('Teknik')).toContain('under ert mål, 4');
  expect(document.getElementById('targets')).toBeNull();
  expect(screen.queryByRole('link', { name: /egna mål|Ändra era mål/ })).toBeNull();
});

test('says that it does not know whether targets are set when they could not be fetched', () => {
  open(null);

  expect(part('areas').textContent).toContain('Det gick inte att hämta om ni har satt egna mål. Här visas förslaget');
  expect(document.getElementById('targets')).toBeNull();
});

test('outside the firm nothing is known of its targets: the proposal holds', () => {
  const hrefs = { package: (code: string) => `/paket/${code}`, method: '/metod' };
  showWithResult(<SharedResult loaded={{ result, form }} hrefs={hrefs} />, result, [], '/', form);

  expect(part('areas').textContent).toContain('Det är ett förslag: nivå 3');
  expect(part('areas').textContent).toContain('visas bara för företaget');
  expect(screen.queryByRole('combobox')).toBeNull();
});
