import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { getSharedFirm } from '#shared/contracts/advising.ts';
import { moveReferrals } from '#shared/contracts/advisor-referrals.ts';
import { both, referralId } from '../contact/contact-fixture.ts';
import { firmId, organisationId } from './advising-fixture.ts';
import { eventOf, FakeAdvisingSite, requestOf } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';
import { colleagueId, inDays } from './queue-fixture.ts';

const section = () => within(screen.getByRole('region', { name: 'Förfrågningar om kontakt' }));
const actions = () => section().queryByRole('group', { name: 'Med förfrågan om Nätverk för underleverantörer' });

async function open(request: ReturnType<typeof requestOf>) {
  const site = new FakeAdvisingSite();
  site.shared = { ...site.shared, requests: [request] };
  return openAdvising(paths.sharedFirm(organisationId, firmId), site);
}

test('says how long there is left to answer, who looks after the request and what has happened', async () => {
  await open(
    requestOf({
      answerDueAt: inDays(2),
      wishedEdition: null,
      assignedTo: { personId: colleagueId, name: 'Per Holm' },
      events: [
        eventOf(),
        eventOf({
          status: 'accepted',
          move: 'accept',
          at: '2026-02-05T14:32:00.000Z',
          personName: 'Per Holm',
          organisation: both('Stålklustret'),
          note: 'Vi ringer i morgon.',
        }),
        eventOf({
          status: 'accepted',
          move: 'assign',
          at: '2026-02-06T14:32:00.000Z',
          organisation: both('Stålklustret'),
        }),
      ],
    }),
  );

  expect(section().getByText('2 dagar kvar')).toBeTruthy();
  expect(section().getByText('Per Holm', { selector: 'dd' })).toBeTruthy();
  const history = section()
    .getAllByRole('listitem')
    .filter((each) => each.closest('ol'));
  expect(history.map((each) => each.textContent)).toEqual([
    '3 februari 2026 15.32: Skickad, företaget',
    '5 februari 2026 15.32: Antagen, Per Holm, StålklustretVi ringer i morgon.',
    '6 februari 2026 15.32: Lämnad till någon att sköta, Stålklustret',
  ]);
});

test('accepts the request on the firm’s own page, and reads the firm anew', async () => {
  const { site } = await open(requestOf());
  const before = site.server.sent(getSharedFirm).length;

  await userEvent.click(section().getByRole('button', { name: 'Anta' }));
  expect(actions()).toBeNull();
  await userEvent.click(section().getByRole('button', { name: 'Gör det nu' }));

  await waitFor(() => expect(site.server.sent(getSharedFirm).length).toBe(before + 1));
  expect(site.server.sent(moveReferrals)[0]).toMatchObject({
    params: { organisationId },
    body: { referrals: [{ referralId, revision: 3 }], move: 'accept' },
  });
});

test('says what was done also when the firm has been read anew', async () => {
  const { site } = await open(requestOf());
  site.queue.answersAnything = true;

  await userEvent.click(section().getByRole('button', { name: 'Anta' }));
  await userEvent.click(section().getByRole('button', { name: 'Gör det nu' }));

  await waitFor(() => expect(site.server.sent(getSharedFirm).length).toBe(2));
  expect(await section().findByText('1 förfrågan är antagen.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(section().getByRole('group', { name: 'Det som görs' })));
});

test('offers nothing for a request that has ended', async () => {
  await open(requestOf({ status: 'completed' }));

  expect(section().getByText('Genomförd')).toBeTruthy();
  expect(actions()).toBeNull();
});
