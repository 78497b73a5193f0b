import { i18n } from '@lingui/core';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as planRoute from '#client/src/app/routes/plan-route.tsx';
import { messages } from '#client/src/features/planning/locales/sv.po';
import * as contract from '#shared/contracts/plans.ts';
import { mostInvitedAtOnce } from '#shared/contracts/plans.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { leaveDialog, stay } from '../ui/leaving.ts';
import { speak } from '../ui/show.tsx';
import {
  alva,
  berga,
  cedern,
  clashOutcome,
  editionId,
  elsewhereOf,
  FakePlanningSite,
  farAway,
  farEditionId,
  leavingOut,
  manyFirms,
  nextPlanId,
  organisationId,
  planId,
  planOf,
} from './plan-fixture.ts';

afterEach(() => vi.unstubAllGlobals());

/** The page in front of the site, whose endpoints answer every call. */
async function open(_site: FakePlanningSite) {
  i18n.load('sv', messages);
  speak('sv');
  return openRoutes([{ path: routePatterns.plan, ...planRoute }], paths.plan(organisationId, planId));
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const rowAbout = (name: string) => {
  const notice = screen.getByText('De här bjuds inte in').parentElement as HTMLElement;
  return within(notice)
    .getAllByRole('listitem')
    .find(({ textContent }) => textContent.startsWith(name))?.textContent;
};
const inDialog = () => within(screen.getByRole('dialog'));

test('says that a plan is proven best, who is in it, and why others are not', async () => {
  await open(new FakePlanningSite());

  expect(screen.getByText(/Bevisat: ingen annan plan/)).toBeDefined();
  expect(screen.getByText('2 av 2 platser')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Varför, och ändra: Alva AB' })).toBeDefined();
  expect(
    screen.getByText(
      /: fullt\. Berga AB gick före: med ett byte blir planen värd 50 poäng mindre: −150 för företagen; \+100 för önskemålet om län/,
    ),
  ).toBeDefined();
  expect(screen.getByText('Ordning i verkstaden: 1 län där 2 önskas.')).toBeDefined();
});

test('tells what it costs to move a firm, locks it and solves again with that', async () => {
  const site = new FakePlanningSite();
  const router = await open(site);

  await press('Varför, och ändra: Alva AB');
  await userEvent.click(inDialog().getByRole('button', { name: 'Vad skulle det kosta att flytta det?' }));
  await inDialog().findByText('I ingen grupp: kostar 50 poäng; 1 annat företag flyttas.');
  await userEvent.selectOptions(inDialog().getByLabelText('Det som ska gälla för företaget'), 'nowhere');
  await userEvent.click(inDialog().getByRole('button', { name: 'Låt det gälla' }));

  expect(screen.getByText('Alva AB ska inte vara i någon grupp.')).toBeDefined();
  expect(screen.getByRole('button', { name: /^Bjud in/ }).getAttribute('aria-disabled')).toBe('true');
  await press('Lös igen');
  await waitFor(() => expect(router.state.location.pathname).toBe(paths.plan(organisationId, nextPlanId)));
  expect(site.server.sent(contract.makePlan)[0]?.body).toMatchObject({
    editionIds: [editionId],
    fromPlanId: planId,
    rules: { locks: [{ kind: 'nowhere', firmId: alva }] },
  });
});

test('takes back what was changed', async () => {
  await open(new FakePlanningSite());
  await press('Varför, och ändra: Alva AB');
  await userEvent.selectOptions(inDialog().getByLabelText('Det som ska gälla för företaget'), `in ${editionId}`);
  await userEvent.click(inDialog().getByRole('button', { name: 'Låt det gälla' }));

  await press('Ångra ändringarna');

  expect(screen.queryByText('Alva AB ska vara i Ordning i verkstaden.')).toBeNull();
});

test('invites all, and says who could not be invited and why', async () => {
  await open(new FakePlanningSite());

  await press('Bjud in alla 2 företag');
  await userEvent.click(inDialog().getByRole('button', { name: 'Bjud in' }));

  await screen.findByText('1 företag är inbjudet.');
  expect(rowAbout('Berga AB')).toBe('Berga AB (Ordning i verkstaden): den sista platsen har tagits.');
  expect(screen.getByRole('link', { name: /^Till gruppen: Ordning i verkstaden/ }).getAttribute('href')).toBe(
    paths.edition(organisationId, editionId),
  );
});

test('shows who is asked already, and invites the others only', async () => {
  const site = new FakePlanningSite();
  site.invite = (place) => ({ outcome: 'invited', ...place, hasTakenUp: false });
  const now = { status: 'invited' as const, isElsewhere: false, isSincePlan: true };
  site.plan = planOf({ placesNow: [{ firmId: alva, editionId, ...now }] });
  await open(site);

  expect(screen.getByText('Inbjudet, inte svarat')).toBeDefined();
  expect(screen.getByText('1 av planens 2 företag är inbjudna eller har sin plats.')).toBeDefined();
  await press('Bjud in 1 företag som är kvar');
  await userEvent.click(inDialog().getByRole('button', { name: 'Bjud in' }));

  await screen.findByText('1 företag är inbjudet.');
  expect(site.server.sent(contract.invitePlanned)[0]?.body).toEqual({ places: [{ firmId: berga, editionId }] });
  expect(screen.getByText(/Det finns ingen kvar att bjuda in/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Bjud in/ })).toBeNull();
});

test('says whose request an invitation takes up, before and after', async () => {
  const site = new FakePlanningSite();
  site.invite = (place) => ({ outcome: 'invited', ...place, hasTakenUp: place.firmId === alva });
  site.plan = planOf({
    requestsNow: [
      { firmId: alva, packageCode: 'lean', isUnanswered: true, wishedEditionIds: [] },
      { firmId: berga, packageCode: 'lean', isUnanswered: false, wishedEditionIds: [editionId] },
    ],
  });
  await open(site);

  expect(screen.getByText('Har bett om det, väntar på svar')).toBeDefined();
  expect(screen.getByText('Har bett om den här gruppen')).toBeDefined();
  await press('Bjud in alla 2 företag');
  expect(inDialog().getByText('Tar också upp 1 förfrågan som väntar på svar: Alva AB.')).toBeDefined();
  await userEvent.click(inDialog().getByRole('button', { name: 'Bjud in' }));

  await screen.findByText('2 företag är inbjudna. 1 förfrågan är upptagen med det.');
});

test('tells no points of a plan that was made by earlier rules, and says why', async () => {
  const site = new FakePlanningSite();
  site.plan = planOf({ pointsVersion: 1 });
  await open(site);

  expect(screen.getByText(/Sättet att räkna poäng har ändrats/)).toBeDefined();
  expect(screen.queryByText(/Bevisat/)).toBeNull();
  expect(screen.queryByText('Vad planen är värd')).toBeNull();
  await userEvent.click(screen.getAllByRole('button', { name: /^Varför, och ändra/ })[0] as HTMLElement);
  expect(inDialog().queryByText(/Värd|Värt/)).toBeNull();
  expect(inDialog().queryByRole('button', { name: /flytta/ })).toBeNull();
});

test.each([
  [{ status: 'declined', isElsewhere: false }, 'har tackat nej sedan planen gjordes'],
  [{ status: 'waiting', isElsewhere: false }, 'har satts på gruppens väntelista sedan planen gjordes'],
  [{ status: 'placed', isElsewhere: true }, 'har en plats i en annan grupp för paketet'],
] as const)('says what is true now of a firm that has become %j since', async (now, words) => {
  const site = new FakePlanningSite();
  site.plan = planOf({ placesNow: [{ firmId: alva, editionId, ...now, isSincePlan: true }] });
  await open(site);

  expect(screen.getByText(`Nu: ${words}.`)).toBeDefined();
  expect(rowAbout('Alva AB')).toBe(`Alva AB (Ordning i verkstaden): ${words}.`);
  expect(screen.getByRole('button', { name: 'Bjud in 1 företag som är kvar' })).toBeDefined();
});

test('tells who was asked and who was not when the network goes between two calls', async () => {
  const site = new FakePlanningSite();
  site.plan = manyFirms(30);
  let calls = 0;
  site.invite = (place) => {
    calls += 1;
    if (calls > mostInvitedAtOnce) throw new TypeError('no network');
    return { outcome: 'invited', ...place, hasTakenUp: false };
  };
  await open(site);
  await press('Bjud in alla 30 företag');
  await userEvent.click(inDialog().getByRole('button', { name: 'Bjud in' }));

  await screen.findByText('25 företag är inbjudna. 5 är inte inbjudna än.');
  expect(screen.getByText(/Det kom inget svar/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Bjud in 5 företag som är kvar' })).toBeDefined();
});

test('takes a group that must be held into what is asked for, and shows it', async () => {
  const site = new FakePlanningSite();
  await open(site);
  await userEvent.click(screen.getByText('Regler, önskemål och vikter'));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Ordning i verkstaden' }));

  expect(screen.getByText('Måste bli av')).toBeDefined();
  expect(screen.getByText('Ordning i verkstaden ska bli av.')).toBeDefined();
  await press('Lös igen');
  await waitFor(() => expect(site.server.sent(contract.makePlan)).toHaveLength(1));
  expect(site.server.sent(contract.makePlan)[0]?.body).toMatchObject({ rules: { mustRun: [editionId] } });
});

test('shows the firms without a place a hundred at a time, by reason, and says how many there are', async () => {
  const site = new FakePlanningSite();
  site.plan = leavingOut(130);
  await open(site);
  await userEvent.click(screen.getByText(/^130 företag med behovet/));

  expect(screen.getByText('100 av 130 företag visas.')).toBeDefined();
  await press('Visa fler');
  expect(screen.getByText('130 av 130 företag visas.')).toBeDefined();
  expect(window.document.activeElement?.getAttribute('aria-label')).toMatch(/^Ändra: /);
  await userEvent.selectOptions(screen.getByLabelText('Varför'), 'För långt bort (20)');
  expect(screen.getByText('20 av 20 företag visas.')).toBeDefined();
});

test('shows how far the search is, and calls it off', async () => {
  const site = new FakePlanningSite();
  site.plan = planOf({ status: 'solving', outcome: null });
  await open(site);
  expect(screen.getByText('850 poäng')).toBeDefined();
  expect(screen.getByText('900 poäng')).toBeDefined();

  await press('Avbryt sökningen');

  await screen.findByText('Sökningen avbröts');
});

test.each([
  ['failed', 'Lösaren misslyckades'],
  ['interrupted', 'Servern stoppades under tiden'],
] as const)('says what to do about a search that is %s', async (status, words) => {
  const site = new FakePlanningSite();
  site.plan = planOf({ status, outcome: null });
  await open(site);

  expect(screen.getByText(new RegExp(words))).toBeDefined();
  expect(screen.getByRole('button', { name: 'Lös igen' })).toBeDefined();
});

test('says which rules clash in words about firms and editions', async () => {
  const site = new FakePlanningSite();
  const outcome = clashOutcome([
    { kind: 'lock', index: 0 },
    { kind: 'together', index: 0 },
    { kind: 'distance', firmId: cedern },
    { kind: 'places', editionId },
    { kind: 'run', editionId },
  ]);
  const locks = [{ kind: 'in' as const, firmId: alva, editionId }];
  site.plan = planOf({ outcome }, { locks, together: [[alva, berga]] });
  await open(site);

  const clash = screen.getByText('Ingen plan klarar allt det här').parentElement;
  const items = within(clash as HTMLElement).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    'Alva AB ska vara i Ordning i verkstaden.',
    'Alva AB och Berga AB ska vara tillsammans.',
    'Cedern AB ska resa högst 150 km.',
    'Ordning i verkstaden har 2 platser.',
    'Ordning i verkstaden ska bli av.',
  ]);
});

async function lock(name: string, value: string): Promise<void> {
  await press(`Varför, och ändra: ${name}`);
  await userEvent.selectOptions(inDialog().getByLabelText('Det som ska gälla för företaget'), value);
}

test('leaving with a firm locked and the plan not solved again is asked about; solving again is not', async () => {
  const router = await open(new FakePlanningSite());
  await lock('Alva AB', 'nowhere');
  await userEvent.click(inDialog().getByRole('button', { name: 'Låt det gälla' }));

  void router.navigate(paths.plans(organisationId));
  expect(within(await leaveDialog()).getByText('Det ni har ändrat här är inte sparat.')).toBeDefined();
  await stay();
  expect(screen.getByText('Alva AB ska inte vara i någon grupp.')).toBeDefined();

  await press('Lös igen');
  await waitFor(() => expect(router.state.location.pathname).toBe(paths.plan(organisationId, nextPlanId)));
});

test('the answer about costs takes the focus that its question had', async () => {
  await open(new FakePlanningSite());
  await press('Varför, och ändra: Alva AB');
  await userEvent.click(inDialog().getByRole('button', { name: 'Vad skulle det kosta att flytta det?' }));

  const answer = await inDialog().findByText(/^Framräknat genom att planen/);
  await waitFor(() => expect(window.document.activeElement).toBe(answer));
});

test('nothing is told as done when nobody was invited for want of a network', async () => {
  const site = new FakePlanningSite();
  site.invite = () => {
    throw new TypeError('no network');
  };
  await open(site);
  await press('Bjud in alla 2 företag');
  await userEvent.click(inDialog().getByRole('button', { name: 'Bjud in' }));

  await inDialog().findByText(/Det kom inget svar/);
  expect(screen.queryByText(/är inbjudna/)).toBeNull();
});

test('nor when every one of them was refused', async () => {
  const site = new FakePlanningSite();
  site.invite = (place) => ({ outcome: 'refused', ...place, code: 'edition-full' });
  await open(site);
  await press('Bjud in alla 2 företag');
  await userEvent.click(inDialog().getByRole('button', { name: 'Bjud in' }));

  const nobody = await screen.findByText('Ingen blev inbjuden');
  expect(screen.queryByText(/är inbjudna\.$/)).toBeNull();
  expect(window.document.activeElement?.contains(nobody)).toBe(true);
});

test('warns of a lock that no plan can keep to, before and after it is set, and says where the firm is to go', async () => {
  const site = new FakePlanningSite();
  site.plan = farAway();
  await open(site);
  await lock('Alva AB', `in ${farEditionId}`);

  expect(inDialog().getByText('Ingen plan kan klara det här')).toBeDefined();
  expect(inDialog().getByText(/^Orsak: för långt: omkring \d+ km\./)).toBeDefined();
  await userEvent.click(inDialog().getByRole('button', { name: 'Låt det gälla' }));

  const card = screen.getByRole('button', { name: 'Varför, och ändra: Alva AB' }).closest('li') as HTMLElement;
  expect(within(card).getByText(/^Ska till Mentorföretag, /)).toBeDefined();
  expect(within(card).queryByText('Låst')).toBeNull();
  expect(screen.getByText(/^Ingen plan kan klara det här: för långt/)).toBeDefined();
});

test('warns also where only the search knows that it cannot be', async () => {
  const site = new FakePlanningSite();
  site.costs = [{ editionId: null, answer: 'impossible', cost: null, othersMoved: 0 }];
  await open(site);
  await lock('Alva AB', 'nowhere');
  expect(inDialog().queryByText('Ingen plan kan klara det här')).toBeNull();

  await userEvent.click(inDialog().getByRole('button', { name: 'Vad skulle det kosta att flytta det?' }));
  expect(await inDialog().findByText('Ingen plan kan klara det här')).toBeDefined();
});

test('names what a firm takes part in at the same time, on its card, as a reason and before it is invited', async () => {
  const site = new FakePlanningSite();
  const plan = planOf();
  const busy = [{ from: '2027-04-01', to: '2027-12-01' }];
  const firms = plan.problem.firms.map((each) => (each.firmId === cedern ? { ...each, busy } : each));
  site.plan = {
    ...plan,
    problem: { ...plan.problem, firms },
    elsewhere: [
      elsewhereOf(alva, 'invited', '2027-04-01'),
      elsewhereOf(berga, 'waiting', '2027-04-01'),
      elsewhereOf(cedern, 'placed', '2027-04-01'),
    ],
  };
  await open(site);

  expect(screen.getByText(/^Är inbjudet till en annan grupp: Energikollen, 1 apr/)).toBeDefined();
  expect(screen.getByText(/^Står på väntelistan till en annan grupp: Energikollen/)).toBeDefined();
  expect(screen.getByText(/: har plats då i Energikollen \(1 apr/)).toBeDefined();
  await press('Bjud in alla 2 företag');
  const notice = inDialog().getByText('De här har plats i en annan grupp samtidigt').parentElement as HTMLElement;
  const [only, ...more] = within(notice).getAllByRole('listitem');
  expect(only?.textContent).toMatch(/^Alva AB: Energikollen, /);
  expect(more).toEqual([]);
});

test('a search that nothing stands before is said to be starting', async () => {
  const site = new FakePlanningSite();
  site.plan = planOf({
    status: 'waiting',
    outcome: null,
    progress: { phase: 'building', seconds: 0, best: null, bound: null },
  });
  await open(site);

  expect(screen.getByText('Startar …')).toBeDefined();
  expect(screen.queryByText(/Väntar på att en annan plan/)).toBeNull();
});
