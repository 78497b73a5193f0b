import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, useLoaderData } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LoadedContact } from '#client/src/features/contact/api.ts';
import { ContactPage } from '#client/src/features/contact/contact-page.tsx';
import { problem } from '../firm/firm-fixture.ts';
import { responseId } from '../submitted-response.ts';
import { show, speak } from '../ui/show.tsx';
import { hrefs, referralId, referralOf, serverThat, speakOfContact } from './contact-fixture.ts';
import { group, loaded } from './loaded-contact.ts';

const open = (changes: Partial<LoadedContact> = {}) =>
  show(<ContactPage loaded={{ ...loaded, ...changes }} hrefs={hrefs} />);

function Loaded() {
  return <ContactPage loaded={useLoaderData<LoadedContact>()} hrefs={hrefs} />;
}

/** The page with what is loaded, also when it is loaded again. */
function showLoaded(loader: () => LoadedContact) {
  const router = createMemoryRouter([{ path: '/', Component: Loaded, HydrateFallback: () => null, loader }]);
  speak('sv');
  render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Skicka förfrågan' }));
const tick = () => userEvent.click(screen.getByRole('checkbox', { name: 'Vi samtycker till detta' }));

async function fillIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText('Vem ska de fråga efter?'), 'Eva Ek');
  await userEvent.type(screen.getByLabelText('E-post'), 'eva@smedjan.se');
  await tick();
}

beforeEach(() => {
  sessionStorage.clear();
  speakOfContact();
});
afterEach(() => vi.unstubAllGlobals());

test('shows the wording that is agreed to, its version and who gets the request', () => {
  open();

  expect(screen.getByText('Vi samtycker till att bli kontaktade.')).toBeTruthy();
  expect(screen.getByText('Samtyckestext, version 1')).toBeTruthy();
  expect(screen.getByText(/Går till Stålklustret\./)).toBeTruthy();
  expect(screen.getByText('Förslag, väntar på regionernas bekräftelse')).toBeTruthy();
});

test('begins with the name of the firm and without consent', () => {
  open();

  expect(screen.getByLabelText<HTMLInputElement>('Företagets namn').value).toBe('Smedjan AB');
  expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
});

test('sends what was written with the version that was on the screen', async () => {
  const sent = serverThat(referralOf());
  open();
  await fillIn();

  await send();

  await screen.findByRole('heading', { name: 'Er förfrågan är sparad' });
  expect(sent.map(({ method, address, body }) => ({ method, address, body }))).toEqual([
    {
      method: 'POST',
      address: `/api/responses/${responseId}/referrals`,
      body: {
        packageCode: 'supplier-network',
        consentWordingVersion: 'contact-1',
        firmName: 'Smedjan AB',
        contactName: 'Eva Ek',
        email: 'eva@smedjan.se',
        hasConsented: true,
      },
    },
  ]);
});

test('confirms with a file for the calendar, and puts the focus on what is new', async () => {
  serverThat(referralOf());
  open();
  await fillIn();

  await send();

  const heading = await screen.findByRole('heading', { name: 'Er förfrågan är sparad' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(screen.getByText('Den är ställd till Stålklustret, som når er på eva@smedjan.se.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Påminnelse till kalendern' }).getAttribute('href')).toBe(
    `/api/responses/${responseId}/referrals/${referralId}/calendar/sv`,
  );
});

test('sends nothing without consent, and says which field it is', async () => {
  const sent = serverThat();
  open();
  await fillIn();
  await tick();

  await send();

  expect((await screen.findAllByText(/Utan det lämnas inget vidare\./)).length).toBe(2);
  expect(sent).toEqual([]);
});

test('uses the same key until the request is acknowledged, and then no more', async () => {
  const sent = serverThat(undefined, referralOf());
  open();
  await fillIn();

  await send();
  await screen.findByText('Förfrågan kunde inte skickas');
  await send();

  await screen.findByRole('heading', { name: 'Er förfrågan är sparad' });
  expect(sent[0]?.key).toBeTruthy();
  expect(sent[1]?.key).toBe(sent[0]?.key);
  expect(sessionStorage.length).toBe(0);
});

test('is another request when something else is written', async () => {
  const sent = serverThat(undefined, referralOf());
  open();
  await fillIn();

  await send();
  await screen.findByText('Förfrågan kunde inte skickas');
  await userEvent.type(screen.getByLabelText(/^Meddelande/), 'Ring efter fyra.');
  await send();

  await screen.findByRole('heading', { name: 'Er förfrågan är sparad' });
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

test('keeps nothing of what was written in the browser', async () => {
  serverThat();
  open();
  await fillIn();

  await send();

  await screen.findByText('Förfrågan kunde inte skickas');
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('eva@smedjan.se');
});

describe('a request for answers that do not open any more', () => {
  const refusal = () => Response.json(problem(404, 'not-found').body, { status: 404 });

  test('of an account leads to signing in beside the form, which stays and can be sent again', async () => {
    const sent = serverThat(refusal(), referralOf());
    open({ response: { ...loaded.response, isClaimed: true } });
    await fillIn();

    await send();

    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toMatch(/Ni är nog inte längre inloggade.*Inget skickades\./);
    const link = within(notice).getByRole('link', { name: 'Logga in i en ny flik' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([hrefs.signIn, '_blank']);
    expect(screen.getByLabelText<HTMLInputElement>('E-post').value).toBe('eva@smedjan.se');

    await send();

    await screen.findByRole('heading', { name: 'Er förfrågan är sparad' });
    expect(sent).toHaveLength(2);
  });

  test('of no account says nothing about signing in', async () => {
    serverThat(refusal());
    open();
    await fillIn();

    await send();

    expect((await screen.findByRole('alert')).textContent).toMatch(/Förfrågan kunde inte skickas/);
    expect(screen.queryByRole('link', { name: 'Logga in i en ny flik' })).toBeNull();
  });
});

describe('a group that can be wished', () => {
  const editions = group === undefined ? [] : [group];

  test('is chosen by place and day, and sent with the request', async () => {
    const sent = serverThat(referralOf());
    open({ editions });
    await fillIn();
    const field = screen.getByLabelText(/^Grupp ni helst vill vara med i/);
    await userEvent.selectOptions(field, 'Karlstad, börjar 1 mars 2027 (full, väntelista)');

    await send();

    await screen.findByRole('heading', { name: 'Er förfrågan är sparad' });
    expect(sent[0]?.body).toMatchObject({ wishedEditionId: group?.editionId });
  });

  test('that takes no firms any more is said at the field, and what was written stays', async () => {
    const faults = [{ path: 'body/wishedEditionId', code: 'edition-gone' }];
    serverThat(Response.json({ ...problem(422, 'invalid-request').body, errors: faults }, { status: 422 }));
    open({ editions });
    await fillIn();
    await userEvent.selectOptions(screen.getByLabelText(/^Grupp ni helst/), group?.editionId ?? '');

    await send();

    expect((await screen.findAllByText(/Gruppen tar inte emot fler företag/)).length).toBeGreaterThan(0);
    expect(screen.getByLabelText<HTMLInputElement>('E-post').value).toBe('eva@smedjan.se');
  });

  test('that takes no firms any more is let go of, so that the request can be sent without it', async () => {
    const faults = [{ path: 'body/wishedEditionId', code: 'edition-gone' }];
    const refusal = Response.json({ ...problem(422, 'invalid-request').body, errors: faults }, { status: 422 });
    const sent = serverThat(refusal, referralOf());
    let isGone = false;
    showLoaded(() => ({ ...loaded, editions: isGone ? [] : editions }));
    await screen.findByLabelText('E-post');
    await fillIn();
    await userEvent.selectOptions(screen.getByLabelText(/^Grupp ni helst/), group?.editionId ?? '');
    isGone = true;
    await send();
    await screen.findAllByText(/Gruppen tar inte emot fler företag/);
    await waitFor(() => expect(screen.queryByRole('option', { name: /Karlstad/ })).toBeNull());
    expect(screen.getByLabelText<HTMLSelectElement>(/^Grupp ni helst/).value).toBe('');

    await send();

    await screen.findByRole('heading', { name: 'Er förfrågan är sparad' });
    expect(sent[1]?.body).not.toHaveProperty('wishedEditionId');
  });

  test('is not asked about where there is none', () => {
    open();

    expect(screen.queryByLabelText(/^Grupp ni helst/)).toBeNull();
  });
});

test('says who sees a request from an example', () => {
  open({ response: { ...loaded.response, isSimulated: true } });

  expect(screen.getByText(/I demon ser bara demons rådgivare förfrågan\./)).toBeTruthy();
});

test('asks once at a time for a package', () => {
  open({ earlier: referralOf() });

  expect(screen.getByRole('heading', { name: 'Ni har redan bett om kontakt' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Skicka förfrågan' })).toBeNull();
});

test('says so when there is no such package', () => {
  open({ package: undefined });

  expect(screen.getByRole('heading', { level: 1, name: 'Det finns inget sådant paket' })).toBeTruthy();
});
