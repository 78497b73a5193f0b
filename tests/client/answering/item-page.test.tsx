import { i18n } from '@lingui/core';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const level = (points: number, comment = '') => ({ value: { state: 'level' as const, level: points }, comment });
const saved = () => screen.findByText(/^Sparat/);

test('puts one question, in the wording for this firm, with what helps to answer it', async () => {
  await openAnswering('items/1');

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Hur planerar ni era legojobb?');
  expect(screen.getByText('Fråga 1 av 3')).toBeDefined();
  expect(screen.getByText('Tänk på en vanlig vecka.')).toBeDefined();
  expect(screen.getByText(/Ett kalkylblad räcker/).textContent).toMatch(/^I ett företag av er storlek:/);
  expect(screen.getByText(/En tavla i verkstaden/)).toBeDefined();
  expect(screen.getAllByRole('radio')).toHaveLength(7);
  expect(screen.getByText('Varje svar sparas direkt.')).toBeDefined();
});

test('leaves out the answers that the question does not offer', async () => {
  await openAnswering('items/2');

  expect(screen.getAllByRole('radio')).toHaveLength(5);
  expect(screen.queryByRole('radio', { name: 'Vet ej' })).toBeNull();
});

test('saves an answer as it is chosen and says when it is saved', async () => {
  const { site } = await openAnswering('items/1');

  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));

  expect(screen.getByRole('radio', { name: 'planering 3', checked: true })).toBeDefined();
  await saved();
  expect(site.answers.get('D1.1')?.answer).toEqual(level(3));
});

test('takes vet ej for an answer of its own', async () => {
  const { site } = await openAnswering('items/1');

  await userEvent.click(screen.getByRole('radio', { name: 'Vet ej' }));

  await saved();
  expect(site.answers.get('D1.1')?.answer.value).toEqual({ state: 'dont-know' });
});

test('shows the answer given before, also after going on and back', async () => {
  const site = newSite();
  site.answerElsewhere('D1.1', level(2, 'som i fjol'));
  await openAnswering('items/1', site);
  expect(screen.getByRole('radio', { name: 'planering 2', checked: true })).toBeDefined();

  await userEvent.click(screen.getByRole('link', { name: 'Nästa' }));
  expect(await screen.findByRole('heading', { name: 'Hur mäter ni?' })).toBeDefined();
  await userEvent.click(screen.getByRole('link', { name: 'Tillbaka' }));

  expect(await screen.findByRole('radio', { name: 'planering 2', checked: true })).toBeDefined();
  expect(screen.getByRole('textbox', { name: /Kommentar/ })).toHaveProperty('value', 'som i fjol');
});

test('a comment typed just before going on is saved with the answer', async () => {
  const { site } = await openAnswering('items/1');
  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));

  await userEvent.click(screen.getByText('Lägg till en kommentar'));
  await userEvent.type(screen.getByRole('textbox', { name: /Kommentar/ }), 'utom på lördagar');
  await userEvent.click(screen.getByRole('link', { name: 'Nästa' }));

  await waitFor(() => expect(site.answers.get('D1.1')?.answer).toEqual(level(3, 'utom på lördagar')));
});

test('a comment still in the field is saved when the page is put aside', async () => {
  const { site } = await openAnswering('items/1');
  await userEvent.type(screen.getByRole('textbox', { name: /Kommentar/ }), 'hej');

  window.dispatchEvent(new Event('pagehide'));

  await waitFor(() => expect(site.answers.get('D1.1')?.answer).toEqual({ value: null, comment: 'hej' }));
});

test('answers given without a network are kept, told so, and sent when it is back', async () => {
  const { site } = await openAnswering('items/1');
  site.goAway(true);

  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));
  expect(await screen.findByText('Inte sparat än.')).toBeDefined();
  await userEvent.click(screen.getByRole('link', { name: 'Nästa' }));
  await userEvent.click(await screen.findByRole('radio', { name: 'mätning 1' }));
  expect(site.answers.size).toBe(0);

  site.goAway(false);
  act(() => void window.dispatchEvent(new Event('online')));

  await saved();
  expect([...site.answers.keys()]).toEqual(['D1.1', 'D1.2']);
});

test('a promise to send is kept also when one has left the answering', async () => {
  const { site, router } = await openAnswering('items/1');
  site.goAway(true);
  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));
  await screen.findByText('Inte sparat än.');

  await act(() => router.navigate('/result'));
  site.goAway(false);
  window.dispatchEvent(new Event('online'));

  await waitFor(() => expect(site.answers.get('D1.1')?.answer).toEqual(level(3)));
});

test('asks which answer counts when the question was answered elsewhere, and shows the one that is kept', async () => {
  const { site } = await openAnswering('items/1');
  await userEvent.type(screen.getByRole('textbox', { name: /Kommentar/ }), 'min');
  site.answerElsewhere('D1.1', level(1, 'deras'));

  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));
  const notice = await screen.findByRole('alert');
  expect(within(notice).getByText('planering 3 – min')).toBeDefined();
  expect(within(notice).getByText('planering 1 – deras')).toBeDefined();
  expect(screen.getByText(/En fråga har besvarats på två ställen/)).toBeDefined();
  await userEvent.click(within(notice).getByRole('button', { name: 'Behåll det sparade svaret' }));

  expect(await screen.findByRole('radio', { name: 'planering 1', checked: true })).toBeDefined();
  expect(screen.getByRole('textbox', { name: /Kommentar/ })).toHaveProperty('value', 'deras');
  await userEvent.click(screen.getByRole('link', { name: 'Nästa' }));
  expect(site.answers.get('D1.1')?.answer).toEqual(level(1, 'deras'));
});

test('saves the own answer over the other one when that is chosen', async () => {
  const { site } = await openAnswering('items/1');
  site.answerElsewhere('D1.1', level(1));

  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Spara svaret som gavs här' }));

  await saved();
  expect(site.answers.get('D1.1')?.answer).toEqual(level(3));
});

test('names the question in conflict on the other pages', async () => {
  const { site } = await openAnswering('items/1');
  site.answerElsewhere('D1.1', level(1));
  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));
  await screen.findByRole('alert');

  await userEvent.click(screen.getByRole('link', { name: 'Nästa' }));

  await userEvent.click(await screen.findByRole('link', { name: 'Hur planerar ni era legojobb?' }));
  expect(await screen.findByRole('alert')).toBeDefined();
});

test('a refused answer is told and sent again when asked', async () => {
  const { site } = await openAnswering('items/1');
  site.refuse(true);
  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));
  await screen.findByText(/Servern tog inte emot svaret/);
  site.refuse(false);

  await userEvent.click(screen.getByRole('button', { name: 'Försök nu' }));

  await saved();
  expect(site.answers.get('D1.1')?.answer).toEqual(level(3));
});

test('closes a dimension with importance and wish on one screen', async () => {
  const { site } = await openAnswering('items/3');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Digitala arbetssätt: vad vill ni?');
  const [importance, wish] = screen.getAllByRole('group');

  await userEvent.click(within(importance ?? document.body).getByRole('radio', { name: 'Mycket viktigt' }));
  await userEvent.click(within(wish ?? document.body).getByRole('radio', { name: 'Gärna' }));

  await waitFor(() => expect(site.answers.size).toBe(2));
  expect(site.answers.get('D1.wish')?.answer.value).toEqual({ state: 'choice', choice: 'yes' });
});

test('saves a figure written the Swedish way and explains one that does not fit', async () => {
  const { site } = await openAnswering('items/4');
  const field = screen.getByRole('textbox', { name: 'Hur stor andel?' });

  await userEvent.type(field, '101');
  await userEvent.tab();
  expect(screen.getByText('Skriv ett tal mellan 0,0 och 100,0.')).toBeDefined();
  await userEvent.clear(field);
  await userEvent.type(field, '12,5');
  await userEvent.tab();

  await saved();
  expect(site.answers.get('D2.1')?.answer.value).toEqual({ state: 'number', number: 12.5 });
  expect(field).toHaveProperty('value', '12,5');
});

test('a change of language keeps answer, comment and place', async () => {
  await openAnswering('items/1');
  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Kommentar/ }), 'en half');

  act(() => i18n.activate('en'));

  expect(await screen.findByRole('heading', { name: 'How do you plan your contract jobs?' })).toBeDefined();
  expect(screen.getByRole('radio', { name: 'planning 3', checked: true })).toBeDefined();
  expect(screen.getByRole('textbox', { name: /Comment/ })).toHaveProperty('value', 'en half');
});

test('says so when the address names no step', async () => {
  await openAnswering('items/9');

  expect(screen.getByRole('heading', { name: 'Den frågan finns inte här' })).toBeDefined();
});
