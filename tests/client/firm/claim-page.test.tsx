import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClaimPage } from '#client/src/features/firm/claim-page.tsx';
import type { FirmSummary } from '#shared/contracts/firms.ts';
import { firmIdSchema } from '#shared/contracts/identifiers.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { holdReplies } from '../held-replies.ts';
import { responseId, submittedResponse } from '../submitted-response.ts';
import { show } from '../ui/show.tsx';
import { firmId, firmOf, forms, problem, serverThat, speakOfFirms } from './firm-fixture.ts';

const hrefs = {
  signIn: '/logga-in',
  account: '/konto',
  resume: '/fortsatt',
  overview: '/oversikt',
  result: '/resultat',
  firm: (id: string) => `/foretag/${id}`,
  access: (id: string) => `/foretag/${id}/vem-ser-oss`,
};
const opened: ResponseDocument = { ...submittedResponse, formCode: 'snabbkoll', status: 'open' };
const claimed: ResponseDocument = { ...opened, isClaimed: true, firmId: firmIdSchema.parse(firmId) };
const onClaimed = vi.fn<() => void>();
const open = (response: ResponseDocument | null, email: string | null, firms: readonly FirmSummary[] = []) =>
  show(<ClaimPage response={response} email={email} firms={firms} forms={forms} hrefs={hrefs} onClaimed={onClaimed} />);
const claim = () => userEvent.click(screen.getByRole('button', { name: 'Spara under eva@smedjan.se' }));
const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

beforeEach(() => {
  speakOfFirms();
  onClaimed.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

test('offers to sign in to whoever has not', () => {
  open(opened, null);

  expect(hrefOf('Logga in med e-post')).toBe('/logga-in');
  expect(screen.queryByRole('button')).toBeNull();
});

test('shows which answers it is about, as whom, and what it means, before anything is done', () => {
  const sent = serverThat();
  open(opened, 'eva@smedjan.se');

  const facts = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
  expect(facts).toEqual(['Snabbkoll', 'Smedjan AB', '3 februari 2026', '0 svar', 'eva@smedjan.se']);
  expect(screen.getByText(/alla hemliga länkar och nycklar som har skapats tidigare slutar gälla/)).toBeTruthy();
  expect(screen.getByText('Ingen utanför företaget ser något genom detta.')).toBeTruthy();
  expect(hrefOf('Inte nu')).toBe('/oversikt');
  expect(sent).toEqual([]);
});

test('saves the answers, and leads on to them and to who sees them', async () => {
  const sent = serverThat({ status: 200, body: { firmId, response: claimed } });
  open(opened, 'eva@smedjan.se');

  await claim();

  const heading = await screen.findByRole('heading', { level: 1, name: 'Svaren hör till ert konto' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(screen.getByText(/Ingen utanför företaget ser något än/)).toBeTruthy();
  expect(hrefOf('Fortsätt svara')).toBe('/oversikt');
  expect(hrefOf('Bestäm vem som ser oss')).toBe(`/foretag/${firmId}/vem-ser-oss`);
  expect(onClaimed).toHaveBeenCalledOnce();
  expect(sent).toEqual([{ method: 'POST', address: `/api/responses/${responseId}/claim`, body: undefined }]);
});

test('leads to the result where the answers are submitted', async () => {
  serverThat({ status: 200, body: { firmId, response: { ...claimed, status: 'submitted' } } });
  open({ ...opened, status: 'submitted' }, 'eva@smedjan.se');

  await claim();

  await screen.findByRole('heading', { level: 1, name: 'Svaren hör till ert konto' });
  expect(hrefOf('Se resultatet')).toBe('/resultat');
});

test('says what went wrong, and that the answers are as they were', async () => {
  serverThat(problem(404, 'not-found'));
  open(opened, 'eva@smedjan.se');

  await claim();

  expect((await screen.findByRole('alert')).textContent).toMatch(/Svaren är som de var.*Ladda om sidan/);
  expect(onClaimed).not.toHaveBeenCalled();
});

test('says under which account answers are that are saved already', () => {
  open(claimed, 'eva@smedjan.se');

  expect(
    screen.getByText('Ni kommer åt dem genom att logga in som eva@smedjan.se, på vilken enhet som helst.'),
  ).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('status')).toBeNull();
});

test('tells somebody to whom the answers do not open as whom they are signed in', () => {
  open(null, 'bo@annat.se');

  expect(screen.getByText(/Ni är inloggade som bo@annat\.se\./)).toBeTruthy();
  expect(hrefOf('Öppna en hemlig länk')).toBe('/fortsatt');
});

test('saves no example', () => {
  open({ ...opened, isSimulated: true }, 'eva@smedjan.se');

  expect(screen.getByRole('heading', { level: 1, name: 'Ett exempel går inte att spara' })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

describe('whoever belongs to a firm already', () => {
  const smithy = firmOf({ name: 'Smedjan i Hagfors AB' });
  const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
  const another = 'Ett annat företag, som inte finns här än';

  test('says which firm the answers are about before anything is saved', async () => {
    const sent = serverThat();
    open(opened, 'eva@smedjan.se', [smithy]);
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([]);

    await claim();

    const summary = await screen.findByRole('alert');
    expect(summary.textContent).toContain('Välj vilket företag svaren gäller.');
    await waitFor(() => expect(document.activeElement).toBe(summary));
    expect(document.title).toBe('Fel: Spara under er e-post – Måttstock');
    expect(sent).toEqual([]);
  });

  test('is led to the page of the firm that the answers are about, and saves nothing', async () => {
    const sent = serverThat();
    open(opened, 'eva@smedjan.se', [smithy]);

    await choose('Smedjan i Hagfors AB');

    expect(screen.getByText('Starta svaren för Smedjan i Hagfors AB från dess sida')).toBeTruthy();
    expect(hrefOf('Till Smedjan i Hagfors AB')).toBe(`/foretag/${firmId}`);
    expect(screen.queryByRole('button', { name: /Spara/ })).toBeNull();
    expect(sent).toEqual([]);
  });

  test('is told that another becomes a separate firm, and then saves', async () => {
    const sent = serverThat({ status: 200, body: { firmId, response: claimed } });
    open(opened, 'eva@smedjan.se', [smithy]);

    await choose(another);
    expect(screen.getByText('Det blir ett eget företag')).toBeTruthy();
    expect(screen.getByText(/^Det står bredvid Smedjan i Hagfors AB/)).toBeTruthy();
    await claim();

    await screen.findByRole('heading', { level: 1, name: 'Svaren hör till ert konto' });
    expect(sent).toHaveLength(1);
  });

  test('makes no other choice while the answers are being saved', async () => {
    const sent = serverThat({ status: 200, body: { firmId, response: claimed } });
    const replies = holdReplies();
    open(opened, 'eva@smedjan.se', [smithy]);
    await choose(another);
    await claim();

    await choose('Smedjan i Hagfors AB');
    await claim();

    expect(screen.getByRole<HTMLInputElement>('radio', { name: another }).checked).toBe(true);
    expect(screen.queryByText(/Inget har sparats/)).toBeNull();
    expect(sent).toHaveLength(1);
    replies.letThrough(0);
    await screen.findByRole('heading', { level: 1, name: 'Svaren hör till ert konto' });
  });

  test('tells firms without a name apart by their number, or by what one is there', () => {
    open(opened, 'eva@smedjan.se', [
      firmOf({ firmId: '5a1f2c77-8d9e-4f10-9a3b-6c7d8e9f0a01', name: null }),
      firmOf({ firmId: '5a1f2c77-8d9e-4f10-9a3b-6c7d8e9f0a02', name: null, organisationNumber: null }),
    ]);

    const nameless = screen.getAllByRole('radio', { name: 'Ett företag utan namn' });
    const hints = nameless.map((radio) => {
      const hint = document.getElementById(radio.getAttribute('aria-describedby') ?? '');
      return hint?.textContent;
    });
    expect(hints).toEqual(['Organisationsnummer 556036-0793', 'Ansvarig för företaget']);
  });

  test.each([
    ['is warned when the number is that of the firm', '5560360793', 1],
    ['is not warned when the number is another', '5564300142', 0],
    ['is not warned when there is no number', null, 0],
  ])('%s', (_name, organisationNumber, count) => {
    open({ ...opened, organisationNumber }, 'eva@smedjan.se', [smithy]);

    expect(screen.queryAllByText(/^Svaren har samma organisationsnummer som Smedjan i Hagfors AB/)).toHaveLength(count);
  });
});
