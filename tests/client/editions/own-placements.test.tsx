import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OwnPlacements } from '#client/src/features/editions/api.ts';
import { messages as swedish } from '#client/src/features/editions/locales/sv.po';
import { OwnPlacementsPage } from '#client/src/features/editions/own-placements-page.tsx';
import { answerPlacement, listFirmPlacements } from '#shared/contracts/placements.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';

beforeEach(() => i18n.load('sv', swedish));
afterEach(() => vi.unstubAllGlobals());

const ids = {
  firm: '00000000-0000-4000-8000-000000000001',
  edition: '00000000-0000-4000-8000-000000000002',
  placement: '00000000-0000-4000-8000-000000000003',
};
type Placement = OwnPlacements['placements'][number];

const placementOf = (changes: Partial<Placement> = {}): Placement => ({
  placementId: ids.placement as Placement['placementId'],
  status: 'invited',
  answerBy: '2026-12-06',
  waitingSince: null,
  reason: null,
  statusSince: '2026-11-26T08:00:00.000Z',
  revision: 1,
  ahead: null,
  group: null,
  events: [{ move: 'invite', status: 'invited', by: 'provider', reason: null, at: '2026-11-26T08:00:00.000Z' }],
  edition: {
    editionId: ids.edition as Placement['edition']['editionId'],
    organisationName: { sv: 'FPX', en: 'FPX' },
    packageCode: 'user-insight',
    packageName: { sv: 'Fråga fem användare', en: 'Ask five users' },
    name: null,
    status: 'open',
    delivery: 'on-site',
    municipality: '2080',
    venue: 'Stora salen',
    position: null,
    applyBy: '2026-12-20',
    startsOn: '2027-01-11',
    endsOn: '2027-03-01',
    places: 8,
    minimumGroup: 4,
    language: 'sv',
    isSimulated: false,
    days: [{ heldOn: '2027-01-11', startsAt: '09:00', endsAt: '16:00' }],
  },
  ...changes,
});

const ownOf = (...placements: Placement[]): OwnPlacements => ({ placements, unnamedWith: [] });

function open(own: OwnPlacements, mayAnswer = true): FakeEndpoints {
  const server = new FakeEndpoints([
    answering(listFirmPlacements, () =>
      ownOf(placementOf({ status: 'waiting', answerBy: null, ahead: 0, revision: 7 })),
    ),
    answering(answerPlacement, ({ body }) =>
      ownOf(
        placementOf(
          body.move === 'accept'
            ? { status: 'placed', answerBy: null, revision: 2, group: { size: 3, named: ['Öppna AB'] } }
            : { status: 'left', answerBy: null, revision: 3, reason: 'firm-asked' },
        ),
      ),
    ),
  ]);
  show(
    <OwnPlacementsPage
      loaded={{
        firmId: ids.firm,
        own,
        municipalities: [
          { code: '2080', name: 'Falun', population: 59_945, county: '20', latitude: 60.6, longitude: 15.6 },
        ],
      }}
      mayAnswer={mayAnswer}
      hrefs={{ firm: '/foretag', access: '/vem-ser-oss', packages: '/paket', package: (code) => `/paket/${code}` }}
    />,
  );
  return server;
}

test('a firm says yes to its place, and sees who else lets itself be named', async () => {
  const server = open(ownOf(placementOf()));
  expect(screen.getByText('Svara senast 6 december 2026. Till dess hålls platsen åt er.')).toBeTruthy();
  expect(screen.getByText('Stora salen, Falun')).toBeTruthy();
  expect(screen.getByText('11 januari 2027, 09.00–16.00')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /^Ja, vi tar platsen/ }));

  expect(await screen.findByText('Platsen i Fråga fem användare är er.')).toBeTruthy();
  expect(screen.getByText(/3 företag är med i gruppen, ni inräknade\./)).toBeTruthy();
  expect(screen.getByText(/Har låtit sig nämnas: Öppna AB\./)).toBeTruthy();
  expect(server.sent(answerPlacement)[0]?.body).toEqual({ move: 'accept', revision: 1 });
});

test('a firm that gives its place up is asked first', async () => {
  const server = open(ownOf(placementOf({ status: 'placed', answerBy: null, group: { size: 1, named: [] } })));
  await userEvent.click(screen.getByRole('button', { name: /^Lämna platsen/ }));
  expect(server.sent(answerPlacement)).toEqual([]);
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ja, lämna' }));

  expect(await screen.findByText('Ni är inte längre med i Fråga fem användare.')).toBeTruthy();
});

test('a firm that says no is asked first, since it cannot change the answer later', async () => {
  const server = open(ownOf(placementOf()));
  await userEvent.click(screen.getByRole('button', { name: /^Nej tack/ }));
  const question = within(screen.getByRole('dialog', { name: 'Säga nej till Fråga fem användare?' }));
  expect(question.getByText(/Platsen går till ett annat företag, och ni kan inte ändra svaret här\./)).toBeTruthy();
  await userEvent.click(question.getByRole('button', { name: 'Avbryt' }));
  expect(server.sent(answerPlacement)).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: /^Nej tack/ }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ja, säg nej' }));
  expect(await screen.findByText('Ni har tackat nej till Fråga fem användare.')).toBeTruthy();
  expect(server.sent(answerPlacement).map(({ body }) => body)).toEqual([{ move: 'decline', revision: 1 }]);
});

test('an invitation leads to the package, and whoever follows a link to it comes to it', async () => {
  open(ownOf(placementOf()));
  const link = screen.getByRole('link', { name: 'Om paketet Fråga fem användare' });
  expect(link.getAttribute('href')).toBe('/paket/user-insight');
  expect(link.closest('li')?.id).toBe(ids.placement);
});

test('a place that has changed meanwhile says so, is shown as it is now, and can be answered then', async () => {
  const server = open(ownOf(placementOf()));
  server.refused.set('answerPlacement', 'changed-meanwhile');
  await userEvent.click(screen.getByRole('button', { name: /^Nej tack/ }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ja, säg nej' }));

  expect(await screen.findByText(/Någon annan har ändrat detta under tiden/)).toBeTruthy();
  expect(screen.getByText('Ni står på väntelistan')).toBeTruthy();
  server.refused.clear();
  await userEvent.click(screen.getByRole('button', { name: /^Lämna väntelistan/ }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ja, lämna' }));

  expect(await screen.findByText('Ni är inte längre med i Fråga fem användare.')).toBeTruthy();
  expect(server.sent(answerPlacement).map(({ body }) => body)).toEqual([
    { move: 'decline', revision: 1 },
    { move: 'leave', revision: 7 },
  ]);
});

test('a conflict stays told when how it stands now cannot be read either', async () => {
  const server = open(ownOf(placementOf()));
  server.refused.set('answerPlacement', 'changed-meanwhile').set('listFirmPlacements', 'no-reply');
  await userEvent.click(screen.getByRole('button', { name: /^Nej tack/ }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ja, säg nej' }));

  expect(await screen.findByText(/Någon annan har ändrat detta under tiden/)).toBeTruthy();
  expect(screen.getByText('Ni är inbjudna')).toBeTruthy();
});

test('who is not responsible for the firm sees the place and does not answer', () => {
  open(ownOf(placementOf()), false);
  expect(screen.getByText('Den som är ansvarig för företaget svarar.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Ja, vi tar platsen/ })).toBeNull();
});

test('a firm that nobody has asked is told how it comes about', () => {
  open(ownOf());
  expect(screen.getByText('Ingen har bjudit in er till en grupp än')).toBeTruthy();
});

test('what has happened is told by the day in Sweden', async () => {
  open(
    ownOf(
      placementOf({
        events: [{ move: 'invite', status: 'invited', by: 'provider', reason: null, at: '2026-11-26T23:30:00.000Z' }],
      }),
    ),
  );
  await userEvent.click(screen.getByText('Det som har hänt'));
  expect(screen.getByText(/^27 november 2026/)).toBeTruthy();
});

test('says of two groups that go on at the same time, and not of one that is over', () => {
  const other = (name: string, place: number) => {
    const editionId = `00000000-0000-4000-8000-00000000001${place}` as Placement['edition']['editionId'];
    const { edition } = placementOf();
    return { ...edition, editionId, name, startsOn: '2027-02-01', endsOn: '2027-05-01' };
  };
  const placementId = (place: number) => `00000000-0000-4000-8000-00000000002${place}` as Placement['placementId'];
  open(
    ownOf(
      placementOf(),
      placementOf({ placementId: placementId(1), status: 'placed', answerBy: null, edition: other('Vårgruppen', 1) }),
      placementOf({
        placementId: placementId(2),
        status: 'declined',
        answerBy: null,
        edition: other('Höstgruppen', 2),
      }),
    ),
  );

  const told = screen.getAllByText(/^Samtidigt som en annan grupp: /).map(({ textContent }) => textContent);
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/: Vårgruppen \(/);
  expect(told[1]).toMatch(/: Fråga fem användare \(/);
});
