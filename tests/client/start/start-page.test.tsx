import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fetched, fillIn, openMore, openStart, send, sentBody } from './open-start.tsx';

test('groups the municipalities by county, in the order of the alphabet', () => {
  openStart();

  const varmland = screen.getByRole('group', { name: 'Värmland' });

  expect(
    within(varmland)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Arvika', 'Karlstad']);
  expect(screen.getByRole('option', { name: 'Utanför de tre länen' })).toBeDefined();
});

test('sends what everybody is asked, and nothing that was not said', async () => {
  openStart();
  await fillIn();

  await send();

  expect(await sentBody()).toEqual({
    formCode: 'snabbkoll',
    language: 'sv',
    profile: {
      municipality: '2184',
      branch: 'metal-products-and-machinery',
      sizeClass: '10-49',
      chainRole: 'subcontractor',
    },
  });
});

test('sends the rest when it is said, with numbers read the Swedish way', async () => {
  openStart();
  await fillIn();
  await openMore();
  await userEvent.type(screen.getByLabelText(/Företagets namn/), ' Verkstaden AB ');
  await userEvent.type(screen.getByLabelText(/Organisationsnummer/), '556036-0793');
  await userEvent.type(screen.getByLabelText(/Antal anställda/), '24');
  await userEvent.type(screen.getByLabelText(/Andel kvinnor bland/), '12,5');
  await userEvent.click(within(screen.getByRole('group', { name: /testbädd/ })).getByRole('radio', { name: 'Ja' }));

  await send();

  expect(await sentBody()).toMatchObject({
    firmName: 'Verkstaden AB',
    organisationNumber: '556036-0793',
    profile: { employees: 24, womenPercent: 12.5, hasUsedTestBed: true },
  });
});

test('says everything that is missing at once, in a summary that takes the focus, and sends nothing', async () => {
  openStart();

  await send();

  const summary = await screen.findByRole('alert');
  expect(
    within(summary)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Välj kommun.',
    'Välj den bransch som ligger närmast.',
    'Välj hur många ni är.',
    'Välj vad ni främst gör.',
  ]);
  expect(document.activeElement).toBe(summary);
  expect(fetched).not.toHaveBeenCalled();
});

test.each([
  ['0', /Antal anställda/, 'Skriv antalet anställda med siffror, minst 1.'],
  ['101', /Andel kvinnor bland/, 'Andel kvinnor bland de anställda: skriv en andel mellan 0 och 100 procent.'],
  ['många', /Största kundens/, 'Största kundens andel av omsättningen: skriv en andel mellan 0 och 100 procent.'],
  ['5560360794', /Organisationsnummer/, 'Numret stämmer inte: en siffra är fel eller två har bytt plats.'],
  ['19811218-9876', /Organisationsnummer/, /Det här ser ut som ett personnummer/],
])('explains what is wrong with %s', async (typed, label, words) => {
  openStart();
  await fillIn();
  await openMore();
  await userEvent.type(screen.getByLabelText(label), typed);

  await send();

  const summary = await screen.findByRole('alert');
  expect(within(summary).getByRole('link', { name: words })).toBeDefined();
  expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
  expect(fetched).not.toHaveBeenCalled();
});

test('a fault that is folded away comes into sight when one goes to it', async () => {
  // jsdom lays nothing out and has nothing to scroll.
  Element.prototype.scrollIntoView = vi.fn();
  openStart();
  await fillIn();
  await openMore();
  await userEvent.type(screen.getByLabelText(/Antal anställda/), 'x');
  await openMore();
  await send();

  await userEvent.click(await screen.findByRole('link', { name: /Skriv antalet anställda/ }));

  expect(screen.getByLabelText(/Antal anställda/).closest('details')?.open).toBe(true);
  expect(document.activeElement).toBe(screen.getByLabelText(/Antal anställda/));
});

test('correcting a fault takes the focus from nobody', async () => {
  openStart();
  await send();
  await openMore();
  const field = screen.getByLabelText(/Organisationsnummer/);

  await userEvent.type(field, '5560360793');

  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', '5560360793');
});

test('a failed start keeps everything typed, says so, and can be tried again', async () => {
  openStart();
  await fillIn();
  await send();
  expect((await screen.findByRole('alert')).textContent).toMatch(/Det gick inte att börja/);
  expect(screen.getByLabelText('Kommun')).toHaveProperty('value', '2184');

  await send();

  await waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
});

test('a reload loses nothing typed, and shows it', async () => {
  openStart();
  await fillIn();
  await openMore();
  await userEvent.type(screen.getByLabelText(/Företagets namn/), 'Verkstaden AB');
  cleanup();

  openStart();

  expect(screen.getByLabelText('Kommun')).toHaveProperty('value', '2184');
  expect(screen.getByRole('radio', { name: 'Legotillverkare', checked: true })).toBeDefined();
  expect(screen.getByLabelText(/Företagets namn/)).toHaveProperty('value', 'Verkstaden AB');
  expect(screen.getByLabelText(/Företagets namn/).closest('details')?.open).toBe(true);
});

test('survives a draft that somebody else wrote', () => {
  sessionStorage.setItem('mattstock.start', '{"municipality":7,"branch":');

  openStart();

  expect(screen.getByLabelText('Kommun')).toHaveProperty('value', '');
});

test('who is signed in reads that it begins without the account, not that there is none', () => {
  openStart(undefined, 'sv', true);

  expect(screen.getByText(/Det påbörjas utan ert konto\./)).toBeDefined();
  expect(screen.queryByText(/Inget konto/)).toBeNull();
});
