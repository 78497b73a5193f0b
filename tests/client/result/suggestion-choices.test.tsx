import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { OwnChoices, ReadChoices } from '#client/src/features/result/suggestion-choices.tsx';
import { Suggestions } from '#client/src/features/result/suggestions.tsx';
import type { SupportChoicesDocument } from '#shared/contracts/support-choices.ts';
import { getSupportChoices, saveSupportChoices } from '#shared/contracts/support-choices.ts';
import { noChoices } from '#shared/domain/routing/support-choices.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { resultOf, showWithResult } from './result-fixture.tsx';

Element.prototype.scrollIntoView = () => undefined;

const [network] = resultOf().suggestions;
const both = (sv: string) => ({ sv, en: sv });
const result = resultOf({
  suggestions: ['Ett', 'Två', 'Tre'].flatMap((name, index) =>
    network === undefined ? [] : [{ ...network, packageCode: `p-${index}`, packageName: both(name), rank: index + 1 }],
  ),
});

/** A server that keeps what is chosen, and counts its changes. */
function keeping(begin: SupportChoicesDocument): FakeEndpoints {
  let stored = begin;
  return new FakeEndpoints([
    answering(getSupportChoices, () => stored),
    answering(saveSupportChoices, ({ body }) => {
      stored = { ...body, revision: body.revision + 1, canChange: true };
      return stored;
    }),
  ]);
}

const untouched: SupportChoicesDocument = { ...noChoices, revision: 0, canChange: true };

function open(loaded = untouched): FakeEndpoints {
  const site = keeping(loaded);
  const { responseId } = result.response;
  showWithResult(
    <OwnChoices responseId={responseId} loaded={loaded}>
      <Suggestions />
    </OwnChoices>,
    result,
  );
  return site;
}

const names = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('keeps the button of the suggestion that is moved in view and in focus, and says which place it got', async () => {
  const seen = vi.fn<(this: Element) => void>();
  Element.prototype.scrollIntoView = seen;
  open();
  await press('Flytta Ett senare');

  const told = await screen.findByText('Ett har nu plats 2 av 3.');
  expect(told.getAttribute('role')).toBe('status');
  const button = screen.getByRole('button', { name: 'Flytta Ett senare' });
  await waitFor(() => expect(seen.mock.contexts.at(-1)).toBe(button));
  expect(document.activeElement).toBe(button);
});

test('puts the suggestions in the order of the firm, by buttons that a keyboard reaches, and says so', async () => {
  const site = open();
  const later = screen.getByRole('button', { name: 'Flytta Ett senare' });
  later.focus();
  await userEvent.keyboard('{Enter}');

  await waitFor(() => expect(names().slice(0, 3)).toEqual(['Två', 'Ett', 'Tre']));
  expect(screen.getByText('I er egen ordning.').closest('[role=status]')).toBeTruthy();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Flytta Ett senare');
  expect(site.sent(saveSupportChoices)).toMatchObject([{ body: { order: ['p-1', 'p-0', 'p-2'], revision: 0 } }]);
  expect(screen.getByRole('button', { name: 'Flytta Två tidigare' }).getAttribute('aria-disabled')).toBe('true');
});

test('declines with a reason and words of its own, and takes that back', async () => {
  const site = open();
  const details = screen.getByText('Det här är inget för oss: Två').closest('details');
  const form = within(details ?? document.body);
  const decline = { name: 'Tacka nej till förslaget', hidden: true };
  const why = form.getByLabelText<HTMLSelectElement>('Varför inte?');
  expect(why.value).toBe('');
  await userEvent.click(form.getByRole('button', decline));
  expect(form.getByText('Välj varför.')).toBeTruthy();
  expect(document.activeElement).toBe(why);
  expect(site.sent(saveSupportChoices)).toEqual([]);
  fireEvent.change(why, { target: { value: 'too-far' } });
  fireEvent.change(form.getByLabelText(/^Mer om det/), { target: { value: 'Fem mil.' } });
  await userEvent.click(form.getByRole('button', decline));

  await waitFor(() => expect(screen.getByText('Det här har ni tackat nej till')).toBeTruthy());
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Ta tillbaka ert nej till Två');
  expect(screen.getByText('Ni har tackat nej till Två.').closest('[role=status]')).toBeTruthy();
  expect(names().slice(0, 2)).toEqual(['Ett', 'Tre']);
  expect(site.sent(saveSupportChoices)).toMatchObject([
    { body: { declined: [{ packageCode: 'p-1', reason: 'too-far', note: 'Fem mil.' }] } },
  ]);

  await press('Ta tillbaka ert nej till Två');
  await waitFor(() => expect(names().slice(0, 3)).toEqual(['Ett', 'Två', 'Tre']));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 3, name: 'Två' }));
  expect(screen.getByText('Två är bland förslagen igen.')).toBeTruthy();
});

test('keeps the focus and the form when the no could not be stored', async () => {
  const site = open();
  site.refused.set('saveSupportChoices', 'no-reply');
  const form = within(screen.getByText('Det här är inget för oss: Två').closest('details') ?? document.body);
  fireEvent.change(form.getByLabelText('Varför inte?'), { target: { value: 'too-far' } });
  const button = form.getByRole('button', { name: 'Tacka nej till förslaget', hidden: true });
  await userEvent.click(button);

  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(document.activeElement).toBe(button);
  expect(form.getByLabelText<HTMLSelectElement>('Varför inte?').value).toBe('too-far');
  expect(screen.queryByText('Ni har tackat nej till Två.')).toBeNull();
});

test('asks for what does not exist, in words, and takes that back', async () => {
  open();
  const ask = { name: 'Säg att ni behöver det', hidden: true };
  await userEvent.click(screen.getByRole('button', ask));
  expect(screen.getByText('Skriv vad ni behöver.')).toBeTruthy();
  const area = screen.getByLabelText<HTMLSelectElement>('Vad gäller det?');
  expect(area.value).toBe('');
  expect(screen.getByText('Välj vad det gäller.')).toBeTruthy();
  expect(document.activeElement).toBe(area);
  fireEvent.change(area, { target: { value: area.options[1]?.value } });

  fireEvent.change(screen.getByLabelText('Vad behöver ni?'), { target: { value: 'En kurs på kvällen.' } });
  await userEvent.click(screen.getByRole('button', ask));
  expect(await screen.findByText(/En kurs på kvällen\./, { selector: 'li' })).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: /^Ta tillbaka det ni behöver i/ }));
  await waitFor(() => expect(screen.queryByText(/En kurs på kvällen\./, { selector: 'li' })).toBeNull());
});

test('says why a change was not stored, and shows what stands', async () => {
  const site = open();
  site.refused.set('saveSupportChoices', 'changed-meanwhile');
  await press('Flytta Ett senare');

  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(names().slice(0, 3)).toEqual(['Ett', 'Två', 'Tre']);
});

test('somebody who only reads sees what was chosen and can change nothing of it', () => {
  const choices = {
    order: ['p-2', 'p-0'],
    declined: [{ packageCode: 'p-1', reason: 'no-time' as const, note: '' }],
    asks: [{ dimension: 'D1', words: 'En kurs.' }],
  };
  showWithResult(
    <ReadChoices choices={choices}>
      <Suggestions />
    </ReadChoices>,
    result,
  );

  expect(names().slice(0, 2)).toEqual(['Tre', 'Ett']);
  expect(screen.getByText(/Vi har inte tid just nu/)).toBeTruthy();
  expect(screen.getByText(/En kurs\./)).toBeTruthy();
  for (const name of [/^Flytta/, /^Ta tillbaka/, /^Säg att/]) expect(screen.queryByRole('button', { name })).toBeNull();
});
