import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { expect, test } from 'vitest';
import { Link } from '#client/src/ui/link/link.tsx';
import { PageHeader } from '#client/src/ui/page/page-header.tsx';
import { speak } from './show.tsx';

function open() {
  speak('sv');
  const router = createMemoryRouter([
    {
      path: '/',
      element: (
        <>
          <PageHeader title="Start" />
          <Link to="/next">Vidare</Link>
        </>
      ),
    },
    { path: '/next', element: <PageHeader title="Nästa" documentTitle="Fråga 2" hasFaults /> },
  ]);
  return render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
}

test('leaves the focus where it is when the first page opens, and takes it on a change of page', async () => {
  open();
  expect(document.activeElement).toBe(document.body);

  await userEvent.click(screen.getByRole('link', { name: 'Vidare' }));

  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Nästa' }));
});

test('names the window, faults first', async () => {
  open();
  expect(document.title).toBe('Start – Måttstock');

  await userEvent.click(screen.getByRole('link', { name: 'Vidare' }));

  expect(document.title).toBe('Fel: Fråga 2 – Måttstock');
});
