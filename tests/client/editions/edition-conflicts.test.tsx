import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EditionActions } from '#client/src/features/editions/edition-actions.tsx';
import { Fullness } from '#client/src/features/editions/edition-facts.tsx';
import { messages as swedish } from '#client/src/features/editions/locales/sv.po';
import { PlacementLists } from '#client/src/features/editions/placement-lists.tsx';
import { PlacingReport } from '#client/src/features/editions/placing-report.tsx';
import { usePlacing } from '#client/src/features/editions/use-placing.ts';
import { useDone } from '#client/src/lib/use-done.ts';
import { type EditionDocument, moveEdition } from '#shared/contracts/editions.ts';
import type { LivePlace } from '#shared/contracts/live-place.ts';
import { listFirmsPlaces, movePlacement, type PlacementDocument } from '#shared/contracts/placements.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';

beforeEach(() => i18n.load('sv', swedish));
afterEach(() => vi.unstubAllGlobals());

const idOf = (place: number) => `00000000-0000-4000-8000-00000000000${place}`;

const edition = {
  organisationId: idOf(1),
  editionId: idOf(2),
  organisationName: { sv: 'FPX', en: 'FPX' },
  packageCode: 'user-insight',
  packageName: { sv: 'Fråga fem användare', en: 'Ask five users' },
  name: null,
  status: 'open',
  delivery: 'online',
  municipality: null,
  venue: null,
  position: null,
  applyBy: '2026-12-20',
  startsOn: '2027-01-11',
  endsOn: '2027-03-01',
  places: 8,
  minimumGroup: 1,
  language: 'sv',
  isSimulated: false,
  days: [],
  placed: 1,
  invited: 0,
  waiting: 0,
  revision: 1,
} as unknown as EditionDocument;

const placement = {
  placementId: idOf(3),
  editionId: idOf(2),
  firmId: idOf(4),
  firmName: 'Smeden AB',
  isSimulated: false,
  status: 'placed',
  answerBy: null,
  waitingSince: null,
  statusSince: '2026-11-26T08:00:00.000Z',
  reason: null,
  hasReferral: false,
  hasUnanswered: false,
  revision: 1,
  events: [],
} as unknown as PlacementDocument;

const conflicting = () => {
  const server = new FakeEndpoints([
    answering(moveEdition, () => ({ ...edition, status: 'cancelled', revision: 3 }) as never),
    answering(movePlacement, () => ({ ...placement, status: 'left', revision: 3, hasTakenUp: false }) as never),
  ]);
  server.refused.set('moveEdition', 'changed-meanwhile').set('movePlacement', 'changed-meanwhile');
  return server;
};

const livePlace = (place: number, from: string, status: LivePlace['status']) =>
  ({
    firmId: placement.firmId,
    editionId: idOf(place),
    packageName: { sv: `Grupp ${place}`, en: `Group ${place}` },
    name: null,
    status,
    period: { from, to: '2027-12-01' },
  }) as LivePlace;
const live = [
  livePlace(2, '2027-01-11', 'placed'),
  livePlace(6, '2027-02-01', 'invited'),
  livePlace(7, '2027-06-01', 'placed'),
];

/** The page as it reads the edition and its firms anew: each time the revision is one higher. */
function Stage({ status = 'placed' }: { status?: PlacementDocument['status'] }) {
  const [revision, setRevision] = useState(1);
  const refresh = () => Promise.resolve(setRevision((last) => last + 1));
  const done = useDone();
  const desk = usePlacing(refresh);
  const shown = { ...edition, revision };
  return (
    <>
      <EditionActions edition={shown} changeHref="/andra" done={done} onChanged={refresh} />
      <PlacingReport desk={desk} />
      <PlacementLists
        edition={shown}
        placements={[{ ...placement, status, revision }]}
        live={live}
        desk={desk}
        firmHref={() => '/foretag'}
      />
    </>
  );
}

const openDialog = () => within(screen.getAllByRole('dialog').find((each) => each.hasAttribute('open')) as HTMLElement);
const revisionsOf = (server: FakeEndpoints, endpoint: typeof moveEdition | typeof movePlacement) =>
  server.sent(endpoint).map(({ body }) => (body as { revision: number }).revision);

test('an edition that has changed meanwhile is read anew, so that the next attempt goes by how it stands', async () => {
  const server = conflicting();
  show(<Stage />);
  await userEvent.click(screen.getByRole('button', { name: 'Ställ in gruppen' }));
  await userEvent.click(openDialog().getByRole('button', { name: 'Ställ in gruppen' }));
  expect(await openDialog().findByText(/Någon annan har ändrat detta under tiden/)).toBeTruthy();

  server.refused.clear();
  await userEvent.click(openDialog().getByRole('button', { name: 'Ställ in gruppen' }));
  await vi.waitFor(() => expect(revisionsOf(server, moveEdition)).toEqual([1, 2]));
});

test('so is the place of a firm, also in the question that is open', async () => {
  const server = conflicting();
  show(<Stage />);
  await userEvent.click(screen.getByRole('button', { name: /^Ta ut/ }));
  await userEvent.click(openDialog().getByRole('button', { name: 'Ta ut företaget' }));
  expect(await openDialog().findByText(/Någon annan har ändrat detta under tiden/)).toBeTruthy();

  server.refused.clear();
  await userEvent.click(openDialog().getByRole('button', { name: 'Ta ut företaget' }));
  await vi.waitFor(() => expect(revisionsOf(server, movePlacement)).toEqual([1, 2]));
});

test('a firm that is in another group at the same time has that beside its name', () => {
  conflicting();
  show(<Stage />);

  expect(screen.getByText(/^Samtidigt som en annan grupp: /).textContent).toBe(
    'Samtidigt som en annan grupp: Grupp 6 (1 februari 2027 – 1 december 2027, Inbjudet, inte svarat).',
  );
});

test('whoever is to be invited to two groups at the same time is named with them in the question', async () => {
  const server = new FakeEndpoints([
    answering(listFirmsPlaces, () => ({ firmName: 'Smeden AB', placements: [], unanswered: [], live, wished: [] })),
  ]);
  show(<Stage status="waiting" />);
  await userEvent.click(screen.getByRole('button', { name: 'Bjud in den som står först: Smeden AB' }));

  expect(await openDialog().findByText(/^Samtidigt som en annan grupp: Grupp 6 /)).toBeTruthy();
  expect(server.sent(movePlacement)).toEqual([]);
});

function Actions({ shown }: { shown: EditionDocument }) {
  return <EditionActions edition={shown} changeHref="/andra" done={useDone()} onChanged={() => Promise.resolve()} />;
}

test('what cannot be done yet is said when it is asked for, and nothing is sent', async () => {
  const server = new FakeEndpoints([answering(moveEdition, () => edition as never)]);
  show(<Actions shown={{ ...edition, minimumGroup: 3 }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Bekräfta att den blir av' }));

  expect(openDialog().getByText(/^För få har tackat ja: det behövs 2 till/)).toBeTruthy();
  expect(openDialog().queryByRole('button', { name: 'Bekräfta att den blir av' })).toBeNull();
  await userEvent.click(openDialog().getByRole('button', { name: 'Stäng' }));
  expect(server.sent(moveEdition)).toEqual([]);
});

test('a group whose places are all held waits for answers, and lacks no firms', () => {
  // Four places: two have said yes, two are asked. The smallest group is four.
  show(
    <Fullness
      edition={{ ...edition, places: 4, minimumGroup: 4, placed: 2, invited: 2, waiting: 3, applyBy: '2999-12-20' }}
    />,
  );

  expect(screen.getByText(/Alla platser hålls; 2 svar saknas\./)).toBeTruthy();
  expect(screen.queryByText(/Det saknas/)).toBeNull();
});

test('a group with room lacks those that have not said yes', () => {
  show(<Fullness edition={{ ...edition, places: 8, minimumGroup: 4, placed: 2, invited: 2, applyBy: '2999-12-20' }} />);

  expect(screen.getByText(/Det saknas 2 företag/)).toBeTruthy();
});

test('whoever is invited, or has answered by telephone, is asked about before the firm is written to', async () => {
  const server = conflicting();
  server.refused.clear();
  show(<Stage status="invited" />);
  await userEvent.click(screen.getByRole('button', { name: 'Tackade nej per telefon: Smeden AB' }));
  expect(openDialog().getByRole('heading', { name: 'Har Smeden AB tackat nej?' })).toBeTruthy();
  await userEvent.click(openDialog().getByRole('button', { name: 'Avbryt' }));
  await userEvent.click(screen.getByRole('button', { name: 'Tackade ja per telefon: Smeden AB' }));
  expect(openDialog().getByText(/Företaget får veta det i ett mejl/)).toBeTruthy();
  expect(server.sent(movePlacement)).toEqual([]);

  await userEvent.click(openDialog().getByRole('button', { name: 'Ja, det tar platsen' }));
  expect(await screen.findByText('Smeden AB har sin plats.')).toBeTruthy();
  expect(server.sent(movePlacement).map(({ body }) => body)).toEqual([{ move: 'accept', revision: 1 }]);
});

test('an invitation is sent when it is confirmed, and why it could not be takes the focus', async () => {
  const server = conflicting();
  show(<Stage status="waiting" />);
  await userEvent.click(screen.getByRole('button', { name: 'Bjud in den som står först: Smeden AB' }));
  expect(openDialog().getByText(/Företaget får ett mejl på en gång/)).toBeTruthy();
  expect(server.sent(movePlacement)).toEqual([]);
  await userEvent.click(openDialog().getByRole('button', { name: 'Skicka inbjudan' }));

  const told = await screen.findByText(/Någon annan har ändrat detta under tiden/);
  await vi.waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
  expect(document.activeElement).not.toBe(document.body);
});
