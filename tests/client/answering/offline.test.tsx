import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { loadAnswering } from '#client/src/features/answering/load-answering.ts';
import {
  forgetClaimedResponse,
  readKeptResponse,
  rememberResponse,
} from '#client/src/features/answering/remembered-response.ts';
import { NetworkError } from '#client/src/lib/http/errors.ts';
import { instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import { responseSchema } from '#shared/contracts/responses.ts';
import { type FakeSite, newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const level = (points: number) => ({ value: { state: 'level' as const, level: points }, comment: '' });
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const saves = ({ requests }: FakeSite) => requests.filter(({ path }) => path.includes('/answers/'));
const documentOf = (site: FakeSite) => responseSchema.parse(site.document());

/** A site whose response was opened in this browser before, in a tab that is closed, and that is away now. */
function siteAway(site = newSite()): FakeSite {
  rememberResponse(documentOf(site));
  site.goOffline(true);
  return site;
}

const networkIsBack = (site: FakeSite) => {
  site.goOffline(false);
  act(() => void window.dispatchEvent(new Event('online')));
};

describe('without a network', () => {
  test('the questions last answered open and take answers, which are sent when there is one', async () => {
    const { site } = await openAnswering('items/1', siteAway());
    expect(screen.getByText('Ingen uppkoppling just nu')).toBeDefined();
    await choose('planering 3');
    expect(await screen.findByText('Inte sparat än.')).toBeDefined();

    networkIsBack(site);

    expect(await screen.findByText(/^Sparat/)).toBeDefined();
    expect(site.answers.get('D1.1')?.answer).toEqual(level(3));
    expect(saves(site)).toHaveLength(1);
  });

  test('what is saved shows when there is one again', async () => {
    const site = newSite();
    site.answerElsewhere('D1.1', level(2));
    await openAnswering('items/1', siteAway(site));
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();

    networkIsBack(site);

    expect(await screen.findByRole('radio', { name: 'planering 2', checked: true })).toBeDefined();
  });

  test('an answer to what was answered elsewhere meanwhile is put beside it, and overwrites nothing', async () => {
    const site = newSite();
    site.answerElsewhere('D1.1', level(2));
    await openAnswering('items/1', siteAway(site));
    await choose('planering 4');

    networkIsBack(site);

    expect(await screen.findByText(/besvarats på två ställen/)).toBeDefined();
    expect(site.answers.get('D1.1')?.answer).toEqual(level(2));

    await userEvent.click(await screen.findByRole('button', { name: 'Spara svaret som gavs här' }));

    // What held the focus is gone: it stands at the answer that was kept.
    expect(await screen.findByText(/^Sparat/)).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'planering 4', checked: true }));
    expect(site.answers.get('D1.1')?.answer).toEqual(level(4));
  });

  test('the overview says so, and counts nothing that it cannot know', async () => {
    const { site } = await openAnswering('overview', siteAway());

    expect(screen.getByText('Ingen uppkoppling just nu')).toBeDefined();
    expect(screen.queryByText(/av 3/)).toBeNull();
    expect(screen.queryByText('Fortsätt senare eller på en annan enhet')).toBeNull();

    networkIsBack(site);

    expect(await screen.findByText(/Ni har svarat på 0 av 3 frågor/)).toBeDefined();
    expect(screen.queryByText('Ingen uppkoppling just nu')).toBeNull();
  });

  test('what was answered last time is said to come with the network, and then stands there', async () => {
    const site = newSite();
    const value = { state: 'level' as const, level: 2 };
    const submittedAt = '2026-03-12T09:00:00.000Z';
    site.answeredBefore([{ itemCode: 'D1.1', value, submittedAt, isReworded: false, isTogether: false }]);
    await openAnswering('items/1', siteAway(site));
    expect(screen.getByText(/Har ni svarat förut visas svaren från förra gången bredvid frågorna då/)).toBeDefined();
    expect(screen.queryByText(/Det som skickades in förra gången/)).toBeNull();

    networkIsBack(site);

    expect(await screen.findByText(/Det som skickades in förra gången, 12 mars 2026/)).toBeDefined();
  });

  test('nothing is said of last time where answers belong to no account', async () => {
    await openAnswering('overview', siteAway());

    expect(screen.queryByText(/förra gången/)).toBeNull();
  });

  test('nothing is submitted, and no saved answer is called missing', async () => {
    const { site } = await openAnswering('review', siteAway());

    expect(screen.queryByRole('button', { name: 'Skicka in och se resultatet' })).toBeNull();
    expect(screen.queryByText(/Inte besvarade än/)).toBeNull();

    networkIsBack(site);

    expect(await screen.findByRole('heading', { name: 'Inte besvarade än (3)' })).toBeDefined();
  });

  test('a session that has ended meanwhile is told of when there is one, and nothing is sent until somebody signs in', async () => {
    const site = newSite();
    site.claimElsewhere();
    site.signIn();
    await openAnswering('items/1', siteAway(site));
    await choose('planering 1');
    site.endSession();

    networkIsBack(site);

    expect((await screen.findByRole('alert')).textContent).toMatch(/Ni är inte längre inloggade/);
    expect(saves(site)).toHaveLength(0);
    expect(screen.getByRole('radio', { name: 'planering 1', checked: true })).toBeDefined();
  });

  test('other responses do not open', async () => {
    siteAway();
    const other = newSite();
    other.goOffline(true);

    await expect(loadAnswering(other.responseId, 'sv')).rejects.toBeInstanceOf(NetworkError);
  });
});

describe('of the response last answered the browser keeps', () => {
  test('what decides which questions are put, and nothing of who answers or what they said', async () => {
    const site = newSite();
    site.answerElsewhere('D1.1', level(2));
    const named = { ...documentOf(site), firmName: 'Smedjan AB', organisationNumber: '5560360793' };
    rememberResponse(named);

    expect(Object.keys(readKeptResponse() ?? {}).toSorted()).toEqual([
      'campaign',
      'continuesFormCode',
      'formCode',
      'instrumentVersionId',
      'isClaimed',
      'isSimulated',
      'profile',
      'respondent',
      'responseId',
      'status',
    ]);
    expect(Object.keys(readKeptResponse()?.profile ?? {}).toSorted()).toEqual(['branch', 'chainRole', 'sizeClass']);
    expect(Object.values(localStorage).join()).not.toMatch(/Smedjan|5560360793|level/);
  });

  test('the version that it has gone over to', async () => {
    const { site, session } = await openAnswering('overview');
    const other = instrumentVersionIdSchema.parse(crypto.randomUUID());

    session.refresh({ ...documentOf(site), instrumentVersionId: other });

    expect(readKeptResponse()?.instrumentVersionId).toBe(other);
  });

  test('nothing once it is submitted', async () => {
    const site = newSite();
    site.answerElsewhere('D1.1', level(2));
    await openAnswering('review', site);
    expect(readKeptResponse()?.responseId).toBe(site.responseId);

    await userEvent.click(screen.getByRole('button', { name: 'Skicka in och se resultatet' }));
    await screen.findByRole('heading', { name: 'Resultat' });

    await waitFor(() => expect(readKeptResponse()).toBeUndefined());
  });

  test('nothing after signing out, if it opened by signing in', () => {
    const site = newSite();
    rememberResponse(documentOf(site));
    forgetClaimedResponse();
    expect(readKeptResponse()).toBeDefined();

    rememberResponse({ ...documentOf(site), isClaimed: true });
    forgetClaimedResponse();

    expect(readKeptResponse()).toBeUndefined();
  });
});
