import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { sendMeetingSummary } from '#shared/contracts/meeting-summary.ts';
import * as contract from '#shared/contracts/meetings.ts';
import { firmId, lettingInOf, organisationId } from '../advising/advising-fixture.ts';
import { FakeAdvisingSite } from '../advising/fake-advising-site.ts';
import { openAdvising } from '../advising/open-advising.tsx';
import { both } from '../contact/contact-fixture.ts';
import { leaveAnyway, stay } from '../ui/leaving.ts';
import { meetingId, meetingOf, stepOf } from './fake-meetings.ts';

const ofMeeting = paths.meeting(organisationId, firmId, meetingId);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const confirm = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const typedAt = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;

async function open(address: string, ...meetings: ReturnType<typeof meetingOf>[]) {
  const site = new FakeAdvisingSite();
  site.meetings.meetings = meetings;
  return openAdvising(address, site);
}

test('the meetings ahead say that nothing is planned, and where to plan', async () => {
  await open(paths.meetingsAhead());

  expect(screen.getByText('Inget möte är planerat')).toBeTruthy();
  expect(screen.getByText('Ett möte planeras på företagets sida.')).toBeTruthy();
  expect(screen.getByText('Inget är försenat')).toBeTruthy();
});

test('the meetings ahead mark those of today and simulated firms, and lead to each', async () => {
  const site = new FakeAdvisingSite();
  const row = {
    meetingId,
    firmId,
    organisationId,
    organisationName: both('Stålklustret'),
    firmName: 'Smedjan AB',
    isSimulated: true,
    startsAt: new Date().toISOString(),
  };
  const later = { ...row, meetingId: 'f0000000-0000-4000-8000-000000000009', isSimulated: false, firmName: 'Åby' };
  site.meetings.ahead = {
    meetings: [
      { ...row, minutes: 60, place: 'Hos oss' },
      { ...later, startsAt: '2099-01-02T09:00:00.000Z', minutes: 60, place: '' },
    ],
    unclosed: [],
    overdueSteps: [{ ...row, what: 'Mäta ställtiden', owner: 'firm', dueOn: '2026-01-02' }],
  };
  await openAdvising(paths.meetingsAhead(), site);

  const [coming, overdue] = screen.getAllByRole('table').map((table) => within(table));
  const [first, second] = (coming?.getAllByRole('row') ?? []).slice(1).map((each) => within(each));
  expect(first?.getByText('Simulerat företag')).toBeTruthy();
  expect(first?.getByText('I dag')).toBeTruthy();
  expect(second?.queryByText('Simulerat företag')).toBeNull();
  expect(second?.queryByText('I dag')).toBeNull();
  expect(first?.getByRole('link', { name: 'Smedjan AB' }).getAttribute('href')).toBe(ofMeeting);
  expect(overdue?.getByText('Mäta ställtiden')).toBeTruthy();
});

test('meetings whose time has passed stand in a list of their own until they are closed', async () => {
  const site = new FakeAdvisingSite();
  const row = {
    meetingId,
    firmId,
    organisationId,
    organisationName: both('Stålklustret'),
    firmName: 'Smedjan AB',
    isSimulated: false,
    startsAt: '2026-02-10T09:00:00.000Z',
    minutes: 60,
    place: 'Hos oss',
  };
  site.meetings.ahead = { meetings: [], unclosed: [row], overdueSteps: [] };
  await openAdvising(paths.meetingsAhead(), site);

  expect(screen.getByRole('heading', { level: 2, name: 'Möten vars tid har gått' })).toBeTruthy();
  const table = within(screen.getByRole('table', { name: 'Det senaste först' }));
  expect(table.getByRole('link', { name: 'Smedjan AB' }).getAttribute('href')).toBe(ofMeeting);
  expect(table.getByText('Hos oss')).toBeTruthy();
  expect(screen.getByText('möte att avsluta')).toBeTruthy();
});

test('a day that has been is not planned for; a meeting whose time has passed keeps it', async () => {
  const { site, router } = await open(paths.meetingPlan(organisationId, firmId), meetingOf());
  type('Dag', '2026-02-10');
  type('Börjar', '09:30');
  type('Vad mötet är till för', 'Välja nästa steg');
  await press('Planera mötet');
  const summary = within(await screen.findByRole('alert'));
  expect(summary.getByRole('link').textContent).toBe('Dagen har varit. Välj i dag eller en senare dag.');
  expect(site.server.sent(contract.planMeeting)).toEqual([]);

  await router.navigate(ofMeeting);
  await leaveAnyway();
  await userEvent.click(await screen.findByText('Ändra planen'));
  type(/^Var/, 'Hos oss');
  await press('Spara planen');
  await screen.findByText('Planen är ändrad. Säg till företaget också.');
});

test('a meeting is planned, and opened', async () => {
  const { site, router } = await open(paths.meetingPlan(organisationId, firmId));
  type('Dag', '2099-12-10');
  type('Börjar', '09:30');
  type('Vad mötet är till för', 'Välja nästa steg');
  await press('Planera mötet');

  expect(await screen.findByRole('heading', { level: 1, name: 'Möte med Smedjan AB' })).toBeTruthy();
  expect(router.state.location.pathname).toBe(ofMeeting);
  expect(site.server.sent(contract.planMeeting)).toMatchObject([
    { body: { startsAt: '2099-12-10T08:30:00.000Z', minutes: 60, purpose: 'Välja nästa steg' } },
  ]);
});

test('what is missing in a plan is said at its field, with the focus on the list of it', async () => {
  const { site } = await open(paths.meetingPlan(organisationId, firmId));
  type('Minuter', '3');
  await press('Planera mötet');

  const summary = await screen.findByRole('alert');
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual([
    'Välj en dag.',
    'Skriv när det börjar.',
    'Skriv mellan 5 och 720 minuter.',
    'Skriv vad mötet är till för, högst 1 000 tecken.',
  ]);
  expect(summary.contains(document.activeElement)).toBe(true);
  expect(site.server.sent(contract.planMeeting)).toEqual([]);
});

test('a plan that the server does not take stays as it was typed, and goes out once more under the same key', async () => {
  const { site } = await open(paths.meetingPlan(organisationId, firmId));
  site.server.refused.set('planMeeting', 'no-reply');
  type('Dag', '2099-12-10');
  type('Börjar', '09:30');
  type('Vad mötet är till för', 'Välja nästa steg');
  await press('Planera mötet');

  expect(await screen.findByText('Mötet är inte sparat')).toBeTruthy();
  expect(typedAt('Vad mötet är till för')).toBe('Välja nästa steg');
  site.server.refused.clear();
  await press('Planera mötet');
  expect(await screen.findByRole('heading', { level: 1, name: 'Möte med Smedjan AB' })).toBeTruthy();
});

test('a plan half filled in is asked about before it is left; an untouched one is not', async () => {
  const { router } = await open(paths.meetingPlan(organisationId, firmId));
  await userEvent.click(screen.getByRole('link', { name: 'Smedjan AB' }));
  await waitFor(() => expect(router.state.location.pathname).toBe(paths.sharedFirm(organisationId, firmId)));

  await router.navigate(paths.meetingPlan(organisationId, firmId));
  await screen.findByRole('button', { name: 'Planera mötet' });
  type('Vad mötet är till för', 'Välja');
  await userEvent.click(screen.getByRole('link', { name: 'Smedjan AB' }));
  await stay();
  expect(typedAt('Vad mötet är till för')).toBe('Välja');

  await userEvent.click(screen.getByRole('link', { name: 'Smedjan AB' }));
  await leaveAnyway();
  await waitFor(() => expect(router.state.location.pathname).toBe(paths.sharedFirm(organisationId, firmId)));
});

test('a changed plan of a meeting is asked about, until it is saved', async () => {
  const { router } = await open(ofMeeting, meetingOf());
  await userEvent.click(screen.getByText('Ändra planen'));
  type(/^Var/, 'Hos oss');
  await userEvent.click(screen.getByRole('link', { name: 'Smedjan AB' }));
  await stay();
  await press('Spara planen');
  await screen.findByText('Planen är ändrad. Säg till företaget också.');

  await userEvent.click(screen.getByRole('link', { name: 'Smedjan AB' }));
  await waitFor(() => expect(router.state.location.pathname).toBe(paths.sharedFirm(organisationId, firmId)));
});

test('a day with a mistyped year is said at its field', async () => {
  const { site } = await open(paths.meetingPlan(organisationId, firmId));
  type('Dag', '0026-12-10');
  type('Börjar', '09:30');
  type('Vad mötet är till för', 'Välja nästa steg');
  await press('Planera mötet');

  const summary = within(await screen.findByRole('alert'));
  expect(summary.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Välj en dag mellan 2000 och 2099.',
  ]);
  expect(site.server.sent(contract.planMeeting)).toEqual([]);
});

test('pages of a meeting with a simulated firm say so', async () => {
  const site = new FakeAdvisingSite();
  site.firms = [lettingInOf({ isSimulated: true })];
  site.shared = { ...site.shared, isSimulated: true };
  site.meetings.meetings = [meetingOf({ isSimulated: true })];
  const { router } = await openAdvising(paths.meetingPlan(organisationId, firmId), site);
  for (const address of [null, ofMeeting, paths.meetingRoom(organisationId, firmId, meetingId)]) {
    if (address !== null) await router.navigate(address);
    expect(await screen.findByText('Simulerat företag'), String(address)).toBeTruthy();
  }
});

test('a plan that a colleague has changed meanwhile is not written over, and what was typed stays', async () => {
  const { site } = await open(ofMeeting, meetingOf());
  site.meetings.change(meetingId, { revision: 2 });
  await userEvent.click(screen.getByText('Ändra planen'));
  type(/^Var/, 'Hos oss');
  await press('Spara planen');

  expect(await screen.findByText('Mötet är inte sparat')).toBeTruthy();
  expect(typedAt(/^Var/)).toBe('Hos oss');
  expect(site.meetings.meetings[0]?.place).toBe('Hos företaget');
});

test('a meeting is cancelled after a question, and then offers nothing more', async () => {
  const { site } = await open(ofMeeting, meetingOf());
  await press('Ställ in mötet');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ställ in mötet' }));

  expect(await screen.findByText('Mötet är inställt. Säg till företaget också.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Öppna mötesläget' })).toBeNull();
  expect(site.server.sent(contract.endMeeting)).toMatchObject([{ body: { revision: 1, move: 'cancel' } }]);
});

test('an agreed step is ticked off when the meeting was held, not before', async () => {
  const steps = [stepOf('aaaaaaaaaa', { what: 'Mäta ställtiden' }), stepOf('bbbbbbbbbb', { isAgreedByFirm: false })];
  const { site, router } = await open(ofMeeting, meetingOf({ steps }));
  expect(screen.queryByRole('checkbox')).toBeNull();

  site.meetings.change(meetingId, { status: 'held' });
  await router.navigate(paths.meetingsAhead());
  await screen.findByText('Inget är försenat');
  await router.navigate(ofMeeting);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Mäta ställtiden' }));

  expect(await screen.findByText(/Gjort 12 februari 2026/)).toBeTruthy();
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
});

test('the summary is looked at first, sent once, and what was agreed stands from then on', async () => {
  const { site } = await open(ofMeeting, meetingOf({ steps: [stepOf('aaaaaaaaaa')] }));
  expect(screen.queryByRole('button', { name: 'Skicka sammanfattningen' })).toBeNull();
  await press('Se sammanfattningen');
  expect(await screen.findByText('Mäta ställtiden, Smedjan AB')).toBeTruthy();
  expect(screen.getByText(/Går till er och till 2 personer/)).toBeTruthy();

  await press('Skicka sammanfattningen');
  expect(screen.getByText(/Mötet sätts som genomfört/)).toBeTruthy();
  expect(screen.queryByText(/har inte börjat/)).toBeNull();
  await confirm('Skicka');

  expect(await screen.findByText('Sammanfattningen är på väg till företaget och till er.')).toBeTruthy();
  expect(screen.getByText(/Skickad 10 februari 2026/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Öppna mötesläget' })).toBeNull();
  expect(site.server.sent(sendMeetingSummary)).toMatchObject([{ body: { revision: 1, stepsRevision: 1, fates: [] } }]);
});

test('a summary of steps that have changed meanwhile, or that nobody would get, is not sent', async () => {
  const { site } = await open(ofMeeting, meetingOf({ steps: [stepOf('aaaaaaaaaa')] }));
  await press('Se sammanfattningen');
  await screen.findByText('Mäta ställtiden, Smedjan AB');
  site.meetings.change(meetingId, { stepsRevision: 5 });
  await press('Skicka sammanfattningen');
  await confirm('Skicka');
  expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeTruthy();
  await confirm('Avbryt');

  site.meetings.summary = { ...site.meetings.summary, firmRecipients: 0, agreedSteps: 0 };
  await press('Se den igen');
  expect(await screen.findByText(/Det finns ingen på företaget vars adress är känd här/)).toBeTruthy();
  expect(screen.getByText(/Inget är överenskommet av båda än. Kryssa/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Skicka sammanfattningen' })).toBeNull();
});

const twoSteps = () => [
  stepOf('aaaaaaaaaa', { what: 'Mäta ställtiden' }),
  stepOf('bbbbbbbbbb', { what: 'Boka studiebesök', isAgreedByFirm: false }),
];

test('a step that is not agreed by both is named before the summary is sent, and kept unless something else is chosen', async () => {
  const { site } = await open(ofMeeting, meetingOf({ steps: twoSteps() }));
  expect(screen.getByRole('heading', { name: 'Inte överenskommet än' })).toBeTruthy();
  await press('Se sammanfattningen');
  expect(await screen.findByText('1 steg är inte överenskommet av båda')).toBeTruthy();
  const choice = within(screen.getByRole('group', { name: 'Boka studiebesök' }));
  expect(choice.getByRole<HTMLInputElement>('radio', { name: 'Behåll till nästa möte' }).checked).toBe(true);

  await press('Skicka sammanfattningen');
  expect(screen.getByText(/1 steg behålls till nästa möte/)).toBeTruthy();
  await confirm('Skicka');

  expect(await screen.findByText(/Skickad 10 februari 2026/)).toBeTruthy();
  expect(screen.getByText('Boka studiebesök')).toBeTruthy();
  expect(screen.getByText(/Behålls till nästa möte, där det föreslås/)).toBeTruthy();
  expect(site.server.sent(sendMeetingSummary)).toMatchObject([{ body: { fates: [] } }]);
});

test('a step that is taken in after all is in what the firm will read, and sent as agreed', async () => {
  const { site } = await open(ofMeeting, meetingOf({ steps: twoSteps() }));
  await press('Se sammanfattningen');
  await userEvent.click(await screen.findByRole('radio', { name: 'Ta med det: båda är med på det' }));
  expect(await screen.findByText(/Mäta ställtiden, Smedjan AB\s+Boka studiebesök/)).toBeTruthy();
  await press('Skicka sammanfattningen');
  await confirm('Skicka');

  await screen.findByText(/Skickad 10 februari 2026/);
  expect(screen.queryByText('Inte överenskommet än')).toBeNull();
  expect(screen.getByRole('checkbox', { name: 'Boka studiebesök' })).toBeTruthy();
  expect(site.server.sent(sendMeetingSummary)).toMatchObject([
    { body: { fates: [{ key: 'bbbbbbbbbb', fate: 'take' }] } },
  ]);
});

test('of several steps all are dropped at once, if that is chosen', async () => {
  const steps = [...twoSteps(), stepOf('cccccccccc', { what: 'Byta avtal', isAgreedByProvider: false })];
  const { site } = await open(ofMeeting, meetingOf({ steps }));
  await press('Se sammanfattningen');
  await screen.findByText('2 steg är inte överenskomna av båda');
  await press('Stryk alla');
  await press('Skicka sammanfattningen');
  expect(screen.getByText(/2 steg stryks/)).toBeTruthy();
  await confirm('Skicka');

  await screen.findByText(/Skickad 10 februari 2026/);
  expect(site.meetings.meetings[0]?.steps.map(({ key }) => key)).toEqual(['aaaaaaaaaa']);
});

test('of a meeting that has not begun it is asked whether it has been held', async () => {
  await open(ofMeeting, meetingOf({ startsAt: '2099-02-10T09:00:00.000Z', steps: twoSteps() }));
  await press('Se sammanfattningen');
  await screen.findByText('Mäta ställtiden, Smedjan AB');
  await press('Skicka sammanfattningen');
  const dialog = within(screen.getByRole('dialog', { name: 'Mötet har inte börjat. Har det hållits?' }));
  expect(dialog.getByText(/Det är planerat att börja 10 februari 2099/)).toBeTruthy();
  await confirm('Det har hållits: skicka');

  expect(await screen.findByText(/Skickad 10 februari 2026/)).toBeTruthy();
});

test('a meeting that the firm has closed by withdrawing is not shown', async () => {
  const site = new FakeAdvisingSite();
  site.meetings.meetings = [meetingOf()];
  site.withdraw();
  await openAdvising(ofMeeting, site);

  await waitFor(() => expect(screen.queryByText('Gå igenom resultatet')).toBeNull());
  expect(screen.queryByRole('heading', { name: 'Möte med Smedjan AB' })).toBeNull();
});
