import { outsideRegion } from '#shared/domain/firm/firm-profile.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ContentBundle } from '../../platform/content/content-bundle.ts';
import type { PublishedContent } from '../../platform/content/published-content.ts';
import type { Database, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Identifiers } from '../../platform/identifier.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { dayInWords, isNight, isWeekdayMorning, swedishDate } from '../../platform/mail/swedish-time.ts';
import { listWaiting, type NoticeRow, takeNotices } from './notice-repository.ts';

export type TellingParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly published: PublishedContent;
  readonly bundle: Pick<ContentBundle, 'firmProfileOptions'>;
};

const most = 20;
const notShared: LocalisedText = { sv: '', en: '' };
const outside: LocalisedText = { sv: 'utanför de tre länen', en: 'outside the three counties' };

function nameCounty({ bundle }: TellingParts, county: string | null): LocalisedText {
  if (county === outsideRegion) return outside;
  return bundle.firmProfileOptions.counties.find(({ code }) => code === county)?.name ?? notShared;
}

/**
 * Writes a mail about each new request to everybody who wants one at once. Not at night: a request that is taken back
 * before the morning is told to nobody. Resolves to whether there may be more.
 */
export async function tellOfNewRequests(parts: TellingParts): Promise<boolean> {
  if (isNight(parts.clock.now())) return false;
  return inTransaction(parts.database, { surface: 'worker' }, async (tx) => {
    const notices = await takeNotices(tx, most);
    for (const notice of notices) await tellOne(parts, tx, notice);
    return new Set(notices.map(({ referralId }) => referralId)).size === most;
  });
}

async function tellOne(
  parts: TellingParts,
  tx: Transaction,
  { referralId, catalogueVersionId, packageCode, answerDueAt, county, providerName, person }: NoticeRow,
): Promise<void> {
  if (person === null || providerName === null) return;
  const version = await parts.published.findCatalogue(catalogueVersionId, tx);
  const packageName = nameOf(version?.catalogue.packages ?? [], packageCode);
  const countyName = nameCounty(parts, county);
  await insertMail(tx, {
    mailId: parts.identifiers.newId(),
    kind: 'request-arrived',
    recipient: person.email,
    language: person.language,
    facts: {
      packageSv: packageName.sv,
      packageEn: packageName.en,
      countySv: countyName.sv,
      countyEn: countyName.en,
      providerSv: providerName.sv,
      providerEn: providerName.en,
      dueOnSv: dayInWords(answerDueAt, 'sv'),
      dueOnEn: dayInWords(answerDueAt, 'en'),
    },
    dedupeKey: `request-arrived:${referralId}:${person.personId}`,
    createdAt: parts.clock.now(),
  });
}

/** To be called every hour; on weekday mornings everybody who wants it is told once what waits for an answer. */
export async function tellOfWaitingRequests({ database, clock, identifiers }: TellingParts): Promise<void> {
  const now = clock.now();
  if (!isWeekdayMorning(now)) return;
  await inTransaction(database, { surface: 'worker' }, async (tx) => {
    for (const { organisationId, personId, providerName, ...row } of await listWaiting(tx, now)) {
      await insertMail(tx, {
        mailId: identifiers.newId(),
        kind: 'requests-waiting',
        recipient: row.email,
        language: row.language,
        facts: {
          providerSv: providerName.sv,
          providerEn: providerName.en,
          waiting: String(row.waiting),
          overdue: String(row.overdue),
        },
        dedupeKey: `requests-waiting:${organisationId}:${personId}:${swedishDate(now)}`,
        createdAt: now,
      });
    }
  });
}
