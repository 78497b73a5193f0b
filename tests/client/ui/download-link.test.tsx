import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { DownloadLink } from '#client/src/ui/link/download-link.tsx';
import { problemOf } from '#server/platform/http/problem-details.ts';
import { show } from './show.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const click = () => userEvent.click(screen.getByRole('link', { name: 'Underlaget' }));

test.each([
  ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch')), /^Filen gick inte att hämta\. .*nätet/],
  [
    'the session has ended',
    () => Promise.resolve(Response.json(problemOf('sign-in-required', 'r-1'), { status: 401 })),
    /^Filen gick inte att hämta\. .*Logga in igen/,
  ],
  [
    'the server cannot answer',
    () => Promise.resolve(Response.json(problemOf('service-unavailable', 'r-1'), { status: 503 })),
    /^Filen gick inte att hämta\. .*om en stund/,
  ],
])('says so in words when %s, and stays on the page', async (_, fetching, words) => {
  vi.stubGlobal('fetch', fetching);
  show(<DownloadLink href="/api/file">Underlaget</DownloadLink>);
  await click();

  expect((await screen.findByText(words)).textContent).not.toContain('problems');
});

test('saves the file under the name that the server gives it', async () => {
  const saved: string[] = [];
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('%PDF', { headers: { 'content-disposition': 'attachment; filename="paper.pdf"' } })),
  );
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:paper');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  show(<DownloadLink href="/api/file">Underlaget</DownloadLink>);
  screen
    .getByRole('link', { name: 'Underlaget' })
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));

  await vi.waitFor(() => expect(saved).toEqual(['paper.pdf']));
});
