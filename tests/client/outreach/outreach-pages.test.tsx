import { i18n } from '@lingui/core';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ContactsPage } from '#client/src/features/outreach/contacts-page.tsx';
import { messages } from '#client/src/features/outreach/locales/sv.po';
import { RemindersPage } from '#client/src/features/outreach/reminders-page.tsx';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import { contactSchema, type OutreachPreviews } from '#shared/contracts/outreach.ts';
import { show } from '../ui/show.tsx';

const organisationId = '018f0000-0000-7000-8000-000000000001';
const mail = {
  sender: { name: 'Måttstock', address: null },
  subject: 'Ämne',
  parts: [{ kind: 'paragraph' as const, text: 'Första stycket' }],
  footer: 'Foten',
  plain: 'Första stycket\n\n--\nFoten\n',
};
const previews: OutreachPreviews = { reminder: { sv: mail, en: mail }, invitation: { sv: mail, en: mail } };
const contact = (place: number, firmName: string) =>
  z.parse(contactSchema, {
    contactId: `018f0000-0000-7000-8000-00000000010${place}`,
    firmName,
    email: `kim@${place}.example`,
    organisationNumber: null,
    contactName: null,
    telephone: null,
    language: 'sv',
    importedAt: '2026-05-03T10:00:00.000Z',
    invitedAt: null,
    isLettingIn: false,
  });

type Sent = { url: string; body: { contactIds?: string[]; language?: string } };
let sent: Sent[];

/** Answers every request alike, and takes down what was sent. */
function answer(status: number, body: object): void {
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(new URL(typeof input === 'string' ? input : input.url, 'http://localhost'), init);
    const text = await (typeof input === 'string' ? request : input).text();
    sent.push({ url: request.url, body: text === '' ? {} : JSON.parse(text) });
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  });
}

beforeEach(() => {
  sent = [];
  i18n.load('sv', messages);
});
afterEach(() => vi.unstubAllGlobals());

describe('earlier contacts', () => {
  const contacts = { contacts: [contact(1, 'Bruket'), contact(2, 'Sågen')], count: 2 };
  const open = (loaded = contacts) => {
    show(<ContactsPage organisationId={organisationId} contacts={loaded} previews={previews} />);
    return userEvent.setup();
  };

  test('nobody there is said, and nobody can be invited', () => {
    open({ contacts: [], count: 0 });
    screen.getByText('Här finns ingen kontakt');
    expect(screen.queryByRole('button', { name: /^Bjud in/ })).toBeNull();
  });

  test('the chosen are invited in the chosen language, by keyboard alone', async () => {
    const user = open();
    answer(200, { results: [{ contactId: contacts.contacts[0]?.contactId, outcome: 'done' }] });
    screen.getByRole('checkbox', { name: 'Bruket' }).focus();
    await user.keyboard(' ');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Mejlets språk' }), 'English');
    screen.getByRole('button', { name: 'Bjud in 1 kontakt' }).focus();
    await user.keyboard('{Enter}');
    screen.getByRole('dialog', { name: 'Bjuda in 1 kontakt?' });
    expect(sent).toEqual([]);
    await user.tab();
    await user.keyboard('{Enter}');

    await screen.findByText('Inbjudet');
    expect(sent[0]?.body).toEqual({ contactIds: [contacts.contacts[0]?.contactId], language: 'en' });
  });

  test('each is written to in its own language until somebody says otherwise', async () => {
    const user = open();
    answer(200, { results: [{ contactId: contacts.contacts[0]?.contactId, outcome: 'done' }] });
    expect(screen.getAllByText(/mejl på: Svenska/).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('checkbox', { name: 'Bruket' }));
    await user.click(screen.getByRole('button', { name: 'Bjud in 1 kontakt' }));
    screen.getByText(/Språk: var och ens eget\./);
    await user.tab();
    await user.keyboard('{Enter}');

    await screen.findByText('Inbjudet');
    expect(sent[0]?.body).toEqual({ contactIds: [contacts.contacts[0]?.contactId] });
  });

  test('a fault keeps who was chosen and in which language', async () => {
    const user = open();
    answer(500, { type: 'about:blank', status: 500, code: 'internal-error', title: 'x' });
    await user.click(screen.getByRole('checkbox', { name: 'Sågen' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Mejlets språk' }), 'English');
    await user.click(screen.getByRole('button', { name: 'Bjud in 1 kontakt' }));
    await user.click(screen.getByRole('button', { name: 'Skicka' }));

    await screen.findByRole('alert');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Sågen' }).checked).toBe(true);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Mejlets språk' }).value).toBe('en');
  });

  test('a name that was searched for stays while the search fails', async () => {
    const user = open();
    answer(500, { type: 'about:blank', status: 500, code: 'internal-error', title: 'x' });
    await user.type(screen.getByRole('searchbox'), 'Bruk{Enter}');

    await screen.findByRole('alert');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('Bruk');
    await waitFor(() => expect(sent.length).toBeGreaterThan(0));
  });
});

describe('reminders', () => {
  test('speak of rounds, and say when no firm is due', () => {
    show(<RemindersPage organisationId={organisationId} firms={[]} previews={previews} />);
    screen.getByRole('heading', { level: 1, name: 'Påminn om nästa omgång' });
    expect(screen.queryByRole('button', { name: /^Påminn/ })).toBeNull();
  });

  test('are sent when they have been asked about, and not before', async () => {
    const firmId = '018f0000-0000-7000-8000-000000000201';
    const firms = [{ firmId, name: 'Bruket AB', isSimulated: false, facts: null } as unknown as QueueRow];
    show(<RemindersPage organisationId={organisationId} firms={firms} previews={previews} />);
    answer(200, { results: [{ firmId, outcome: 'done' }] });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Bruket AB' }));
    await userEvent.click(screen.getByRole('button', { name: 'Påminn 1 företag' }));
    screen.getByRole('dialog', { name: 'Påminna 1 företag?' });
    expect(sent).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: 'Skicka' }));
    await screen.findByText(/^1 av 1 /);
    expect(sent).toHaveLength(1);
  });
});
