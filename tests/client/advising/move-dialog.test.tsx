import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { moveReferrals } from '#shared/contracts/advisor-referrals.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';
import { referralIdOf, rowOf } from './queue-fixture.ts';

const button = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });
const option = (name: string) => screen.getByRole('radio', { name });
const note = () => screen.getByRole('textbox', { name: /^Anteckning/ });
const sent = (site: FakeAdvisingSite) => site.server.sent(moveReferrals).map(({ body }) => body);
const seen = [{ referralId: referralIdOf(1), revision: 1 }];
const faults = () =>
  within(screen.getByRole('alert', { name: 'Något behöver rättas' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

/** One request in that state, chosen, and the button of a move pressed. */
async function ask(move: string, status: 'chosen' | 'accepted' | 'started' = 'chosen') {
  const site = new FakeAdvisingSite();
  site.queue.rows = [rowOf(1, 'Smedjan AB', { referral: { status } })];
  await openAdvising(`${paths.advisor()}?view=all`, site);
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Välj Smedjan/ }));
  await userEvent.click(screen.getByRole('button', { name: move }));
  return site;
}

test('declines with a reason and a note', async () => {
  const site = await ask('Avböj');
  expect(screen.getByRole('heading', { level: 2, name: 'Avböj 1 förfrågan' })).toBe(document.activeElement);

  await userEvent.click(option('Vi har inte plats nu'));
  await userEvent.type(note(), ' Hör av er i mars. ');
  await userEvent.click(button('Avböj'));

  const report = screen.getByRole('group', { name: 'Det som görs' });
  await waitFor(() => expect(report.textContent).toContain('1 förfrågan är avböjd.'));
  expect(sent(site)).toEqual([{ referrals: seen, move: 'decline', reason: 'no-capacity', note: 'Hör av er i mars.' }]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(report);
});

test('asks for the reason, and for the note where the reason is another one', async () => {
  const site = await ask('Avböj');

  await userEvent.click(button('Avböj'));
  expect(faults()).toEqual(['Välj ett skäl.']);
  await userEvent.click(option('Ett annat skäl'));
  await userEvent.click(button('Avböj'));

  expect(faults()).toEqual(['Skriv i anteckningen vilket skälet är, med högst 1000 tecken.']);
  expect(note().getAttribute('aria-invalid')).toBe('true');
  expect(sent(site)).toEqual([]);
});

test('says that a note is too long', async () => {
  const site = await ask('Avböj');
  await userEvent.click(option('Vi har inte plats nu'));
  await userEvent.click(note());
  await userEvent.paste('a'.repeat(1001));

  await userEvent.click(button('Avböj'));

  expect(faults()).toEqual(['Korta anteckningen till högst 1000 tecken.']);
  expect(sent(site)).toEqual([]);
});

test('hands over to another provider, those who give the same package first', async () => {
  const site = await ask('Lämna vidare', 'accepted');
  const receivers = await screen.findByRole('combobox', { name: 'Vem ska gå vidare?' });
  expect(
    within(receivers)
      .getAllByRole('option')
      .map((each) => each.textContent),
  ).toEqual(['Välj leverantör', 'Compare', 'Almi']);
  await userEvent.click(button('Lämna vidare'));
  expect(faults()).toEqual(['Välj den leverantör som ska gå vidare.', 'Välj ett skäl.']);

  await userEvent.selectOptions(receivers, 'Compare');
  await userEvent.click(option('Den andra finns närmare företaget'));
  await userEvent.click(button('Lämna vidare'));

  await waitFor(() =>
    expect(sent(site)).toEqual([
      { referrals: seen, move: 'hand-over', reason: 'closer-provider', receiver: 'compare' },
    ]),
  );
});

test('completes with what came of it', async () => {
  const site = await ask('Avsluta', 'started');
  await userEvent.click(button('Avsluta'));
  expect(faults()).toEqual(['Välj hur långt företaget kom.']);

  await userEvent.click(option('Företaget kom en bit på väg'));
  await userEvent.click(button('Avsluta'));

  await waitFor(() => expect(sent(site)).toEqual([{ referrals: seen, move: 'complete', outcome: 'partly-reached' }]));
});

test('breaks off with a reason of its own', async () => {
  const site = await ask('Avbryt', 'started');

  await userEvent.click(option('Företaget har inte tid'));
  await userEvent.click(
    within(screen.getByRole('dialog')).getAllByRole('button', { name: 'Avbryt' })[0] as HTMLElement,
  );

  await waitFor(() =>
    expect(sent(site)).toEqual([{ referrals: seen, move: 'discontinue', reason: 'firm-lacks-time' }]),
  );
});

test('stays open with what was written when no answer came', async () => {
  const site = await ask('Avböj');
  await userEvent.click(option('Vi har inte plats nu'));
  await userEvent.type(note(), 'Hör av er.');
  site.server.refused.set('moveReferrals', 'no-reply');

  await userEvent.click(button('Avböj'));

  const dialog = screen.getByRole('dialog');
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Det kom inget svar');
  expect((note() as HTMLTextAreaElement).value).toBe('Hör av er.');
});

test('does nothing when it is closed', async () => {
  const site = await ask('Avböj');

  await userEvent.click(button('Avbryt'));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent(site)).toEqual([]);
  expect(screen.getByText('1 vald')).toBeTruthy();
});
