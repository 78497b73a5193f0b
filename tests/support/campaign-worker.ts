import type pg from 'pg';
import { writeCampaignMails } from '#server/features/campaigns/write-mails.ts';
import { contentFolder } from '#server/folders.ts';
import type { Clock } from '#server/platform/clock.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { deliverAll, smtpTo, testSender } from './delivery.ts';
import type { LiveSite } from './live-site.ts';
import type { MailServer } from './mail-server.ts';

type Place = { readonly pool: pg.Pool; readonly site: LiveSite; readonly mailServer: MailServer };

/** What the worker of a site that is served does with campaigns at the hour of the clock: it writes what is due, and sends it. */
export async function campaignWorker({ pool, site, mailServer }: Place, clock: Clock) {
  const { bundle } = await loadContent(contentFolder);
  const parts = { database: { pool }, clock, identifiers: randomIdentifiers };
  return {
    write: async () => {
      while (await writeCampaignMails({ ...parts, published: createPublishedContent(parts.database) }));
    },
    send: () =>
      deliverAll({
        ...parts,
        texts: bundle.mailTexts,
        transport: smtpTo(mailServer.url, { from: testSender, origin: site.origin }),
        origin: site.origin,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      }),
  };
}

/** What has come to the address, the oldest first. */
export const mailsTo = ({ mails }: MailServer, address: string) =>
  mails.filter(({ to }) => [to].flat()[0]?.text === address);

/** The link of a campaign in a mail. */
export const campaignLinkIn = (mail: { readonly text?: string | undefined } | undefined): string =>
  /https?:\/\/\S+\/campaign\?lang=..#key=[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
