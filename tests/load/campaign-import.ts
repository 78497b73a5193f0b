import { createTransport } from 'nodemailer';
import pg from 'pg';
import writeExcelFile from 'write-excel-file/node';
import { writeCampaignMails } from '#server/features/campaigns/write-mails.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { deliverDueMails } from '#server/platform/mail/deliver-due-mails.ts';
import { swedishDate } from '#server/platform/mail/swedish-time.ts';
import { mostInvitees } from '#shared/contracts/campaigns.ts';
import { campaignBody, firmsColumns } from '../support/campaigns.ts';
import { smtpTo, testOrigin, testSender } from '../support/delivery.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { bundle, say } from './firms.ts';
import { residentMb, watchPeak } from './measure.ts';
import { advisorCookie, provider } from './queue.ts';

const mails = 1000;
/** As the worker sends them. */
const atOnce = 5;

const headings = ['Företag', 'E-post', 'Orgnr', 'Kommun', 'Bransch', 'Anställda', 'Språk'];
const rows = Array.from({ length: mostInvitees }, (_none, at) => [
  `Mekaniska verkstaden nummer ${at} AB`,
  `kontakt${at}@verkstad${at % 977}.example`,
  '',
  ['Karlstad', 'Falun', 'Gävle'][at % 3] ?? '',
  'Metallvaror och maskiner',
  String((at % 240) + 1),
  at % 5 === 0 ? 'en' : 'sv',
]);

const csvFile = () => ({
  kind: 'csv',
  base64: Buffer.from([headings, ...rows].map((cells) => cells.join(';')).join('\n')).toString('base64'),
});

async function xlsxFile() {
  const cells = [headings, ...rows].map((row) => row.map((value) => ({ type: String, value })));
  const { toBuffer } = writeExcelFile(cells);
  return { kind: 'xlsx', base64: (await toBuffer()).toString('base64') };
}

type Ask = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

function asking({ origin }: ServerProcess, cookie: string, organisationId: string): Ask {
  return async (method, path, body) => {
    const reply = await fetch(`${origin}/api/advisor/organisations/${organisationId}/campaigns${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie, origin },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = (await reply.json()) as Record<string, unknown>;
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(said)}`);
    return said;
  };
}

async function draft(ask: Ask): Promise<string> {
  return String((await ask('POST', '', campaignBody(swedishDate(new Date()))))['campaignId']);
}

async function measureImport(server: ServerProcess, ask: Ask, file: { kind: string; base64: string }): Promise<string> {
  const campaignId = await draft(ask);
  for (const accepts of ['nothing', 'good-rows']) {
    const endPeak = watchPeak(server.child.pid);
    const startedMs = performance.now();
    const report = await ask('POST', `/${campaignId}/firm-imports`, { file, columns: firmsColumns, accepts });
    const seconds = (performance.now() - startedMs) / 1000;
    say(
      `  ${file.kind}, ${(file.base64.length / 1.34e6).toFixed(1)} MB, ${accepts === 'nothing' ? 'checked' : 'stored'}: ${seconds.toFixed(2)} s, ${String(report['good'])} good rows, server at most ${endPeak().toFixed(0)} MB`,
    );
  }
  return campaignId;
}

/** The same number of mails of about the same size, each over a connection of its own, with nothing kept of them. */
async function bareMailsPerSecond(url: string): Promise<number> {
  const transport = createTransport(url);
  const text = 'x'.repeat(1500);
  const startedMs = performance.now();
  let sent = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (sent < mails) {
        sent += 1;
        const to = `kontakt${sent}@example.se`;
        await transport.sendMail({ from: testSender, to, subject: 'Inbjudan', text, html: `<p>${text}</p>` });
      }
    }),
  );
  return (mails * 1000) / (performance.now() - startedMs);
}

async function measureMails(databaseUrl: string): Promise<void> {
  const mailServer = await startMailServer();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  // At noon, whatever the hour: mail about work goes by day.
  const noon = new Date(`${swedishDate(new Date())}T11:00:00.000Z`);
  const parts = { database: { pool }, clock: { now: () => noon }, identifiers: randomIdentifiers };
  try {
    const published = createPublishedContent(parts.database);
    const writtenMs = performance.now();
    let written = 0;
    while (written < mails && (await writeCampaignMails({ ...parts, published }))) written += 200;
    const writtenPerSecond = (written * 1000) / (performance.now() - writtenMs);
    const delivery = {
      ...parts,
      texts: bundle.mailTexts,
      transport: smtpTo(mailServer.url),
      origin: testOrigin,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    };
    const { signal } = new AbortController();
    const sentMs = performance.now();
    while (mailServer.givenCount < mails && (await deliverDueMails(delivery, signal)));
    const perSecond = (mailServer.givenCount * 1000) / (performance.now() - sentMs);
    const bare = await bareMailsPerSecond(mailServer.url);
    say(
      `  mails written per second: ${writtenPerSecond.toFixed(0)}; sent: ${perSecond.toFixed(0)}, a bare loop of nodemailer ${bare.toFixed(0)} (${(perSecond / bare).toFixed(2)} of it)`,
    );
  } finally {
    await pool.end();
    await mailServer.close();
  }
}

/** The largest file of firms that a campaign takes, and how quickly its mails go. */
export async function measureCampaigns(server: ServerProcess, { adminUrl }: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, options: '-c search_path=mattstock' });
  await client.connect();
  try {
    const cookie = await advisorCookie(client);
    const { rows: places } = await client.query<{ id: string }>(
      'select organisation_id as id from organisations where code = $1',
      [provider],
    );
    const ask = asking(server, cookie, places[0]?.id ?? '');
    say(`campaigns: ${mostInvitees} firms; server at rest ${residentMb(server.child.pid).toFixed(0)} MB`);
    await measureImport(server, ask, csvFile());
    const campaignId = await measureImport(server, ask, await xlsxFile());
    const startedMs = performance.now();
    await ask('GET', `/${campaignId}`);
    say(`  numbers of such a campaign read in ${(performance.now() - startedMs).toFixed(0)} ms`);
    await ask('POST', `/${campaignId}/opening`, { revision: 1 });
    await measureMails(adminUrl);
  } finally {
    await client.end();
  }
}
