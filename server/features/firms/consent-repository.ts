import SQL from '@nearform/sql';
import * as z from 'zod';
import type { StandingPurpose } from '#shared/domain/access/consent.ts';
import { consentPurposes } from '#shared/domain/access/consent.ts';
import { copyKinds } from '#shared/domain/access/taken-files.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const consentRowSchema = z.object({
  consentId: z.uuid(),
  purpose: z.enum(consentPurposes),
  receiverCode: z.string(),
  receiverName: z.nullable(localisedTextSchema),
  wordingVersion: z.string(),
  givenAt: z.date(),
  givenBy: z.string().nullable(),
  withdrawnAt: z.date().nullable(),
});
export type ConsentRow = z.infer<typeof consentRowSchema>;

const selectConsent = SQL`
  select c.consent_id as "consentId", c.purpose, c.provider_code as "receiverCode", o.name as "receiverName",
    c.wording_version as "wordingVersion", c.given_at as "givenAt", coalesce(p.name, p.email) as "givenBy",
    c.withdrawn_at as "withdrawnAt"
  from consents c
  left join organisations o on o.kind = 'provider' and o.code = c.provider_code
  left join people p on p.person_id = c.person_id`;

/** All there have been, those that stand first. */
export async function listConsents(tx: Transaction, firmId: string): Promise<ConsentRow[]> {
  return many(
    tx,
    consentRowSchema,
    SQL`${selectConsent} where c.firm_id = ${firmId}
      order by c.withdrawn_at is null desc, c.given_at desc, c.consent_id desc`,
  );
}

export async function findConsent(tx: Transaction, firmId: string, consentId: string): Promise<ConsentRow | undefined> {
  return maybeOne(
    tx,
    consentRowSchema,
    SQL`${selectConsent} where c.firm_id = ${firmId} and c.consent_id = ${consentId}`,
  );
}

export type NewConsent = {
  readonly consentId: string;
  readonly firmId: string;
  readonly purpose: StandingPurpose;
  readonly receiver: string;
  readonly wordingVersion: string;
  readonly language: Language;
  readonly givenAt: Date;
};

/** False when the same consent stands already, or was given at the same moment. */
export async function insertConsent(tx: Transaction, consent: NewConsent): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ consentId: z.uuid() }),
    SQL`insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language, given_at,
        person_id)
      values (${consent.consentId}, ${consent.firmId}, ${consent.purpose}, ${consent.receiver},
        ${consent.wordingVersion}, ${consent.language}, ${consent.givenAt}, current_person_id())
      on conflict do nothing
      returning consent_id as "consentId"`,
  );
  return row !== undefined;
}

/** False when it was withdrawn before. */
export async function updateConsentToWithdrawn(
  tx: Transaction,
  { firmId, consentId }: { firmId: string; consentId: string },
  withdrawnAt: Date,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ consentId: z.uuid() }),
    SQL`update consents set withdrawn_at = ${withdrawnAt}, withdrawn_by = current_person_id()
      where firm_id = ${firmId} and consent_id = ${consentId} and withdrawn_at is null
      returning consent_id as "consentId"`,
  );
  return row !== undefined;
}

/** The providers that can be let in. */
export async function listOpenProviders(tx: Transaction): Promise<{ code: string; name: LocalisedText }[]> {
  return many(
    tx,
    z.object({ code: z.string(), name: localisedTextSchema }),
    SQL`select code, name from organisations where kind = 'provider' and closed_at is null order by name ->> 'sv', code`,
  );
}

/** Codes of the providers where somebody can sign in. */
export async function listProviderCodesInUse(tx: Transaction): Promise<string[]> {
  const { codes } = await one(
    tx,
    z.object({ codes: z.array(z.string()) }),
    SQL`select provider_codes_in_use() as codes`,
  );
  return codes;
}

const lookRowSchema = z.object({
  at: z.date(),
  organisation: z.nullable(localisedTextSchema),
  personName: z.string().nullable(),
  person: z.int(),
  what: z.enum(['result', 'contact', 'list', 'placement', 'notes', 'link']),
});

/** What is a file that was taken, and told as that. */
const isCopy = SQL`(e.file is not null or e.what = 'export')`;

/** Who has looked at the firm, the newest first. */
export async function listLooks(
  tx: Transaction,
  firmId: string,
  limit: number,
): Promise<z.infer<typeof lookRowSchema>[]> {
  return many(
    tx,
    lookRowSchema,
    SQL`select at, organisation, "personName",
        (dense_rank() over (order by who))::integer as person, what
      from (
        select e.occurred_at as at, o.name as organisation, coalesce(p.name, p.email) as "personName",
          coalesce(e.person_id, e.access_event_id) as who, e.what, e.access_event_id as look_id
        from access_events e
        join organisations o on o.organisation_id = e.organisation_id
        left join people p on p.person_id = e.person_id
        where e.firm_id = ${firmId} and not ${isCopy}
        union all
        select l.opened_at, null, l.recipient_name, l.result_link_id, 'link', l.result_link_opening_id
        from result_link_openings l where l.firm_id = ${firmId}
      ) looks
      order by at desc, look_id desc
      limit ${limit}`,
  );
}

export async function countLooks(tx: Transaction, firmId: string): Promise<number> {
  const { looks } = await one(
    tx,
    z.object({ looks: z.int() }),
    SQL`select ((select count(*) from access_events e where e.firm_id = ${firmId} and not ${isCopy})
        + (select count(*) from result_link_openings where firm_id = ${firmId}))::integer as looks`,
  );
  return looks;
}

const copyRowSchema = z.object({
  at: z.date(),
  organisation: localisedTextSchema,
  personName: z.string().nullable(),
  file: z.enum(copyKinds),
});

/** Which files somebody outside the firm has taken, the newest first. */
export async function listCopies(
  tx: Transaction,
  firmId: string,
  limit: number,
): Promise<z.infer<typeof copyRowSchema>[]> {
  return many(
    tx,
    copyRowSchema,
    SQL`select e.occurred_at as at, o.name as organisation, coalesce(p.name, p.email) as "personName",
        coalesce(e.file, 'list') as file
      from access_events e
      join organisations o on o.organisation_id = e.organisation_id
      left join people p on p.person_id = e.person_id
      where e.firm_id = ${firmId} and ${isCopy}
      order by e.occurred_at desc, e.access_event_id desc
      limit ${limit}`,
  );
}

export async function countCopies(tx: Transaction, firmId: string): Promise<number> {
  const { copies } = await one(
    tx,
    z.object({ copies: z.int() }),
    SQL`select count(*)::integer as copies from access_events e where e.firm_id = ${firmId} and ${isCopy}`,
  );
  return copies;
}

/** Whom links of the firm show one of its results now; a name once for each link. */
export async function listSharedWith(tx: Transaction, firmId: string): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ recipientName: z.string() }),
    SQL`select recipient_name as "recipientName" from active_result_links(${firmId})`,
  );
  return rows.map(({ recipientName }) => recipientName);
}
