import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { carryOutErasure, decideErasure } from '#shared/contracts/erasure.ts';
import { basesOf } from '#shared/domain/erasure/erasure.ts';
import { caseOf, decisionOf } from './erasure-fixture.ts';
import { FakeErasureSite } from './fake-erasure-site.ts';
import { confirm, openErasure, press } from './open-erasure.tsx';

const open = (site?: FakeErasureSite) => openErasure(paths.erasures(), site);
const panelOf = (name: string) => within(screen.getByRole('heading', { name }).closest('li') as HTMLElement);
const groundOptions = () =>
  within(screen.getByLabelText('Grund'))
    .getAllByRole('option')
    .map((option) => (option as HTMLOptionElement).value);

test('lists what waits with who asks and how much there is, the overdue marked, and what is settled below', async () => {
  await open();

  const firm = panelOf('Smedjan AB');
  expect(firm.getByText('Försenat')).toBeDefined();
  expect(firm.getByText('556036-0793')).toBeDefined();
  expect(firm.getByText('Kim Berg 1, kim1@exempel.se')).toBeDefined();
  expect(firm.getByText('Ska beslutas senast 3 mars 2026.', { exact: false })).toBeDefined();
  expect(panelOf('Kim Berg 2').getByText('Ska genomföras')).toBeDefined();
  const settled = panelOf('Ett konto, begärt 3 februari 2026');
  expect(settled.getByText('Avslaget')).toBeDefined();
  expect(settled.queryByRole('button')).toBeNull();
});

test('says so when nothing waits', async () => {
  const site = new FakeErasureSite();
  site.cases = [];
  await open(site);

  expect(screen.getByText('Inget väntar')).toBeDefined();
});

test('decides with a ground that fits the decision and with reasons', async () => {
  const { site } = await open();
  await press('Besluta: Smedjan AB');

  await userEvent.click(screen.getByRole('radio', { name: 'Radera en del, bevara resten' }));
  expect(groundOptions()).toEqual(['', ...basesOf('partly-granted')]);
  await userEvent.selectOptions(screen.getByLabelText('Grund'), 'archive-law');
  await userEvent.click(screen.getByRole('radio', { name: 'Radera allt som begärdes' }));
  expect((screen.getByLabelText('Grund') as HTMLSelectElement).value).toBe('');
  expect(groundOptions()).toEqual(['', ...basesOf('granted')]);
  await userEvent.selectOptions(screen.getByLabelText('Grund'), 'consent-withdrawn');
  await userEvent.type(screen.getByLabelText('Motivering'), 'Samtycket är återkallat.');
  await press('Besluta och skicka beslutet');

  const dialog = within(screen.getByRole('dialog', { name: 'Skicka beslutet om Smedjan AB?' }));
  expect(dialog.getByText('Radera allt som begärdes')).toBeDefined();
  expect(dialog.getByText('Allt om företaget raderas.')).toBeDefined();
  expect(site.server.sent(decideErasure)).toEqual([]);
  await confirm('Skicka beslutet');

  expect((await screen.findByText('Beslutat. Beslutet är på väg med e-post.')).closest('[role=status]')).toBe(
    document.activeElement,
  );
  expect(site.server.sent(decideErasure)).toMatchObject([
    { body: { decision: 'granted', basis: 'consent-withdrawn', text: 'Samtycket är återkallat.' } },
  ]);
  expect(await panelOf('Smedjan AB').findByText('Samtycket är återkallat.')).toBeDefined();
});

test('takes no decision without a ground and reasons, and says what is missing', async () => {
  const { site } = await open();
  await press('Besluta: Smedjan AB');
  await userEvent.click(screen.getByRole('radio', { name: 'Bevara allt' }));

  await press('Besluta och skicka beslutet');

  const summary = await screen.findByRole('alert');
  expect(document.activeElement).toBe(summary);
  expect(
    within(summary)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Välj vilken grund beslutet vilar på.', 'Skriv en motivering på högst 2 000 tecken.']);
  expect(site.server.sent(decideErasure)).toEqual([]);
});

test('keeps what was written when somebody else has decided meanwhile', async () => {
  const site = new FakeErasureSite();
  site.server.refused.set('decideErasure', 'already-decided');
  await open(site);
  await press('Besluta: Smedjan AB');
  await userEvent.click(screen.getByRole('radio', { name: 'Bevara allt' }));
  await userEvent.selectOptions(screen.getByLabelText('Grund'), 'legal-claim');
  await userEvent.type(screen.getByLabelText('Motivering'), 'En tvist pågår.');
  await press('Besluta och skicka beslutet');
  await confirm('Skicka beslutet');

  expect((await screen.findByRole('alert')).textContent).toContain('har avgjorts eller tagits tillbaka under tiden');
  expect((screen.getByLabelText('Motivering') as HTMLTextAreaElement).value).toBe('En tvist pågår.');
});

test('sends no decision that is not confirmed, and keeps what was written', async () => {
  const { site } = await open();
  await press('Besluta: Smedjan AB');
  await userEvent.click(screen.getByRole('radio', { name: 'Bevara allt' }));
  await userEvent.selectOptions(screen.getByLabelText('Grund'), 'legal-claim');
  await userEvent.type(screen.getByLabelText('Motivering'), 'En tvist pågår.');
  await press('Besluta och skicka beslutet');

  expect(within(screen.getByRole('dialog')).getByText(/^Det går genast med e-post till de berörda/)).toBeDefined();
  await confirm('Avbryt');

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(site.server.sent(decideErasure)).toEqual([]);
  expect((screen.getByLabelText('Motivering') as HTMLTextAreaElement).value).toBe('En tvist pågår.');
});

test('carries a decision out after naming what follows', async () => {
  const { site } = await open();
  await press('Genomför: Kim Berg 2');

  const dialog = within(screen.getByRole('dialog', { name: 'Genomföra raderingen av Kim Berg 2?' }));
  expect(dialog.getByText('Personen loggas genast ut, och alla roller upphör.')).toBeDefined();
  expect(dialog.getByText('Det går inte att ångra.')).toBeDefined();
  expect(site.server.sent(carryOutErasure)).toEqual([]);
  await confirm('Radera');

  expect(await screen.findByText('Raderingen är genomförd.')).toBeDefined();
  expect(site.server.sent(carryOutErasure)).toHaveLength(1);
  await waitFor(() => expect(screen.queryByText('Kim Berg 2')).toBeNull());
});

test.each([
  ['granted', 'Alla företagets svar och resultat försvinner.'],
  ['partly-granted', /Svar utan fritext, nivåer och resultat finns kvar i databasen/],
] as const)('says what carrying out a decision that is %s does to a firm', async (kind, words) => {
  const site = new FakeErasureSite();
  site.cases = [caseOf(1, { scope: 'firm', status: 'decided', decision: decisionOf(kind), mail: 'sent' })];
  await open(site);
  await press('Genomför: Smedjan AB');

  expect(within(screen.getByRole('dialog')).getByText(words)).toBeDefined();
});

test('waits for the mail about the decision, and looks again when asked', async () => {
  const site = new FakeErasureSite();
  site.cases = [caseOf(1, { status: 'decided', decision: decisionOf('granted'), mail: 'waiting' })];
  await open(site);

  await press('Genomför: Kim Berg 1');
  expect(screen.queryByRole('dialog')).toBeNull();
  site.cases = [caseOf(1, { status: 'decided', decision: decisionOf('granted'), mail: 'sent' })];
  await press('Se om det har gått');
  await press('Genomför: Kim Berg 1');

  expect(screen.getByRole('dialog')).toBeDefined();
});

test('warns when the mail about the decision may not have arrived', async () => {
  const site = new FakeErasureSite();
  site.cases = [caseOf(1, { status: 'decided', decision: decisionOf('granted'), mail: 'failed' })];
  await open(site);

  expect(screen.getByText(/har kanske inte kommit fram/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Genomför: Kim Berg 1' })).toBeDefined();
});

test('leaves one’s own request to somebody else', async () => {
  const site = new FakeErasureSite();
  site.cases = [caseOf(1, { isOwn: true })];
  await open(site);

  expect(screen.getByText(/En annan administratör måste besluta/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /Besluta/ })).toBeNull();
});

test('stays with the reason when others depend on the person', async () => {
  const site = new FakeErasureSite();
  site.server.refused.set('carryOutErasure', 'last-of-its-kind');
  await open(site);
  await press('Genomför: Kim Berg 2');
  await confirm('Radera');

  expect((await screen.findByRole('alert')).textContent).toContain('Andra är beroende av personen');
  expect(screen.getByRole('dialog')).toBeDefined();
});
