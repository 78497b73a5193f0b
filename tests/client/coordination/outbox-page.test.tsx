import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { mailFaultCodes } from '#server/platform/mail/mail-fault.ts';
import { mailFacts } from '#server/platform/mail/mail-kinds.ts';
import { resendMail } from '#shared/contracts/coordination.ts';
import { atInWords, mailOf, uuid } from './coordination-fixture.ts';
import { FakeCoordinationSite } from './fake-coordination-site.ts';
import { openCoordination, press } from './open-coordination.tsx';

const open = (site?: FakeCoordinationSite) => openCoordination(paths.outbox(), site);
const mails = () => within(screen.getByRole('region', { name: 'Inte skickat' })).getAllByRole('listitem');
const queued = 'Mejlet står i kö igen. Uppdatera om en stund för att se hur det gick.';

test('shows how many mails wait, failed, are unconfirmed and went', async () => {
  await open();

  const facts = within(screen.getByRole('region', { name: 'Läget' }));
  expect(facts.getAllByRole('definition').map((each) => each.textContent)).toEqual(['1', '1', '1', '1\u00a0200']);
});

test('shows each mail with what it is, why it has not gone and when it is tried next', async () => {
  await open();

  expect(mails()[0]?.textContent).toContain('Kod för inloggning');
  expect(mails()[0]?.textContent).toContain(`Inget försök än. Nästa försök ${atInWords}.`);
  expect(mails()[1]?.textContent).toContain('till e•••@exempel.se');
  expect(mails()[1]?.textContent).toContain('Det finns ingen sådan adress.');
  expect(mails()[1]?.textContent).toContain('Ett försök.');
});

test('has words for every kind of mail and every fault', async () => {
  const site = new FakeCoordinationSite();
  const kinds = Object.keys(mailFacts);
  const faults = [...mailFaultCodes, 'too-late'];
  site.mails = kinds.map((kind, index) =>
    mailOf(index, 'failed', { fault: faults[index % faults.length] ?? '', kind }),
  );
  expect(kinds.length).toBeGreaterThanOrEqual(faults.length);

  await open(site);

  for (const code of [...mailFaultCodes, ...kinds]) expect(screen.queryByText(code)).toBeNull();
});

test('shows a code that it does not know as it is', async () => {
  const site = new FakeCoordinationSite();
  site.mails = [mailOf(1, 'failed', { fault: 'moon-in-the-way', kind: 'postcard' })];

  await open(site);

  expect(screen.getByText('moon-in-the-way')).toBeTruthy();
  expect(screen.getByText('postcard')).toBeTruthy();
});

test('says so when everything has gone', async () => {
  const site = new FakeCoordinationSite();
  site.mails = [];

  await open(site);

  expect(screen.getByText('Allt är skickat')).toBeTruthy();
});

test('sends a mail that failed again at once, and says what happens now', async () => {
  const { site } = await open();

  await press('Skicka igen: Inbjudan till en organisation, till e•••@exempel.se');

  expect(await screen.findByText(queued)).toBeTruthy();
  expect(site.server.sent(resendMail)).toMatchObject([{ params: { mailId: uuid('e', 2) } }]);
  await waitFor(() => expect(mails()[1]?.textContent).toContain('Väntar'));
});

test('asks first about a mail that may have gone', async () => {
  const { site } = await open();

  await press('Skicka igen: Inbjudan till en organisation, till f•••@exempel.se');
  const dialog = within(screen.getByRole('dialog', { name: 'Skicka ett mejl igen som kan ha gått?' }));
  expect(dialog.getByText(/då kunde mottagaren få två/)).toBeTruthy();
  expect(site.server.sent(resendMail)).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Skicka igen' }));

  expect(await screen.findByText(queued)).toBeTruthy();
  expect(site.server.sent(resendMail)).toMatchObject([{ params: { mailId: uuid('e', 3) } }]);
});

test('offers nothing for a mail that waits', async () => {
  await open();

  const [waiting] = mails();
  expect(waiting && within(waiting).queryByRole('button')).toBeNull();
});

test('says at the mail why it could not be sent again', async () => {
  const site = new FakeCoordinationSite();
  site.server.refused.set('resendMail', 'not-found');
  await open(site);

  await press('Skicka igen: Inbjudan till en organisation, till e•••@exempel.se');

  expect((await screen.findByRole('alert')).textContent).toContain('Ladda om sidan');
});
