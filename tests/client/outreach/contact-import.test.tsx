import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ContactImport } from '#client/src/features/outreach/contact-import.tsx';
import { messages } from '#client/src/features/outreach/locales/sv.po';
import { OptOutPage } from '#client/src/features/outreach/opt-out-page.tsx';
import { optOutOfContact, readContactFile } from '#shared/contracts/outreach.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';

const organisationId = '018f0000-0000-7000-8000-000000000001';

beforeEach(() => i18n.load('sv', messages));
afterEach(() => vi.unstubAllGlobals());

test('the columns that are needed are named before a file is chosen, and an empty file is said to be empty', async () => {
  const server = new FakeEndpoints([
    answering(readContactFile, () => {
      throw new Refusal('invalid-request');
    }),
  ]);
  show(<ContactImport organisationId={organisationId} onStored={async () => undefined} />);
  const field = screen.getByLabelText(/^Fil med tidigare kontakter/);
  expect(screen.getByText(/Det ska finnas kolumner för företaget och dess e-postadress/)).toBeDefined();

  await userEvent.upload(field, new File([], 'kontakter.csv', { type: 'text/csv' }));

  expect((await screen.findByRole('alert')).textContent).toContain('Filen är tom.');
  expect(server.sent(readContactFile)).toEqual([]);
});

test('a link out of a mail that is not whole is said to be that', async () => {
  new FakeEndpoints([
    answering(optOutOfContact, () => {
      throw new Refusal('invalid-request');
    }),
  ]);
  show(<OptOutPage code="018f0000-0000-4000-8000-000000000001" />);
  screen.getByText(/det är bara mejlen som tar slut/);

  await userEvent.click(screen.getByRole('button', { name: 'Jag vill inte ha fler mejl' }));

  expect((await screen.findByRole('alert')).textContent).toContain('Länken är inte hel.');
});

test('who has said no is told so where the focus then is', async () => {
  new FakeEndpoints([answering(optOutOfContact, () => ({ isNoted: true as const }))]);
  show(<OptOutPage code="018f0000-0000-4000-8000-000000000001" />);
  await userEvent.click(screen.getByRole('button', { name: 'Jag vill inte ha fler mejl' }));

  const told = await screen.findByText(/^Ni får inga fler mejl/);
  expect(told.closest('[role="status"]')).toBe(document.activeElement);
});
