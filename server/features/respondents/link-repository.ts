import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Language } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const linkRowSchema = z.object({
  respondentLinkId: z.uuid(),
  opened: z.int(),
  mostRespondents: z.int(),
  createdAt: z.date(),
  expiresAt: z.date(),
  takenBackAt: z.date().nullable(),
});
export type LinkRow = z.infer<typeof linkRowSchema>;

/** The newest first. */
export async function listLinkRows(tx: Transaction, assessmentId: string): Promise<LinkRow[]> {
  return many(
    tx,
    linkRowSchema,
    SQL`select l.respondent_link_id as "respondentLinkId", l.most_respondents as "mostRespondents",
        l.created_at as "createdAt", l.expires_at as "expiresAt", l.taken_back_at as "takenBackAt",
        (select count(*) from respondents p where p.respondent_link_id = l.respondent_link_id)::integer as opened
      from respondent_links l
      where l.assessment_id = ${assessmentId}
      order by l.created_at desc, l.respondent_link_id desc`,
  );
}

export async function hasActiveLink(tx: Transaction, assessmentId: string, now: Date): Promise<boolean> {
  const { isThere } = await one(
    tx,
    z.object({ isThere: z.boolean() }),
    SQL`select exists (
        select 1 from respondent_links
        where assessment_id = ${assessmentId} and taken_back_at is null and expires_at > ${now}
      ) as "isThere"`,
  );
  return isThere;
}

export type NewRespondentLink = {
  readonly respondentLinkId: string;
  readonly firmId: string;
  readonly assessmentId: string;
  readonly keySha256: Buffer;
  readonly mostRespondents: number;
  readonly language: Language;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertRespondentLink(tx: Transaction, link: NewRespondentLink): Promise<void> {
  await exec(
    tx,
    SQL`insert into respondent_links (respondent_link_id, firm_id, assessment_id, key_sha256, most_respondents, language,
        created_at, expires_at)
      values (${link.respondentLinkId}, ${link.firmId}, ${link.assessmentId}, ${link.keySha256},
        ${link.mostRespondents}, ${link.language}, ${link.createdAt}, ${link.expiresAt})`,
  );
}

export async function hasRespondentLink(
  tx: Transaction,
  { assessmentId, respondentLinkId }: { assessmentId: string; respondentLinkId: string },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ respondentLinkId: z.uuid() }),
    SQL`select respondent_link_id as "respondentLinkId" from respondent_links
      where assessment_id = ${assessmentId} and respondent_link_id = ${respondentLinkId}`,
  );
  return row !== undefined;
}

export async function updateLinkToTakenBack(
  tx: Transaction,
  { assessmentId, respondentLinkId }: { assessmentId: string; respondentLinkId: string },
  takenBackAt: Date,
): Promise<{ isNew: boolean }> {
  return one(
    tx,
    z.object({ isNew: z.boolean() }),
    SQL`with found as (
        select respondent_link_id, taken_back_at from respondent_links
        where assessment_id = ${assessmentId} and respondent_link_id = ${respondentLinkId} for update
      ), ended as (
        update respondent_links l set taken_back_at = ${takenBackAt} from found
        where l.respondent_link_id = found.respondent_link_id and found.taken_back_at is null
      )
      select taken_back_at is null as "isNew" from found`,
  );
}
