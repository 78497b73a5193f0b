import { i18n } from '@lingui/core';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as answersRoute from '#client/src/app/routes/crosswalk-answers-route.tsx';
import * as crosswalkRoute from '#client/src/app/routes/crosswalk-route.tsx';
import * as sharedRoute from '#client/src/app/routes/shared-crosswalk-route.tsx';
import { messages } from '#client/src/features/crosswalk/locales/sv.po';
import { addCrosswalkAnswer, getCrosswalk } from '#shared/contracts/crosswalk.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { holdReplies } from '../held-replies.ts';
import { responseId } from '../submitted-response.ts';
import { speak } from '../ui/show.tsx';
import { FakeCrosswalkSite, place } from './fake-crosswalk-site.ts';

afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.crosswalk, ...crosswalkRoute },
  { path: routePatterns.crosswalkAnswers, ...answersRoute },
  { path: routePatterns.sharedCrosswalk, ...sharedRoute },
  { path: routePatterns.result, element: <h1>Resultatet</h1> },
];

async function open(address: string, site: FakeCrosswalkSite) {
  i18n.load('sv', messages);
  speak('sv');
  await openRoutes(routes, address);
  return site;
}
const openPage = (site: FakeCrosswalkSite) => open(paths.crosswalk(responseId), site);
const openAnswers = (site: FakeCrosswalkSite) => open(paths.crosswalkAnswers(responseId), site);
const openShared = (site: FakeCrosswalkSite) =>
  open(paths.sharedCrosswalk(place.organisationId, place.firmId, place.responseId), site);

const answered = () => FakeCrosswalkSite.with({ 'D5.1': 2, 'D2.1': 3, 'D9.1': 3, 'D9.2': 2 });
const text = (element: Element | null | undefined) => element?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const figureOf = (name: string) => {
  const heading = screen.getByRole('heading', { level: 3, name });
  const item = heading.closest('li') ?? heading.parentElement?.parentElement;
  return text(item);
};
const unfold = (name: RegExp) => userEvent.click(screen.getByText(name));

const leftOut = 'Det som företaget själv har lagt till ingår inte i dess samtycke och är inte med här.';

describe('the figures', () => {
  test('are ranges with their bands, each labelled as derived, with formula and what has to be known', async () => {
    await openPage(answered());

    // Integration, storage (D2.1) and rules, backup (D9): (2/7 + 2/6) / 2 = 31; nothing is ruled out.
    expect(figureOf('Data och uppkoppling')).toContain('Mellan 31 och 100 av 100: från Medel till Avancerad');
    expect(figureOf('Data och uppkoppling')).toContain('Härlett, inte officiellt');
    expect(figureOf('Data och uppkoppling')).toContain('Hälften hur data sköts (av 7)');
    expect(figureOf('Digital beredskap')).toContain('får som mest 50');
    expect(figureOf('Poäng, 0 till 12')).toContain('Mellan 1 och 12 av 12');
    expect(screen.getAllByText('Härlett, inte officiellt')).toHaveLength(8);
    expect(screen.getAllByRole('link', { name: 'Till källan' })).toHaveLength(2);
  });

  test('are told not to rest on questions with another meaning, where there are any', async () => {
    const site = answered();
    site.changedItems = ['D9.1', 'D9.2'];
    await openPage(site);

    // Of Data och uppkoppling rules and backup are no more known: (2/7 + 0) / 2 = 14.
    expect(figureOf('Data och uppkoppling')).toContain('Mellan 14 och 100 av 100');
    screen.getByText(/^2 frågor har fått en annan betydelse/);
  });

  test('are left out where nothing is known, and an answer to none of it is said calmly', async () => {
    await openPage(FakeCrosswalkSite.with({}));

    expect(figureOf('Grön digitalisering')).toContain('Inget är känt än, så det finns inget tal.');
    expect(screen.getAllByText('Svaren säger inget här än')).toHaveLength(2);
    expect(screen.getByText(/^108 rader är öppna/)).toBeDefined();
  });

  test('tell of every row where its answer comes from, and why', async () => {
    const site = answered();
    site.added.set('q9-audio', { rowCode: 'q9-audio', step: 3, revision: 1 });
    await openPage(site);
    await unfold(/^Fråga 3: Vilken vanlig digital teknik/);
    await unfold(/^Fråga 9:/);

    const website = screen.getByText('Egen webbplats').closest('li');
    expect(text(website)).toContain('Ja (härlett)');
    expect(text(website)).toContain('Fråga D5.1, där ni svarade: Sidan är aktuell');
    expect(text(website)).toContain('Redan en enkel sida räknas');
    expect(text(screen.getByText('Tal och ljud').closest('li'))).toContain('Vi testar (tillagt av företaget)');
    expect(text(screen.getByText('Intern webbplats för de anställda').closest('li'))).toContain(
      'Okänt (en fråga till företaget)',
    );
  });

  test('give the sheet in the language of the page, also when that is changed on it', async () => {
    await openPage(answered());
    act(() => i18n.activate('en'));
    for (const format of ['xlsx', 'csv']) {
      const sheet = `[href="/api/responses/${responseId}/crosswalk/answer-sheet/en/${format}"]`;
      expect(document.querySelector(sheet)).not.toBeNull();
    }

    cleanup();
    await openShared(answered());
    act(() => i18n.activate('en'));
    expect(document.querySelectorAll('[href*="/crosswalk/answer-sheet/en/"]')).toHaveLength(2);
    expect(document.querySelectorAll('[href*="/crosswalk/answer-sheet/sv/"]')).toHaveLength(0);
  });

  test('list what they do not say as questions, with a way to add it and a sheet to take', async () => {
    await openPage(answered());

    const left = within(screen.getByRole('region', { name: 'Det som svaren inte säger' }));
    expect(left.getByRole('link', { name: 'Var planerar ni att satsa på det digitala?' }).getAttribute('href')).toBe(
      `${paths.crosswalkAnswers(responseId)}#q1-planned`,
    );
    expect(left.getByRole('link', { name: 'Lägg till svar' }).getAttribute('href')).toBe(
      paths.crosswalkAnswers(responseId),
    );
    expect(screen.getByRole('link', { name: 'Svarsblad (Excel)' }).getAttribute('href')).toBe(
      `/api/responses/${responseId}/crosswalk/answer-sheet/sv/xlsx`,
    );
  });
});

describe('an adviser', () => {
  test('reads the same and adds nothing', async () => {
    await openShared(answered());

    expect(figureOf('Data och uppkoppling')).toContain('Mellan 31 och 100');
    expect(screen.queryByRole('link', { name: 'Lägg till svar' })).toBeNull();
    expect(
      screen.getByText(/^Var planerar ni att satsa på det digitala\? \(10 rader\)/, { selector: 'li' }),
    ).toBeDefined();
    expect(screen.getByRole('link', { name: 'Svarsblad (CSV)' }).getAttribute('href')).toContain(
      `/firms/${place.firmId}/responses/${responseId}/crosswalk/answer-sheet/sv/csv`,
    );
    expect(screen.queryByText(leftOut)).toBeNull();
  });

  test('say to an adviser that what the firm has added is left out where its consent does not name it', async () => {
    const site = answered();
    site.isAddedNamed = false;
    await openShared(site);

    expect(figureOf('Data och uppkoppling')).toContain('Mellan 31 och 100');
    expect(screen.getByText(leftOut)).toBeTruthy();
  });
});

const group = (name: string, question: string) =>
  within(within(screen.getByRole('region', { name: question })).getByRole('group', { name }));
const chosen = (name: string, question: string) =>
  group(name, question)
    .getAllByRole<HTMLInputElement>('radio')
    .find(({ checked }) => checked)?.value;
const basics = 'Vilken vanlig digital teknik använder ni?';
const choose = (name: string, answer: string) =>
  userEvent.click(group(name, basics).getByRole('radio', { name: answer }));
const intranet = 'Intern webbplats för de anställda';
const remote = 'Videomöten och andra verktyg för arbete på distans';
const sent = (site: FakeCrosswalkSite) =>
  site.server.sent(addCrosswalkAnswer).map(({ params, body }) => [params, body]);
const rowParams = (rowCode: string) => ({ responseId, rowCode });

describe('adding answers', () => {
  test('asks what is open, skips it to begin with, and keeps each answer as it is given', async () => {
    const site = await openAnswers(answered());
    expect(chosen(intranet, basics)).toBe('skip');
    expect(screen.getByRole('status').textContent).toBe('Varje svar sparas direkt.');
    const replies = holdReplies();

    await choose(intranet, 'Ja');
    expect(screen.getByRole('status').textContent).toBe('Sparar …');
    await choose(remote, 'Nej');
    await waitFor(() => expect(replies.count()).toBe(1));
    replies.letThrough(0);
    await waitFor(() => expect(replies.count()).toBe(2));
    expect(screen.getByRole('status').textContent).toBe('Sparar …');
    replies.letThrough(1);

    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Sparat/));
    expect(sent(site)).toEqual([
      [rowParams('q3-intranet'), { baseRevision: 0, step: 1 }],
      [rowParams('q3-remote'), { baseRevision: 0, step: 0 }],
    ]);
  });

  test('keeps showing what was chosen last while the choice before it is being saved', async () => {
    await openAnswers(answered());
    const replies = holdReplies();
    await choose(intranet, 'Ja');
    await choose(intranet, 'Nej');
    await waitFor(() => expect(replies.count()).toBe(1));
    replies.letThrough(0);
    await waitFor(() => expect(replies.count()).toBe(2));

    expect(chosen(intranet, basics)).toBe('0');
    replies.letThrough(1);
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Sparat/));
    expect(chosen(intranet, basics)).toBe('0');
  });

  test('is in the figures of whoever goes on before it is saved: they wait for it', async () => {
    const site = await openAnswers(answered());
    const replies = holdReplies();
    await choose(intranet, 'Ja');
    const asked = site.server.sent(getCrosswalk).length;
    await userEvent.click(screen.getByRole('link', { name: 'Till måtten' }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(site.server.sent(getCrosswalk)).toHaveLength(asked);

    replies.letThrough(0);
    await waitFor(() => expect(site.server.sent(getCrosswalk)).toHaveLength(asked + 1));
  });

  test('is said to be missing in the figures of whoever went on when it could not be saved', async () => {
    const site = await openAnswers(answered());
    site.server.refused.set('addCrosswalkAnswer', 'no-reply');
    await choose(intranet, 'Ja');
    await userEvent.click(screen.getByRole('link', { name: 'Till måtten' }));

    expect(await screen.findByText('Ert senaste svar sparades inte')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Lägg till det igen' })).toBeDefined();
  });

  test('takes an answer away again with skip, over the newest that was seen', async () => {
    const site = await openAnswers(answered());
    await choose(intranet, 'Ja');
    await choose(intranet, 'Hoppa över');

    await waitFor(() => expect(sent(site)).toHaveLength(2));
    expect(sent(site)[1]).toEqual([rowParams('q3-intranet'), { baseRevision: 1, step: null }]);
    await waitFor(() => expect(chosen(intranet, basics)).toBe('skip'));
  });

  test('shows what stands when it was changed elsewhere, and says that nothing was kept', async () => {
    const site = await openAnswers(answered());
    site.added.set('q3-intranet', { rowCode: 'q3-intranet', step: 0, revision: 3 });
    await choose(intranet, 'Ja');

    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Inte sparat: svaret har ändrats/));
    expect(chosen(intranet, basics)).toBe('0');
  });

  test('says when nobody answered, and shows what is kept', async () => {
    const site = await openAnswers(answered());
    site.server.refused.set('addCrosswalkAnswer', 'no-reply');
    await choose(intranet, 'Ja');

    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Inte sparat\. .*Välj igen\.$/));
    expect(chosen(intranet, basics)).toBe('skip');
  });

  test('has what the answers say behind a fold, with the grounds, and lets it be corrected', async () => {
    const site = await openAnswers(answered());
    const question = within(screen.getByRole('region', { name: basics }));
    await userEvent.click(question.getByText(/^Rätta \d+ rad/));

    expect(question.getByText(/^Härlett nu: Ja\. Redan en enkel sida räknas/)).toBeDefined();
    await choose('Egen webbplats', 'Nej');

    await waitFor(() => expect(sent(site)).toEqual([[rowParams('q3-website'), { baseRevision: 0, step: 0 }]]));
  });

  test('goes by keyboard alone', async () => {
    const site = await openAnswers(answered());
    group(intranet, basics).getByRole('radio', { name: 'Hoppa över' }).focus();
    await userEvent.keyboard('{ArrowUp}');

    await waitFor(() => expect(sent(site)).toEqual([[rowParams('q3-intranet'), { baseRevision: 0, step: 1 }]]));
  });
});
