import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeEditorSite, linkKey } from './fake-editor-site.ts';
import { field, openEditor, press, wordsAt, write } from './open-editor.tsx';

const strangers = () => {
  const site = FakeEditorSite.withDraft();
  site.editorName = undefined;
  return site;
};
const openLink = (site = strangers()) => openEditor(`/editor#${linkKey}`, site);

test('without a link the page says how to get one', async () => {
  await openEditor('/editor', strangers());

  expect(screen.getByRole('heading', { level: 1, name: 'Redigera frågeformulären' })).toBeDefined();
  expect(screen.getByText(/Servern skriver ut en när den startar .* en redaktör kan göra en/)).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('with half a link the page says how to get a whole one', async () => {
  await openEditor(`/editor#${linkKey.slice(1)}`, strangers());

  expect(screen.getByText(/^Du behöver en länk\./)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a link is used by nothing but a click', async () => {
  const { site } = await openLink();

  expect(screen.getByText('Din länk är klar att använda. Den gäller en gång.')).toBeDefined();
  expect(site.requests.map(({ name }) => name)).toEqual(['getEditorSession']);
});

test('a name is asked for, and a blank one refused in words', async () => {
  const { site } = await openLink();
  await write('Ditt namn', '   ');

  await press('Logga in');

  expect(wordsAt('Ditt namn')).toBe(
    'Visas bredvid det du ändrar. Fel: Skriv ditt namn. Det visas bredvid dina ändringar.',
  );
  expect(field('Ditt namn').getAttribute('aria-invalid')).toBe('true');
  expect(site.sent('openEditorSession')).toEqual([]);
});

test('a name opens the questionnaires, and the key leaves the address', async () => {
  const { site, router } = await openLink();
  await write('Ditt namn', ' Eva Ek ');

  await press('Logga in');

  expect(await screen.findByText('Du är inloggad som Eva Ek.')).toBeDefined();
  expect(site.sent('openEditorSession')).toEqual([{ key: linkKey, editorName: 'Eva Ek' }]);
  expect(router.state.location).toMatchObject({ pathname: '/editor', hash: '' });
});

test('a link that has been used says so, and keeps the name', async () => {
  const site = strangers();
  site.refused.set('openEditorSession', 'not-found');
  await openLink(site);
  await write('Ditt namn', 'Eva Ek');

  await press('Logga in');

  expect(await screen.findByText('Länken är använd eller har gått ut. Be om en ny.')).toBeDefined();
  expect(field('Ditt namn')).toHaveProperty('value', 'Eva Ek');
});

test('a sign-in that gets no reply can be tried again', async () => {
  const site = strangers();
  site.refused.set('openEditorSession', 'no-reply');
  await openLink(site);
  await write('Ditt namn', 'Eva Ek');
  await press('Logga in');
  await screen.findByText(/Det kom inget svar/);
  site.refused.clear();

  await press('Logga in');

  expect(await screen.findByText('Du är inloggad som Eva Ek.')).toBeDefined();
});

test('a page of a draft leads here when nobody is signed in', async () => {
  const site = strangers();

  await openEditor(`/editor/drafts/${site.draft.draftId}`, site);

  expect(screen.getByRole('heading', { level: 1, name: 'Redigera frågeformulären' })).toBeDefined();
});

test('the page is in English for who reads English', async () => {
  await openEditor(`/editor#${linkKey}`, strangers(), 'en');

  await press('Sign in');

  expect(wordsAt('Your name')).toMatch(/Error: Write your name\./);
});
