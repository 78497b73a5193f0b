import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { EditionFormPage } from '#client/src/features/editions/edition-form-page.tsx';
import { messages } from '#client/src/features/editions/locales/sv.po';
import { openRoutes } from '../app/open-routes.tsx';
import { uuid } from '../coordination/coordination-fixture.ts';
import { options } from '../start/profile-options.ts';
import { leaveAnyway, leaveDialog, stay } from '../ui/leaving.ts';
import { speak } from '../ui/show.tsx';

function open() {
  i18n.load('sv', messages);
  speak('sv');
  const loaded = { organisationId: uuid('a', 1), edition: null, municipalities: options.municipalities, packages: [] };
  const form = (
    <EditionFormPage loaded={loaded} provider={null} packageCode="" editionsHref="/grupper" onSaved={() => undefined} />
  );
  return openRoutes(
    [
      { index: true, element: form },
      { path: 'grupper', element: <h1>Grupper</h1> },
    ],
    '/',
    { path: '/' },
  );
}

const leave = () => userEvent.click(screen.getByRole('link', { name: 'Grupper' }));

test('leaving a new group with something filled in is asked about', async () => {
  await open();
  await userEvent.type(screen.getByRole('textbox', { name: /^Gruppens namn/ }), 'Vårgruppen');

  await leave();
  await leaveDialog();
  await stay();
  expect(screen.getByDisplayValue('Vårgruppen')).toBeDefined();
  await leave();
  await leaveAnyway();
  await screen.findByRole('heading', { name: 'Grupper' });
});

test('an untouched one is left at once', async () => {
  await open();
  await leave();
  await screen.findByRole('heading', { name: 'Grupper' });
});
