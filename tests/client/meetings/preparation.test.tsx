import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { getSharedFirm } from '#shared/contracts/advising.ts';
import { getContactRecord } from '#shared/contracts/contact-notes.ts';
import { firmId, organisationId } from '../advising/advising-fixture.ts';
import { FakeAdvisingSite } from '../advising/fake-advising-site.ts';
import { openAdvising } from '../advising/open-advising.tsx';
import { areaOf, changeOf, ownChange } from '../change/change-fixture.ts';
import { both } from '../contact/contact-fixture.ts';
import { noteOf } from '../contact-notes/fake-notes.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { resultOf } from '../result/result-fixture.tsx';
import { meetingId, meetingOf, stepOf } from './fake-meetings.ts';

const ofMeeting = paths.meeting(organisationId, firmId, meetingId);
const firmHref = paths.sharedFirm(organisationId, firmId);

/** A coming meeting, and one that was held before it, with something late, something done and something left open. */
function siteBefore(): FakeAdvisingSite {
  const site = new FakeAdvisingSite();
  const steps = [
    stepOf('aaaaaaaaaa', { what: 'Mäta ställtiden', dueOn: '2026-01-20' }),
    stepOf('bbbbbbbbbb', { what: 'Redan gjort', doneAt: '2026-01-15T09:00:00.000Z' }),
    stepOf('cccccccccc', { what: 'Boka studiebesök', owner: 'provider', isAgreedByFirm: false }),
  ];
  const earlier = { meetingId: uuid('f', 2), startsAt: '2026-01-10T09:00:00.000Z', status: 'held' as const, steps };
  site.meetings.meetings = [meetingOf(), meetingOf(earlier)];
  const result = resultOf();
  const answers = result.response.answers.map((each) =>
    each.itemCode === 'D9.2' ? { ...each, answer: { ...each.answer, comment: 'Ingen har tid.' } } : each,
  );
  const { status, since, change: compared } = ownChange({ change: changeOf([areaOf('D2', 'Teknik', [2, 3.5])]) });
  const change = { status, since, change: compared };
  site.shared = { ...site.shared, newest: { ...result, response: { ...result.response, answers } }, change };
  const participation = {
    organisation: both('Teknikklustret'),
    packageCode: 'robot',
    packageName: both('Robotsteget'),
  };
  site.notes.record = {
    ...site.notes.record,
    notes: [noteOf({ subject: 'Nästa steg' })],
    participations: [
      { ...participation, source: 'placement', status: 'waiting', since: '2026-01-01T09:00:00.000Z' },
      {
        ...participation,
        packageName: both('Avslutat'),
        source: 'request',
        status: 'completed',
        since: '2025-01-01T09:00:00.000Z',
      },
    ],
  };
  return site;
}

const part = (title: string) => {
  const found = screen.getByRole('heading', { level: 3, name: title }).parentElement;
  if (found === null) throw new Error(title);
  return within(found);
};

test('a coming meeting is prepared from what the firm shares, in one look', async () => {
  const { site } = await openAdvising(ofMeeting, siteBefore());

  expect(screen.getByRole('heading', { level: 2, name: 'Inför mötet' })).toBeTruthy();
  // D9 has 1 and 0 of the 3 to aim at, PM1 1 and 2: the need of an item is its distance to level 3, of PM1 1.25 times that.
  expect(
    part('De största gapen')
      .getAllByRole('heading', { level: 4 })
      .map((each) => each.textContent),
  ).toEqual(['Säkerhet', 'Ledning', 'Cirkulärt']);
  expect(part('De största gapen').getByText('”Ingen har tid.”')).toBeTruthy();
  expect(part('Vad som har ändrats sedan förra omgången').getByText('Teknik: 2,0 → 3,5 (+1,5)')).toBeTruthy();
  expect(part('Överenskommet tidigare, inte gjort än').getByText('Mäta ställtiden')).toBeTruthy();
  expect(part('Överenskommet tidigare, inte gjort än').getByText('Försenat')).toBeTruthy();
  expect(screen.queryByText('Redan gjort')).toBeNull();
  expect(part('Inte överenskommet än, från tidigare möten').getByText('Boka studiebesök')).toBeTruthy();
  expect(part('Senaste kontakt och senaste anteckning').getByText('Vill börja efter påsk.')).toBeTruthy();
  expect(part('Öppna förfrågningar').getByText(/Ring efter fyra/)).toBeTruthy();
  expect(part('Paket och grupper på gång').getByText('Robotsteget')).toBeTruthy();
  expect(screen.queryByText('Avslutat')).toBeNull();
  const suggested = part('Föreslagna paket');
  expect(suggested.getByRole('link', { name: 'Nätverk för underleverantörer' })).toBeTruthy();
  expect(suggested.getByRole('link', { name: 'Föreslagna paket' }).getAttribute('href')).toBe(`${firmHref}#result`);
  expect(site.server.sent(getSharedFirm)).toHaveLength(1);
  expect(site.server.sent(getContactRecord)).toHaveLength(1);
});

test('the firm is spoken of there, and never to', async () => {
  await openAdvising(ofMeeting, siteBefore());

  const suggested = part('Föreslagna paket');
  expect(suggested.getByText(/^Gäller: /).textContent).toMatch(/^Gäller: \S.* \(.+\)\.( Företaget tycker självt .*)?$/);
  expect(suggested.queryByText(/\b(ni|er|era)\b/i)).toBeNull();
});

test('of a firm that shares no result the rest is prepared', async () => {
  const site = siteBefore();
  site.withdrawResults();
  await openAdvising(ofMeeting, site);

  expect(screen.getByText('Företaget delar inget resultat med er.')).toBeTruthy();
  expect(screen.queryByText('De största gapen')).toBeNull();
  expect(part('Öppna förfrågningar')).toBeTruthy();
});

test('a meeting that was held is not prepared, and nobody has looked at the firm by reading it', async () => {
  const site = siteBefore();
  site.meetings.change(meetingId, { status: 'held' });
  await openAdvising(ofMeeting, site);

  expect(screen.queryByText('Inför mötet')).toBeNull();
  expect(site.server.sent(getSharedFirm)).toEqual([]);
});

test('the room begins with what the firm is best at, and where there is most to gain', async () => {
  await openAdvising(paths.meetingRoom(organisationId, firmId, meetingId), siteBefore());

  const gain = (await screen.findByRole('heading', { name: 'Där det finns mest att vinna' })).closest('section');
  expect(within(gain as HTMLElement).getByText('Säkerhet')).toBeTruthy();
});
