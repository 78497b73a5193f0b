import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as webhookRoute from '#client/src/app/routes/webhook-route.tsx';
import * as webhooksRoute from '#client/src/app/routes/webhooks-route.tsx';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { messages as ofAccount } from '#client/src/features/account/locales/sv.po';
import { messages as swedish } from '#client/src/features/webhooks/locales/sv.po';
import { getVisitor } from '#shared/contracts/visitor.ts';
import * as contract from '#shared/contracts/webhooks.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { account } from '../erasure/erasure-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { speak } from '../ui/show.tsx';

const uuid = (letter: string) => `${letter.repeat(8)}-0000-4000-8000-000000000001`;
const organisationId = uuid('a');
const webhookId = uuid('b');
const secret = 'whsec_AAAA';
const at = '2026-11-02T08:00:00.000Z';

const webhook = {
  webhookId,
  name: 'Kundregistret',
  url: 'https://crm.example/hook',
  events: ['accepted' as const],
  pausedBecause: null as 'by-hand' | 'failing' | 'gone' | null,
  pausedAt: null as string | null,
  earlierSecretUntil: null as string | null,
  lastDeliveredAt: null,
  waiting: 0,
  failed: 1,
  failing: null as null | { fault: contract.WebhookFault; responseCode: number | null },
};
const allowsLocal = false;
const failed = {
  deliveryId: uuid('c'),
  event: 'accepted' as const,
  status: 'failed' as const,
  attempts: 11,
  createdAt: at,
  nextAttemptAt: null,
  settledAt: at,
  responseCode: 500,
  fault: 'refused' as const,
  body: '{"type":"referral.accepted"}',
};

const waiting = {
  ...failed,
  event: 'test' as const,
  status: 'waiting' as const,
  settledAt: null,
  responseCode: null,
  fault: null,
};

let webhooks: (typeof webhook)[];
type Delivery = Omit<contract.WebhookDelivery, 'deliveryId'> & { deliveryId: string };
let sent: Delivery[];
let server: FakeEndpoints;
let isFresh: boolean;

beforeEach(() => {
  forgetVisitor();
  isFresh = true;
  webhooks = [{ ...webhook }];
  sent = [failed];
  const deliveries = () => ({ webhook: webhooks[0] ?? webhook, deliveries: sent, allowsLocal });
  server = new FakeEndpoints([
    answering(getVisitor, () => ({ account })),
    answering(contract.listWebhooks, () => ({ webhooks, allowsLocal })),
    answering(contract.addWebhook, ({ body }) => {
      if (body.url.includes('10.0.0.1')) {
        throw new Refusal('invalid-request', [{ path: 'body/url', code: 'not-public' }]);
      }
      if (webhooks.some(({ name }) => name === body.name)) {
        throw new Refusal('invalid-request', [{ path: 'body/name', code: 'name-taken' }]);
      }
      webhooks = [...webhooks, { ...webhook, webhookId: uuid('d'), name: body.name, url: body.url }];
      return { webhooks, allowsLocal, secret };
    }),
    answering(contract.changeWebhook, ({ body }) => {
      webhooks = [{ ...webhook, pausedBecause: body.isPaused ? 'by-hand' : null, pausedAt: body.isPaused ? at : null }];
      return { webhooks, allowsLocal };
    }),
    answering(contract.rollWebhookSecret, () => {
      if (!isFresh) throw new Refusal('verification-required');
      return { webhooks, allowsLocal, secret };
    }),
    answering(contract.removeWebhook, () => {
      webhooks = [];
      return { webhooks, allowsLocal };
    }),
    answering(contract.listWebhookDeliveries, deliveries),
    answering(contract.testWebhook, () => {
      sent = [{ ...waiting, deliveryId: uuid('e') }, ...sent];
      return deliveries();
    }),
    answering(contract.resendWebhookDelivery, deliveries),
  ]);
});
afterEach(() => vi.unstubAllGlobals());

async function open(address: string): Promise<void> {
  i18n.load({ sv: { ...ofAccount, ...swedish } });
  speak('sv');
  const routes = [
    { path: routePatterns.webhooks, ...webhooksRoute },
    { path: routePatterns.webhook, ...webhookRoute },
  ];
  await openRoutes(routes, address, visitorRoute);
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const ofWebhook = paths.webhook(organisationId, webhookId);

test('what is told is listed to the last identifier, before anybody adds a receiver', async () => {
  await open(paths.webhooks(organisationId));
  const told = (await screen.findByText(/^Varje händelse säger/)).textContent;
  expect(told).toContain('förfrågans, företagets och er organisations id, paketets kod');
  expect(told).toContain('Företagets id utelämnas när företaget har tagit tillbaka förfrågan eller raderats.');
});

test('a receiver is added, and its secret told once', async () => {
  await open(paths.webhooks(organisationId));
  await userEvent.type(screen.getByLabelText('Namn'), 'Ärenden');
  await userEvent.type(screen.getByLabelText('Mottagarens adress'), 'https://arenden.example/in');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Förfrågan avböjd' }));
  await press('Lägg till mottagaren');

  expect(await screen.findByText(secret)).toBeDefined();
  expect(document.activeElement?.textContent).toContain('Den visas inte igen.');
  expect(await screen.findByRole('link', { name: 'Ärenden' })).toBeDefined();
  expect(server.sent(contract.addWebhook)).toMatchObject([
    { body: { name: 'Ärenden', url: 'https://arenden.example/in' } },
  ]);
  expect(JSON.stringify(server.sent(contract.addWebhook))).not.toContain('declined');
  expect(screen.getByLabelText<HTMLInputElement>('Namn').value).toBe('');
});

test('what is wrong with it is told at its field, and what was typed stays', async () => {
  await open(paths.webhooks(organisationId));
  await press('Lägg till mottagaren');
  expect(screen.getAllByText(/Skriv ett namn på högst 80 tecken/).length).toBeGreaterThan(1);

  await userEvent.type(screen.getByLabelText('Namn'), 'Ärenden');
  await userEvent.type(screen.getByLabelText('Mottagarens adress'), 'https://10.0.0.1/');
  await press('Lägg till mottagaren');

  expect((await screen.findAllByText(/ett nät som inte är öppet/)).length).toBeGreaterThan(1);
  expect(screen.getByLabelText<HTMLInputElement>('Mottagarens adress').value).toBe('https://10.0.0.1/');
});

test('what was sent is told with what became of it, and is sent again', async () => {
  await open(ofWebhook);
  const sent = within(screen.getByRole('region', { name: 'Det som har skickats' }));
  expect(sent.getByText('Mottagaren tog inte emot.')).toBeDefined();
  expect(sent.getByText('{"type":"referral.accepted"}')).toBeDefined();

  await userEvent.click(sent.getByRole('button', { name: /^Skicka igen: Förfrågan antagen/ }));

  expect(await screen.findByText(/ligger i kö igen/)).toBeDefined();
  expect(server.sent(contract.resendWebhookDelivery)).toMatchObject([{ params: { deliveryId: failed.deliveryId } }]);
});

test('the list and the page say of a receiver that takes nothing what is the matter', async () => {
  webhooks = [{ ...webhook, failed: 0, waiting: 1, failing: { fault: 'refused', responseCode: 500 } }];
  sent = [{ ...failed, status: 'waiting', settledAt: null }];
  await open(paths.webhooks(organisationId));
  const row = within(screen.getByRole('link', { name: 'Kundregistret' }).closest('li') as HTMLElement);
  expect(row.getByText('Kommer inte fram')).toBeDefined();
  expect(row.getByText(/Mottagaren tog inte emot\. Den svarade 500\./)).toBeDefined();

  await userEvent.click(row.getByRole('link'));
  const stands = within(await screen.findByRole('region', { name: 'Läget' }));
  expect(stands.getByText('Kommer inte fram')).toBeDefined();
  expect(
    within(screen.getByRole('region', { name: 'Det som har skickats' })).getByText('Inte mottaget än'),
  ).toBeDefined();
});

test.each([
  [{ status: 'delivered' as const, settledAt: at }, 'Provet kom fram.'],
  [{ fault: 'unreachable' as const }, 'Provet kom inte fram'],
])('a test is waited for, and what came of it is said: %o', async (changes, words) => {
  await open(ofWebhook);
  await press('Skicka ett prov');
  expect(await screen.findByText('Provet är på väg till mottagaren')).toBeDefined();
  sent = sent.map((each) => (each.event === 'test' ? { ...each, ...changes } : each));

  expect(await screen.findByText(words, {}, { timeout: 4000 })).toBeDefined();
});

test('a name that another receiver has is told at its field', async () => {
  await open(paths.webhooks(organisationId));
  await userEvent.type(screen.getByLabelText('Namn'), 'Kundregistret');
  await userEvent.type(screen.getByLabelText('Mottagarens adress'), 'https://arenden.example/in');
  await press('Lägg till mottagaren');

  expect((await screen.findAllByText('En annan mottagare heter så. Välj ett annat namn.')).length).toBeGreaterThan(1);
});

test('it is paused, says so, and goes on', async () => {
  await open(ofWebhook);
  await press('Pausa');
  expect(await screen.findByText('Pausad för hand.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Skicka ett prov' }).getAttribute('aria-disabled')).toBe('true');
  await press('Starta igen');
  expect(await screen.findByText('Mottagaren är på igen. Det som väntar skickas.')).toBeDefined();
  expect(server.sent(contract.changeWebhook).map(({ body }) => (body as { isPaused: boolean }).isPaused)).toEqual([
    true,
    false,
  ]);
});

test('a secret is made anew and the receiver removed, after a question', async () => {
  await open(ofWebhook);
  await press('Gör en ny hemlighet');
  const confirm = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
  await confirm('Gör en ny hemlighet');
  expect(await screen.findByText(secret)).toBeDefined();
  expect(screen.getByText(/I 24 timmar signerar både/)).toBeDefined();

  await press('Ta bort mottagaren');
  await confirm('Ta bort mottagaren');
  expect(await screen.findByText('Det finns ingen mottagare än')).toBeDefined();
});

test('a secret is made anew only by who shows once more who it is', async () => {
  isFresh = false;
  await open(ofWebhook);
  await press('Gör en ny hemlighet');
  const [dialog] = screen.getAllByRole('dialog');
  await userEvent.click(within(dialog as HTMLElement).getByRole('button', { name: 'Gör en ny hemlighet' }));

  await vi.waitFor(() => expect(document.querySelectorAll('dialog[open]')).toHaveLength(2));
  expect(screen.queryByText(secret)).toBeNull();
});
