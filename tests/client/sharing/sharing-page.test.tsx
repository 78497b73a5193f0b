import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { messages } from '#client/src/features/sharing/locales/sv.po';
import { SharingPage } from '#client/src/features/sharing/sharing-page.tsx';
import { createResultLink, previewResultLink, takeResultLinkBack } from '#shared/contracts/result-links.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';
import { documentOf, key, linkOf, linksOf, responseId } from './sharing-fixture.ts';

const url = `http://localhost/shared-result?lang=sv#key=${key}`;
let server: FakeEndpoints;
beforeEach(() => {
  i18n.load('sv', messages);
  server = new FakeEndpoints([
    answering(previewResultLink, () => documentOf()),
    answering(createResultLink, () => ({ url, links: linksOf({ links: [linkOf()], active: 1 }) })),
    answering(takeResultLinkBack, () =>
      linksOf({ links: [linkOf({ state: 'taken-back', takenBackAt: '2026-11-03T08:00:00.000Z' })] }),
    ),
  ]);
});

const open = (loaded = linksOf()) => {
  show(<SharingPage responseId={responseId} loaded={loaded} hrefs={{ result: '/resultat' }} />);
  return userEvent.setup();
};
const see = () => screen.getByRole('button', { name: 'Se vad mottagaren ser' });

test('a link is made only after a look at exactly what it shows, and is shown once', async () => {
  const user = open();
  screen.getByText('Inga länkar');
  expect(screen.queryByRole('button', { name: 'Gör länken' })).toBeNull();
  await user.type(screen.getByLabelText('Vem är länken till?'), 'Berit Bank');
  await user.click(screen.getByLabelText('Processnivån'));
  await user.click(screen.getByLabelText('Meningen och nivåerna'));
  await user.click(screen.getByLabelText('7 dagar'));
  await user.click(see());
  await screen.findByText('Mäter ni ställtiden?');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Det här ser Berit Bank' }));
  screen.getByText(/Ingen länk är gjord än/);
  await user.click(screen.getByRole('button', { name: 'Gör länken' }));

  expect((await screen.findByLabelText<HTMLInputElement>('Länk till Berit Bank')).value).toBe(url);
  const choice = { parts: ['stage'], showsFirmName: true, language: 'sv' };
  expect(server.requests.map(({ body }) => body)).toEqual([
    { recipientName: 'Berit Bank', days: 7, choice },
    { recipientName: 'Berit Bank', days: 7, choice, sendsMail: false },
  ]);
  screen.getByRole('heading', { level: 3, name: 'Berit Bank' });
  await user.click(screen.getByRole('button', { name: 'Gör ännu en länk' }));
  expect(screen.queryByDisplayValue(url)).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>('Vem är länken till?').value).toBe('');
});

test('the suggestions are said to name answers before they are chosen', () => {
  open();
  screen.getByText(/skälen till dem, som nämner enskilda svar och siffror/);
});

test('what was filled in is there again when the look leads back to it', async () => {
  const user = open();
  await user.type(screen.getByLabelText('Vem är länken till?'), 'Berit Bank');
  await user.click(see());
  await user.click(await screen.findByRole('button', { name: 'Ändra' }));
  expect(screen.getByLabelText<HTMLInputElement>('Vem är länken till?').value).toBe('Berit Bank');
});

test('what is missing or amiss is told, and nothing is asked of the server', async () => {
  const user = open();
  await user.click(screen.getByLabelText('Meningen och nivåerna'));
  await user.click(screen.getByLabelText('Skicka länken med e-post från Måttstock'));
  await user.click(see());
  screen.getByText('Skriv vem länken är till.');
  screen.getByText('Skriv adressen som länken skickas till.');
  screen.getByText('Välj minst en sak att visa.');
  expect(server.requests).toEqual([]);
});

test('what the result does not have is not there to choose', () => {
  open(
    linksOf({
      shareable: { levels: true, stage: false, answers: true, suggestions: true, change: false },
      firmName: null,
    }),
  );
  expect(screen.queryByLabelText('Processnivån')).toBeNull();
  expect(screen.queryByLabelText('Förändring sedan en tidigare omgång')).toBeNull();
  expect(screen.queryByLabelText(/företagets namn/)).toBeNull();
});

test('without an account no mail can be asked for', () => {
  open(linksOf({ canMail: false }));
  expect(screen.queryByLabelText(/e-post/i)).toBeNull();
});

test('each link says its state, whether it was opened, and what became of its mail', () => {
  const more = {
    recipientEmail: 'berit@bank.example',
    mail: 'failed',
    openings: 2,
    lastOpenedAt: '2026-11-03T08:00:00.000Z',
  };
  open(
    linksOf({
      links: [linkOf(more), linkOf({ resultLinkId: '018f0000-0000-7000-8000-0000000000ab', state: 'expired' })],
    }),
  );
  const [first, second] = screen
    .getAllByRole('listitem')
    .filter((item) => within(item).queryByRole('heading') !== null);
  if (first === undefined || second === undefined) throw new Error('two links are listed');
  within(first).getByText('Gäller');
  within(first).getByText(/2 gånger, senast/);
  within(first).getByText(/kunde inte skickas/);
  within(second).getByText('Har gått ut');
  within(second).getByText('Inte än');
  expect(within(second).queryByRole('button')).toBeNull();
});

test('each link says who made it, as far as that is known', () => {
  open(
    linksOf({
      links: [linkOf({ makerName: 'Bo Ek' }), linkOf({ resultLinkId: responseId, makerName: null })],
      active: 2,
    }),
  );

  const makers = screen.getAllByText('Gjord av').map((term) => term.nextElementSibling?.textContent);
  expect(makers).toEqual([
    'Bo Ek',
    'Någon med nyckeln, innan någon var ansvarig för företaget, eller någon vars konto är raderat',
  ]);
});

test('without an account it is said before that a link lasts no longer than the key', () => {
  open(linksOf({ latestEnd: '2026-12-24T08:00:00.000Z' }));
  screen.getByText(/Den slutar senast 24 december 2026, när er nyckel gör det/);
});

test.each([
  ['was opened', { openings: 2, lastOpenedAt: '2026-11-03T08:00:00.000Z' }, true],
  ['was never opened', { openings: 0, lastOpenedAt: null }, false],
])('a link that %s is taken back after what that means was said', async (_, opened, isKept) => {
  const user = open(linksOf({ links: [linkOf(opened)], active: 1 }));
  await user.click(screen.getByRole('button', { name: 'Ta tillbaka länken till Berit Bank' }));
  screen.getByText(/Är den öppen på någon sida töms sidan inom en halv minut/);
  expect(screen.queryByText(/Att länken har öppnats står kvar/) !== null).toBe(isKept);
  expect(screen.queryByText(/Länken hade inte öppnats när sidan hämtades/) !== null).toBe(!isKept);
  await user.click(screen.getByRole('button', { name: 'Ta tillbaka länken' }));
  await screen.findByText(/Ingen kan öppna den längre/);
  screen.getByText('Tillbakatagen');
});

test('when as many are active as may be, it is said before', () => {
  open(linksOf({ active: 20 }));
  screen.getByText(/fler får inte gälla samtidigt/);
});
