import { expect } from 'vitest';
import { writeCampaignMails } from '#server/features/campaigns/write-mails.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { swedishDate } from '#server/platform/mail/swedish-time.ts';
import { type CampaignDocument, type InviteeDocument, noInviteeColumns } from '#shared/contracts/campaigns.ts';
import { addDays } from '#shared/domain/edition/civil-day.ts';
import { deliverMails } from './delivery.ts';
import type { Staff } from './people.ts';
import { workshop } from './small-instrument.ts';
import type { TestApp } from './test-app.ts';
import type { Visitor } from './visitor.ts';

export const campaignsOf = ({ organisationId }: Pick<Staff, 'organisationId'>, rest = '') =>
  `/api/advisor/organisations/${organisationId}/campaigns${rest}`;

export type CampaignChanges = Partial<{
  name: object;
  message: object;
  formCode: string;
  instrumentVersionId: string | null;
  opensOn: string;
  closesOn: string;
  graceDays: number;
  reminderDays: readonly string[];
}>;

/** A call that opens today and closes in twenty days, with reminders after a week and two. */
export function campaignBody(today: string, changes: CampaignChanges = {}) {
  return {
    name: { sv: 'Nulägesmätning våren', en: 'Where we stand this spring' },
    message: { sv: 'Vi vill veta vad ni behöver.', en: 'We want to know what you need.' },
    formCode: 'snabbkoll',
    instrumentVersionId: null,
    opensOn: today,
    closesOn: addDays(today, 20),
    graceDays: 3,
    reminderDays: [addDays(today, 7), addDays(today, 14)],
    ...changes,
  };
}

export const csv = (text: string) => ({ kind: 'csv', base64: Buffer.from(text).toString('base64') });
export const firmsFile = csv(
  [
    'Företag;E-post;Orgnr;Kommun;Bransch;Anställda;Språk',
    'Bruket AB;Kim@Bruket.example;556036-0793;Karlstad;Stål och metall;37;sv',
    'Sågen;eva@sagen.example;;Gävle;Trähus och byggprodukter;8;en',
    'Ån;an@an.example;;;;;',
  ].join('\n'),
);
export const firmsColumns = {
  ...noInviteeColumns,
  firmName: 0,
  email: 1,
  organisationNumber: 2,
  municipality: 3,
  branch: 4,
  sizeClass: 5,
  language: 6,
};

type Now = { readonly clock: Pick<TestApp['clock'], 'now'> };

export const todayOf = ({ clock }: Now): string => swedishDate(clock.now());

/** A draft, with the firms of the file in it. */
export async function draftCampaign(
  site: Now,
  staff: Staff,
  changes: CampaignChanges = {},
  file: object | null = firmsFile,
): Promise<string> {
  const made = await staff.visitor.post(campaignsOf(staff), campaignBody(todayOf(site), changes));
  expect(made.statusCode, made.body).toBe(201);
  const { campaignId } = made.json<{ campaignId: string }>();
  if (file === null) return campaignId;
  const body = { file, columns: firmsColumns, accepts: 'good-rows' };
  const imported = await staff.visitor.post(campaignsOf(staff, `/${campaignId}/firm-imports`), body);
  expect(imported.statusCode, imported.body).toBe(200);
  return campaignId;
}

export async function campaignOf(staff: Staff, campaignId: string): Promise<CampaignDocument> {
  const reply = await staff.visitor.get(campaignsOf(staff, `/${campaignId}`));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<CampaignDocument>();
}

export async function inviteesOf(staff: Staff, campaignId: string, query = ''): Promise<InviteeDocument[]> {
  const reply = await staff.visitor.get(campaignsOf(staff, `/${campaignId}/firms${query}`));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ firms: InviteeDocument[] }>().firms;
}

/** Moves the call on by its revision. */
export async function moveOn(staff: Staff, campaignId: string, move: 'opening' | 'end') {
  const { revision } = await campaignOf(staff, campaignId);
  return staff.visitor.post(campaignsOf(staff, `/${campaignId}/${move}`), { revision });
}

/** What a worker of the site writes with. */
export const writingOf = (site: Pick<TestApp, 'app' | 'clock'>) => {
  const database = { pool: site.app.pg.pool };
  return { database, clock: site.clock, identifiers: randomIdentifiers, published: createPublishedContent(database) };
};

/** Writes and sends what is due; the mails that went, the oldest first. */
export async function deliverCampaignMails(site: TestApp) {
  while (await writeCampaignMails(writingOf(site)));
  return deliverMails(site);
}

/** The personal keys of mails, by whom they went to. */
export const keysIn = (mails: readonly { recipient: string; text: string }[]): ReadonlyMap<string, string> =>
  new Map(mails.map(({ recipient, text }) => [recipient, /#key=([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '']));

/** A call that is opened and has written to everybody, with the key of each. */
export async function openedCampaign(site: TestApp, staff: Staff, changes: CampaignChanges = {}) {
  const campaignId = await draftCampaign(site, staff, changes);
  const opened = await moveOn(staff, campaignId, 'opening');
  expect(opened.statusCode, opened.body).toBe(200);
  return { campaignId, keys: keysIn(await deliverCampaignMails(site)) };
}

export const startByKey = (visitor: Visitor, key: string) =>
  visitor.post('/api/campaign-responses', { key, language: 'sv', profile: workshop, firmName: 'Bruket AB' });

/** Starts by the link and gives the response. */
export async function begunByKey(visitor: Visitor, key: string): Promise<string> {
  const reply = await startByKey(visitor, key);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ responseId: string }>().responseId;
}
