import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReferralsPage } from '#client/src/features/contact/referrals-page.tsx';
import type { FallingWithReferral, ReferralDocument } from '#shared/contracts/referrals.ts';
import { holdReplies } from '../held-replies.ts';
import { responseId } from '../submitted-response.ts';
import { show } from '../ui/show.tsx';
import { at, both, hrefs, referralId, referralOf, serverThat, speakOfContact } from './contact-fixture.ts';

let falling: readonly FallingWithReferral[];
const open = (...referrals: ReferralDocument[]) =>
  show(
    <ReferralsPage
      referrals={referrals}
      providersInUse={['steel-cluster']}
      falling={falling}
      responseId={responseId}
      hrefs={{ ...hrefs, contact: (code) => `/contact/${code}` }}
    />,
  );
const withdraw = 'Ta tillbaka förfrågan om Nätverk för underleverantörer';

beforeEach(() => {
  falling = [];
  speakOfContact();
});
afterEach(() => vi.unstubAllGlobals());

test('says so when nothing was asked for, and leads to the suggestions', () => {
  open();

  expect(screen.getByText('Ni har inte bett om kontakt')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Se förslagen' }).getAttribute('href')).toBe('/resultat');
});

test('shows the state of a request and how it came there', () => {
  open(
    referralOf({
      status: 'accepted',
      events: [
        { status: 'chosen', at: '2026-02-03T14:32:00.000Z' },
        { status: 'accepted', at: '2026-02-05T09:00:00.000Z' },
      ],
    }),
  );

  const [card] = screen.getAllByRole('listitem');
  const history = [...(card?.querySelectorAll('ol > li') ?? [])].map((entry) => entry.textContent);
  expect(history).toEqual(['3 februari 2026: Skickad, inte besvarad än', '5 februari 2026: Antagen']);
  expect(screen.getByText('Till Stålklustret, med Eva Ek på eva@smedjan.se som kontakt.')).toBeTruthy();
});

test('asks before a request is withdrawn', async () => {
  const sent = serverThat(referralOf({ status: 'withdrawn' }));
  open(referralOf());

  await userEvent.click(screen.getByRole('button', { name: withdraw }));
  const dialog = screen.getByRole('dialog', { name: 'Ta tillbaka förfrågan?' });
  expect(sent).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ta tillbaka' }));

  expect(sent.map(({ method, address }) => [method, address])).toEqual([
    ['POST', `/api/responses/${responseId}/referrals/${referralId}/withdrawal`],
  ]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('is withdrawn once, however often it is pressed', async () => {
  const sent = serverThat(referralOf({ status: 'withdrawn' }), referralOf({ status: 'withdrawn' }));
  const replies = holdReplies();
  open(referralOf());
  await userEvent.click(screen.getByRole('button', { name: withdraw }));

  await userEvent.dblClick(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ta tillbaka' }));

  expect(sent).toHaveLength(1);
  replies.letThrough(0);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('takes nothing back when one thinks better of it', async () => {
  const sent = serverThat();
  open(referralOf());

  await userEvent.click(screen.getByRole('button', { name: withdraw }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Avbryt' }));

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(sent).toEqual([]);
});

test('says what went wrong, and not again the next time', async () => {
  serverThat();
  open(referralOf());

  await userEvent.click(screen.getByRole('button', { name: withdraw }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ta tillbaka' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Avbryt' }));
  await userEvent.click(screen.getByRole('button', { name: withdraw }));

  expect(screen.queryByRole('alert')).toBeNull();
});

test('lets the consent be withdrawn as long as it stands', () => {
  open(referralOf({ status: 'started' }));

  expect(screen.getByRole('button', { name: withdraw })).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Påminnelse/ })).toBeNull();
});

test('offers nothing more for a request that was withdrawn', () => {
  open(referralOf({ status: 'withdrawn', consentWithdrawnAt: at }));

  expect(screen.getByText('Återtagen')).toBeTruthy();
  expect(screen.getByText(/ser inte längre förfrågan/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: withdraw })).toBeNull();
});

test('says when nobody at the provider can read the request', () => {
  open(referralOf({ providerCode: 'empty-cluster', providerName: both('Tomma klustret') }));

  expect(screen.getByText(/Ingen hos Tomma klustret använder Måttstock/)).toBeTruthy();
});

test('leads on to the provider that it was handed over to, for the firm to agree', () => {
  open(referralOf({ status: 'handed-over', handedOverTo: { code: 'fpx', name: both('FPX') } }));

  expect(screen.getByText(/föreslår att FPX går vidare/)).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Be FPX om kontakt' });
  expect(link.getAttribute('href')).toBe('/contact/supplier-network');
});

test('names what falls with a request before it is withdrawn', async () => {
  const request = referralOf({ status: 'accepted' });
  const places = [
    { name: both('Ordning i flödet'), isWaiting: false },
    { name: both('Robotsteget'), isWaiting: true },
  ];
  falling = [{ referralId: request.referralId, places, meetings: 1 }];
  open(request);
  await userEvent.click(screen.getByRole('button', { name: withdraw }));

  const items = within(screen.getByRole('dialog')).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    'Ni förlorar platsen i Ordning i flödet.',
    'Ni förlorar er tur på väntelistan till Robotsteget.',
    'Stålklustret ser inte längre mötet som är planerat med er.',
  ]);
});

test('says of nothing that it falls where nothing does', async () => {
  open(referralOf());
  await userEvent.click(screen.getByRole('button', { name: withdraw }));

  expect(within(screen.getByRole('dialog')).queryByRole('listitem')).toBeNull();
});
