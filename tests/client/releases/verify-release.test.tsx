import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import * as contract from '#shared/contracts/release-verifications.ts';
import { openReleases } from './open-releases.tsx';
import {
  builtRelease,
  FakeReleaseSite,
  organisationId,
  releaseId,
  verificationId,
  verificationOf,
} from './release-fixture.ts';

// The browser of these tests draws nothing; tests/browser has the drawing.
vi.mock('#client/src/ui/charts/lazy-stacked-bar-chart.tsx', () => ({
  LazyStackedBarChart: ({ children }: { children: unknown }) => children,
}));

afterEach(() => vi.unstubAllGlobals());

type Release = Parameters<typeof builtRelease>[0];

const published = (changes: Release = {}) =>
  builtRelease({ status: 'published', number: 3, publishedAt: '2026-07-03T10:00:00.000Z', ...changes });
const openRelease = () => openReleases(paths.release(organisationId, releaseId));
const rows = () =>
  within(screen.getByRole('table', { name: /^Varje gång den har byggts igen/ }))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent?.replace(/^.*\d{2}[:.]\d{2}/, ''));

test('builds what is published again, shows how far it is, and stops it', async () => {
  const site = new FakeReleaseSite();
  site.release = published({ verifiability: 'yes' });
  await openRelease();
  await userEvent.click(screen.getByRole('button', { name: 'Bygg igen' }));

  await screen.findByText('2 av 5 steg');
  expect(site.server.sent(contract.verifyRelease)).toMatchObject([{ params: { organisationId, releaseId } }]);
  expect(screen.queryByRole('button', { name: 'Bygg igen' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Stoppa bygget' }));

  await screen.findByText('Bygget har stoppats.');
  expect(site.server.sent(contract.cancelVerification)).toMatchObject([{ params: { verificationId } }]);
  expect(rows()).toEqual(['StoppatRegion Dalarna–']);
});

test('says what came of it each time, by whom and with what', async () => {
  const site = new FakeReleaseSite();
  const program = 'Måttstock 0.1.0, HiGHS 1.15.1';
  const ended = (['inputs-gone', 'failed', 'different', 'same'] as const).map((status, at) =>
    verificationOf({
      status,
      verificationId: `c0000000-0000-4000-8000-00000000001${at}`,
      program: status === 'same' || status === 'different' ? program : null,
    }),
  );
  site.release = published({ verifiability: 'yes', verifications: ended });
  await openRelease();

  expect(rows()).toEqual([
    'Kan inte byggas igen: svar har raderats eller samtycken tagits tillbakaRegion Dalarna–',
    'MisslyckatRegion Dalarna–',
    `Ett annat fingeravtryckRegion Dalarna${program}`,
    `Samma fingeravtryckRegion Dalarna${program}`,
  ]);
});

test('leaves stopping to the region that began it, and begins anew what nothing is heard of', async () => {
  const site = new FakeReleaseSite();
  const running = { status: 'running', endedAt: null, isOwn: false } as const;
  site.release = published({ verifiability: 'yes', verifications: [verificationOf(running)] });
  const { unmount } = await openRelease();
  expect(screen.queryByRole('button', { name: /igen|Stoppa/ })).toBeNull();
  unmount();

  site.release = published({
    verifiability: 'yes',
    verifications: [verificationOf({ ...running, isInterrupted: true })],
  });
  await openRelease();

  expect(screen.getByText('Bygget har inte hörts av på en stund')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Bygg igen' })).toBeDefined();
});

test.each([
  ['too-old', /^Den kan inte byggas igen: den byggdes innan/],
  ['effect', /^En publicering om effekt av stöd kan inte byggas igen än/],
] as const)('says why one that is %s cannot be built again', async (verifiability, words) => {
  const site = new FakeReleaseSite();
  site.release = published({ verifiability });
  await openRelease();

  expect(screen.getByText(words)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Bygg igen' })).toBeNull();
});

test('everybody sees when it was built again, and whether it was the same', async () => {
  const site = new FakeReleaseSite();
  site.release = published();
  const said = {
    organisationName: { sv: 'Region Gävleborg', en: 'Region Gävleborg' },
    program: 'Måttstock 0.1.0, HiGHS 1.15.1',
  };
  const { unmount } = await openReleases(paths.publishedRelease(3));
  expect(screen.queryByRole('heading', { name: 'Byggd igen' })).toBeNull();
  unmount();
  site.verified = [
    { ...said, isSame: false, endedAt: '2027-01-03T10:00:00.000Z' },
    { ...said, isSame: true, endedAt: '2026-11-26T10:00:00.000Z' },
  ];
  await openReleases(paths.publishedRelease(3));

  expect(screen.getByText(/^Byggd igen 3 januari 2027 av Region Gävleborg: något blev inte detsamma/)).toBeDefined();
  expect(
    screen.getByText('Byggd igen 26 november 2026 av Region Gävleborg: varje siffra blev densamma.'),
  ).toBeDefined();
});
