import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as reportsRoute from '#client/src/app/routes/reports-route.tsx';
import { messages } from '#client/src/features/reports/locales/sv.po';
import { openRoutes } from '../app/open-routes.tsx';
import { responseId } from '../submitted-response.ts';
import { speak } from '../ui/show.tsx';

afterEach(() => vi.unstubAllGlobals());

/** The page, where every file is answered like this; gives the addresses that are asked for. */
async function open(answer: () => Promise<Response>): Promise<string[]> {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return answer();
  });
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
  i18n.load('sv', messages);
  speak('sv');
  await openRoutes([{ path: routePatterns.reports, ...reportsRoute }], paths.reports(responseId));
  return asked;
}
const take = (name: RegExp) => userEvent.click(screen.getByRole('button', { name }));
const made = () => Promise.resolve(new Response('x'.repeat(2400)));

test('a file is fetched in the language that is chosen, the one of the page until then, and its size is said', async () => {
  const asked = await open(made);

  await take(/PDF/);
  await screen.findByText(/2\s+kB/);
  await userEvent.click(screen.getByRole('radio', { name: 'På engelska' }));
  await take(/Excel/);
  await screen.findByText(/2\s+kB/);

  const files = `/api/responses/${responseId}/report`;
  expect(asked).toEqual([`${files}/sv/pdf`, `${files}/en/xlsx`]);
});

test('a file is saved under the name that it is given', async () => {
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const name = 'mattstock-resultat-ekens-mekaniska-2026-11-27.csv';
  await open(async () => new Response('x', { headers: { 'content-disposition': `attachment; filename="${name}"` } }));

  await take(/CSV/);

  await screen.findByText(new RegExp(`Filen är sparad som ${name}`));
  expect(saved).toEqual([name]);
});

test('a firm is told whose targets are in its files', async () => {
  await open(made);
  expect(screen.getByText(/^Målen i filerna är era egna där ni har satt dem/)).toBeTruthy();
});

test('the schema of the data is a link', async () => {
  await open(made);
  const link = screen.getByRole('link', { name: 'ett publicerat schema' });
  expect(link.getAttribute('href')).toBe('/api/report-schemas/mattstock-report-1');
});

test.each([
  ['is refused', () => Promise.resolve(new Response('', { status: 503 }))],
  ['does not arrive', () => Promise.reject(new TypeError('offline'))],
])('of a file that %s it is said beside its button, which can be pressed again', async (_, answer) => {
  await open(answer);

  await take(/CSV/);

  await screen.findByText(/kunde inte hämtas/);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /CSV/ }).disabled).toBe(false);
});
