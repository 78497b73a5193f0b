import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { ActivityRow } from '#shared/contracts/follow-up.ts';
import * as contract from '#shared/contracts/follow-up.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { accountOf } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { activityRow, frame, indexRow, openFollowUp, organisationId } from './follow-up-fixture.tsx';

afterEach(() => vi.unstubAllGlobals());

const visitor = answering(getVisitor, () => ({ account: accountOf(['analyst']) }));
const listing = (activities: ActivityRow[]) => answering(contract.listActivities, () => ({ activities, frame }));
const shownText = () => document.body.textContent ?? '';

describe('the steps', () => {
  test('have started by an activity or a group, and say since when', async () => {
    new FakeEndpoints([visitor, listing([activityRow(1, { activity: { steps: ['P1.2'] } })])]);
    await openFollowUp(paths.steps(organisationId));

    expect(screen.getByRole('heading', { level: 1, name: '2 av 3 steg har startat' })).toBeTruthy();
    expect(shownText()).toContain('Sedan 1 februari 2025, och pågår.');
    expect(shownText()).toContain('Sedan 1 februari 2026. Inget pågår just nu.');
    expect(screen.getByRole('link', { name: 'Skriv in en aktivitet för P1.1' })).toBeTruthy();
  });

  test('of which all was stopped have not started, and say so', async () => {
    const stopped = activityRow(1, { activity: { steps: ['P1.2'], status: 'stopped', until: '2026-06-01' } });
    new FakeEndpoints([visitor, listing([stopped])]);
    await openFollowUp(paths.steps(organisationId));

    expect(screen.getByRole('heading', { level: 1, name: '1 av 3 steg har startat' })).toBeTruthy();
    expect(screen.getAllByText('Avbrutet')[0]).toBeTruthy();
    expect(shownText()).toContain('Började 1 februari 2025 och avbröts innan det var klart.');
    expect(screen.getByRole('link', { name: 'Skriv in en aktivitet för P1.2' })).toBeTruthy();
  });

  test('are narrowed by what the address says, and an invented word narrows nothing', async () => {
    new FakeEndpoints([visitor, listing([activityRow(1)])]);
    const router = await openFollowUp(`${paths.steps(organisationId)}&priority=P3&county=99`);

    expect(screen.getByRole('heading', { level: 1, name: '1 av 1 steg har startat' })).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Prioritering'), 'P1');
    expect(await screen.findByRole('heading', { level: 1, name: '1 av 2 steg har startat' })).toBeTruthy();
    expect(router.state.location.search).toContain('priority=P1');
  });

  test('are told of also where nobody has written anything down', async () => {
    new FakeEndpoints([visitor, listing([])]);
    await openFollowUp(paths.steps(organisationId));

    expect(screen.getByText('Ingen aktivitet är inskriven än')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: '1 av 3 steg har startat' })).toBeTruthy();
  });
});

describe('the portfolio', () => {
  const rows = [
    activityRow(1),
    activityRow(2, {
      region: '17',
      isOwn: false,
      isSimulated: true,
      activity: { name: { sv: 'Mässan', en: 'The fair' }, funding: [], s3Area: null, counties: ['17'] },
    }),
    activityRow(3, { withdrawalReason: 'Skriven två gånger.', activity: { name: { sv: 'Dubbletten', en: 'Twice' } } }),
  ];

  test('shows all regions, sums what is given, and leads on to one’s own only', async () => {
    new FakeEndpoints([visitor, listing(rows)]);
    await openFollowUp(paths.portfolio(organisationId));

    expect(screen.getByText('2 av 2 aktiviteter')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Robotdemonstratorn' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Mässan' })).toBeNull();
    expect(screen.getAllByText('Simulerat').length).toBeGreaterThan(0);
    const sums = within(screen.getByRole('table', { name: 'Per finansiär' }));
    expect(sums.getByRole('row', { name: /^ERUF 1 4.000.000.kr$/ })).toBeTruthy();
    expect(
      sums.getByRole('row', { name: /^Alla aktiviteter, var och en räknad en gång 2 minst 4.000.000.kr$/ }),
    ).toBeTruthy();
    expect(screen.getByText('Skriven två gånger.')).toBeTruthy();
  });

  test('is saved as it is narrowed', async () => {
    new FakeEndpoints([visitor, listing(rows)]);
    await openFollowUp(`${paths.portfolio(organisationId)}&region=17`);

    expect(screen.getByText('1 av 2 aktiviteter')).toBeTruthy();
    const file = screen.getByRole('link', { name: /arbetsbok/ }).getAttribute('href');
    expect(file).toBe(`/api/region/organisations/${organisationId}/portfolio/workbook?region=17&language=sv`);
    await userEvent.selectOptions(screen.getByLabelText('Finansiering'), 'esf');
    expect(await screen.findByText('Ingen aktivitet passar det ni har valt')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Visa allt' }));
    expect(await screen.findByText('2 av 2 aktiviteter')).toBeTruthy();
  });
});

describe('an activity', () => {
  test('tells all that is amiss and keeps what was typed', async () => {
    const endpoints = new FakeEndpoints([visitor, listing([])]);
    await openFollowUp(paths.newActivity(organisationId, 'P1.1'));
    fireEvent.change(screen.getByLabelText('Namn på svenska'), { target: { value: 'Robotlyftet' } });
    await userEvent.click(screen.getByRole('button', { name: 'Spara aktiviteten' }));

    const summary = within(await screen.findByRole('alert'));
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Skriv namnet på engelska, högst 160 tecken.',
      'Ange den första dagen.',
      'Skriv vad den ska leda till, högst 2000 tecken.',
      'Skriv vem som är ansvarig.',
    ]);
    expect(screen.getByLabelText<HTMLInputElement>('Namn på svenska').value).toBe('Robotlyftet');
    // The step it was begun from is chosen.
    expect(screen.getByLabelText<HTMLInputElement>('P1.1 Magnetinitiativ').checked).toBe(true);
    expect(endpoints.sent(contract.saveActivity)).toEqual([]);
  });

  test('that somebody else has changed meanwhile shows theirs beside one’s own, which can be saved over it', async () => {
    const row = activityRow(1);
    const theirs = activityRow(1, { revision: 2, activity: { goals: 'Deras mål.' } });
    let isChanged = false;
    const history = [
      { revision: 1, changedAt: row.changedAt, personName: null, withdrawalReason: null, activity: row.activity },
    ];
    const endpoints = new FakeEndpoints([
      visitor,
      listing([row]),
      answering(contract.getActivity, () => ({ ...(isChanged ? theirs : row), history })),
      answering(contract.saveActivity, ({ body }) => {
        if (body.revision === 1) throw new Refusal('changed-meanwhile');
        return { ...row, revision: 3, activity: body.activity };
      }),
    ]);
    await openFollowUp(paths.changeActivity(organisationId, row.activityId));
    fireEvent.change(screen.getByLabelText(/^Ansvarig/), { target: { value: 'Vi själva' } });
    isChanged = true;
    await userEvent.click(screen.getByRole('button', { name: 'Spara aktiviteten' }));

    const notice = within(await screen.findByRole('alert'));
    expect(notice.getByText('Deras mål.')).toBeTruthy();
    expect(notice.getByText(/Någon annan har ändrat, eller ni själva i en annan flik/)).toBeTruthy();
    expect(notice.queryByText('Ansvarig')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>(/^Ansvarig/).value).toBe('Vi själva');
    await userEvent.click(screen.getByRole('button', { name: 'Spara det som står i formuläret över det' }));

    await waitFor(() => expect(endpoints.sent(contract.saveActivity)).toHaveLength(2));
    expect(endpoints.sent(contract.saveActivity)[1]?.body).toMatchObject({
      revision: 2,
      activity: { responsible: 'Vi själva', goals: row.activity.goals },
    });
  });

  test('as somebody else has saved it can be taken into the form, and be gone on from', async () => {
    const row = activityRow(1);
    const theirs = activityRow(1, { revision: 2, activity: { goals: 'Deras mål.' } });
    let isChanged = false;
    const endpoints = new FakeEndpoints([
      visitor,
      listing([row]),
      answering(contract.getActivity, () => ({ ...(isChanged ? theirs : row), history: [] })),
      answering(contract.saveActivity, ({ body }) => {
        if (body.revision === 1) throw new Refusal('changed-meanwhile');
        return { ...row, revision: 3, activity: body.activity };
      }),
    ]);
    const router = await openFollowUp(paths.changeActivity(organisationId, row.activityId));
    fireEvent.change(screen.getByLabelText(/^Ansvarig/), { target: { value: 'Vi själva' } });
    isChanged = true;
    await userEvent.click(screen.getByRole('button', { name: 'Spara aktiviteten' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hämta det sparade till formuläret' }));

    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>(/^Ansvarig/).value).toBe(row.activity.responsible);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Mål').value).toBe('Deras mål.');
    await userEvent.click(screen.getByRole('button', { name: 'Spara aktiviteten' }));

    expect(await screen.findByText('Aktiviteten är sparad.')).toBeTruthy();
    await act(() => router.navigate(paths.steps(organisationId)));
    await act(() => router.navigate(-1));
    // Whoever comes back has saved nothing since.
    expect(await screen.findByRole('heading', { level: 1, name: row.activity.name.sv })).toBeTruthy();
    expect(screen.queryByText('Aktiviteten är sparad.')).toBeNull();
    expect(endpoints.sent(contract.saveActivity)[1]?.body).toMatchObject({ revision: 2 });
  });

  test('tells what is amiss with the days in the same round as the rest, and not what went wrong before', async () => {
    const row = activityRow(1);
    const endpoints = new FakeEndpoints([
      visitor,
      listing([row]),
      answering(contract.getActivity, () => ({ ...row, history: [] })),
      answering(contract.saveActivity, () => row),
    ]);
    endpoints.refused.set(contract.saveActivity.name, 'no-reply');
    await openFollowUp(paths.changeActivity(organisationId, row.activityId));
    await userEvent.click(screen.getByRole('button', { name: 'Spara aktiviteten' }));
    expect(await screen.findByText('Aktiviteten sparades inte')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^Länk/), { target: { value: 'hej' } });
    fireEvent.change(screen.getByLabelText('Första dagen'), { target: { value: '2027-05-01' } });
    fireEvent.change(screen.getByLabelText(/^Sista dagen/), { target: { value: '2026-01-01' } });
    await userEvent.click(screen.getByRole('button', { name: 'Spara aktiviteten' }));

    expect(screen.queryByText('Aktiviteten sparades inte')).toBeNull();
    const summary = within(await screen.findByRole('alert'));
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Första dagen har inte kommit än. Välj Planerad, eller en tidigare dag.',
      'Den sista dagen kommer före den första. Flytta en av dem.',
      'Skriv en adress som börjar med https://, eller lämna fältet tomt.',
    ]);
  });

  test('has the steps under their priorities', async () => {
    new FakeEndpoints([visitor, listing([])]);
    await openFollowUp(paths.newActivity(organisationId));

    const steps = within(screen.getByRole('group', { name: 'Steg i strategin' }));
    expect(steps.getAllByText(/^P\d /).map(({ textContent }) => textContent)).toEqual([
      'P1 Resurser',
      'P3 Omställning',
    ]);
  });

  test('is withdrawn with a reason, and not without', async () => {
    const row = activityRow(1);
    const endpoints = new FakeEndpoints([
      visitor,
      listing([row]),
      answering(contract.getActivity, () => ({ ...row, history: [] })),
      answering(contract.withdrawActivity, ({ body }) => ({ ...row, revision: 2, withdrawalReason: body.reason })),
    ]);
    const router = await openFollowUp(paths.activity(organisationId, row.activityId));
    await userEvent.click(screen.getByRole('button', { name: 'Ta tillbaka' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Ta tillbaka' }));
    expect(await dialog.findByText('Skriv varför, högst 500 tecken.')).toBeTruthy();
    await userEvent.type(dialog.getByLabelText('Varför'), 'Fel region.');
    await userEvent.click(dialog.getByRole('button', { name: 'Ta tillbaka' }));

    await waitFor(() => expect(endpoints.sent(contract.withdrawActivity)).toHaveLength(1));
    expect(endpoints.sent(contract.withdrawActivity)[0]?.body).toEqual({ revision: 1, reason: 'Fel region.' });
    expect(await screen.findByText('Aktiviteten är återtagen.')).toBeTruthy();
    await act(() => router.navigate(paths.steps(organisationId)));
    await act(() => router.navigate(-1));
    // Whoever comes back has withdrawn nothing since.
    expect(await screen.findByRole('heading', { level: 1, name: 'Industriportfölj' })).toBeTruthy();
    expect(screen.queryByText('Aktiviteten är återtagen.')).toBeNull();
  });
});

describe('values for comparison', () => {
  const figure = {
    mean: 1.9,
    firms: 240,
    releaseNumber: 3,
    from: '2026-01-01',
    until: '2026-07-01',
    population: 'sme' as const,
    isSimulated: true,
  };
  const values = (rows: Parameters<typeof indexRow>[1][]) =>
    answering(contract.listIndexValues, () => ({
      indexValues: rows.map((changes, at) => indexRow(at, changes)),
      figures: [{ dimension: 'D1', ...figure }],
      dimensions: [{ code: 'D1', name: { sv: 'Affärsmodeller', en: 'Business models' } }],
      today: '2026-11-26',
    }));

  test('stand beside the published figure with their note, and never differ by a number across scales', async () => {
    new FakeEndpoints([visitor, values([{}])]);
    await openFollowUp(paths.indexValues(organisationId));

    expect(screen.getByText('Mäter användning och inte mognad. Alla branscher.')).toBeTruthy();
    expect(shownText()).toContain('61,5 procent');
    expect(shownText()).toContain('Medelnivå 1,9 på en skala från 0 till 4');
    expect(shownText()).toContain(
      'Omkring 240 företag som har svarat, med färre än 250 anställda, januari 2026 till juni',
    );
    expect(screen.getByRole('link', { name: 'Publicering 3' })).toBeTruthy();
    expect(shownText()).toContain('Inte som ett tal, för skalorna är olika.');
    expect(shownText()).not.toContain('59,6');
  });

  test('of the same scale say by how much, and keep their note', async () => {
    new FakeEndpoints([visitor, values([{ unit: 'level', lowest: 0, highest: 4, value: 2.3, note: 'Andra frågor.' }])]);
    await openFollowUp(paths.indexValues(organisationId));

    expect(shownText()).toContain('Indexet ligger 0,4 nivåer högre.');
    expect(screen.getByText('Andra frågor.')).toBeTruthy();
  });

  test.each([
    [0.44, 1, '0,44'],
    [0.41, 1, '0,41'],
    [2.35, 100, '2,35'],
    [1234.5, 10_000, '1 234,5'],
    [3, 100, '3'],
  ])('stand as their source has them: %d', async (value, highest, written) => {
    new FakeEndpoints([visitor, values([{ unit: 'points', lowest: 0, highest, value }])]);
    await openFollowUp(paths.indexValues(organisationId));

    expect(shownText().replaceAll('\u00a0', ' ')).toContain(`${written} poäng`);
  });

  test('are not entered without a note', async () => {
    const endpoints = new FakeEndpoints([visitor, values([])]);
    await openFollowUp(paths.newIndexValue(organisationId));
    await userEvent.click(screen.getByRole('button', { name: 'Spara värdet' }));

    const summary = within(await screen.findByRole('alert'));
    expect(
      summary.getByRole('link', { name: 'Skriv hur långt det går att jämföra. Det visas alltid med värdet.' }),
    ).toBeTruthy();
    expect(endpoints.sent(contract.saveIndexValue)).toEqual([]);
  });
});
