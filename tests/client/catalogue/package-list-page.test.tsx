import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { createPackageDraft } from '#shared/contracts/catalogue.ts';
import { draftOf } from '#shared/domain/routing/drafting/package-draft.ts';
import { FakeCatalogueSite, inUse } from './fake-catalogue-site.ts';
import { button, field, openCatalogue, press, write } from './open-catalogue.tsx';

const open = (site?: FakeCatalogueSite) => openCatalogue(paths.editedPackages(), site);

test('says that there are no drafts, and no package of one’s own', async () => {
  const site = new FakeCatalogueSite();
  site.packages = [];
  await open(site);

  expect(screen.getByText('Det finns inga utkast')).toBeDefined();
  expect(screen.getByText('Ni ger inget paket än')).toBeDefined();
});

test('lists drafts with who changed them, and leads to them', async () => {
  const site = new FakeCatalogueSite();
  site.addDraft({ ...draftOf(inUse), name: { sv: 'Hjälp till slut', en: 'Help' } }, inUse);
  const { router } = await open(site);
  expect(screen.getByText(/^Senast ändrat .* av Ada Ek$/)).toBeDefined();
  await userEvent.click(screen.getByRole('link', { name: 'Hjälp till slut' }));

  await screen.findByRole('heading', { level: 1, name: 'Hjälp till slut' });
  expect(router.state.location.pathname).toBe(paths.packageDraft(site.draft.packageDraftId));
});

test('makes a draft of a package in use by keyboard, and says when no answer comes', async () => {
  const { site } = await open();
  site.server.refused.set('changePackage', 'no-reply');
  button('Ändra Hjälp till start').focus();
  await userEvent.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('Det kom inget svar');
  expect(document.activeElement).toBe(button('Ändra Hjälp till start'));

  site.server.refused.clear();
  await userEvent.keyboard('{Enter}');

  await screen.findByText(
    'En ändring av ett paket som används. Företagen ser den nuvarande texten tills ni publicerar.',
  );
});

test('makes a new package once it has a name in both languages, which is kept when no answer comes', async () => {
  const { site } = await open();
  await userEvent.click(screen.getByText('Gör ett nytt paket'));
  await write('Namn, svenska', 'Nytt paket');
  await press('Gör ett utkast');
  expect(screen.getByText('Skriv namnet, på båda språken.')).toBeDefined();
  expect(site.server.sent(createPackageDraft)).toEqual([]);

  await write('Namn, engelska', 'New package');
  site.server.refused.set('createPackageDraft', 'no-reply');
  await press('Gör ett utkast');
  expect((await screen.findByRole('alert')).textContent).toContain('Det kom inget svar');
  expect(field('Namn, svenska').value).toBe('Nytt paket');

  site.server.refused.clear();
  await press('Gör ett utkast');
  await screen.findByRole('heading', { level: 1, name: 'Nytt paket' });
});
