import SQL from '@nearform/sql';
import * as z from 'zod';
import { maybeOne, type Queryable } from '../database/query.ts';
import type { MailKind } from './mail-kinds.ts';
import type { ClaimedMail } from './repository.ts';

type Claim = Pick<ClaimedMail, 'mailId' | 'claimId'>;

/** A link that is told of by mail, with a key that is made when the mail is. */
export type MailedLink = {
  /** The fact of the mail that names it. */
  readonly fact: string;
  /** Whether the link opens anything, so that it is of use to tell of it. */
  isLive(tx: Queryable, linkId: string, now: Date): Promise<boolean>;
  /** In place of the key of an earlier try, by whoever holds the mail it goes out in. False: it is somebody else's now. */
  updateKey(tx: Queryable, linkId: string, keySha256: Buffer, mail: Claim): Promise<boolean>;
};

const idSchema = z.object({ linkId: z.uuid() });
type Query = ReturnType<typeof SQL>;
const finds = async (tx: Queryable, query: Query): Promise<boolean> =>
  (await maybeOne(tx, idSchema, query)) !== undefined;

const holds = ({ mailId, claimId }: Claim): Query =>
  SQL`exists (select 1 from outbox_mails where mail_id = ${mailId} and claim_id = ${claimId} and status = 'claimed')`;

export const mailedLinks: Partial<Record<MailKind, MailedLink>> = {
  'result-shared': {
    fact: 'resultLinkId',
    isLive: (tx, linkId, now) =>
      finds(
        tx,
        SQL`select result_link_id as "linkId" from result_links
          where result_link_id = ${linkId} and taken_back_at is null and expires_at > ${now}`,
      ),
    updateKey: (tx, linkId, keySha256, mail) =>
      finds(
        tx,
        SQL`update result_links set mailed_key_sha256 = ${keySha256}
          where result_link_id = ${linkId} and ${holds(mail)} returning result_link_id as "linkId"`,
      ),
  },
  'respondent-invitation': {
    fact: 'respondentId',
    isLive: (tx, linkId, now) =>
      finds(
        tx,
        SQL`select respondent_id as "linkId" from respondents
          where respondent_id = ${linkId} and taken_back_at is null and expires_at > ${now}`,
      ),
    updateKey: (tx, linkId, keySha256, mail) =>
      finds(
        tx,
        SQL`update respondents set mailed_key_sha256 = ${keySha256}
          where respondent_id = ${linkId} and ${holds(mail)} returning respondent_id as "linkId"`,
      ),
  },
  'respondent-reminder': {
    fact: 'respondentId',
    isLive: (tx, linkId, now) =>
      finds(
        tx,
        SQL`select respondent_id as "linkId" from respondents
          where respondent_id = ${linkId} and taken_back_at is null and done_at is null and expires_at > ${now}`,
      ),
    updateKey: (tx, linkId, keySha256, mail) =>
      finds(
        tx,
        SQL`update respondents set reminder_key_sha256 = ${keySha256}
          where respondent_id = ${linkId} and ${holds(mail)} returning respondent_id as "linkId"`,
      ),
  },
};
