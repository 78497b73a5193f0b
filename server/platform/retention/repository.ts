import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import { languageSchema } from '#shared/domain/language.ts';
import type { RetentionStep } from '#shared/domain/retention/retention-schedule.ts';
import { many, one } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

/** Every step but the one that tells people first. */
export type PlainStep = Exclude<RetentionStep, 'unused-accounts'>;

type Limits = { readonly cutoff: Date; readonly most: number };

const statementOf: Readonly<Record<PlainStep, (limits: Limits) => SqlStatement>> = {
  'sign-in-requests': ({ cutoff, most }) => SQL`select retire_sign_in_requests(${cutoff}, ${most}) as taken`,
  challenges: ({ cutoff, most }) => SQL`select retire_challenges(${cutoff}, ${most}) as taken`,
  sessions: ({ cutoff, most }) => SQL`select retire_sessions(${cutoff}, ${most}) as taken`,
  'access-keys': ({ cutoff, most }) => SQL`select retire_access_keys(${cutoff}, ${most}) as taken`,
  'result-links': ({ cutoff, most }) => SQL`select retire_result_links(${cutoff}, ${most}) as taken`,
  invitations: ({ cutoff, most }) => SQL`select retire_invitations(${cutoff}, ${most}) as taken`,
  'mail-recipients': ({ cutoff, most }) => SQL`select retire_mail_recipients(${cutoff}, ${most}) as taken`,
  'contact-details': ({ cutoff, most }) => SQL`select retire_contact_details(${cutoff}, ${most}) as taken`,
  respondents: ({ cutoff, most }) => SQL`select retire_respondents(${cutoff}, ${most}) as taken`,
  'unclaimed-responses': ({ cutoff, most }) => SQL`select retire_unclaimed_responses(${cutoff}, ${most}) as taken`,
  'respondent-answers': ({ cutoff, most }) => SQL`select retire_respondent_answers(${cutoff}, ${most}) as taken`,
  'respondent-invitations': ({ cutoff, most }) =>
    SQL`select retire_respondent_invitations(${cutoff}, ${most}) as taken`,
  'contact-notes': ({ cutoff, most }) => SQL`select retire_contact_notes(${cutoff}, ${most}) as taken`,
  meetings: ({ cutoff, most }) => SQL`select retire_meetings(${cutoff}, ${most}) as taken`,
  'access-events': ({ cutoff, most }) => SQL`select retire_access_events(${cutoff}, ${most}) as taken`,
  'result-link-openings': ({ cutoff, most }) => SQL`select retire_result_link_openings(${cutoff}, ${most}) as taken`,
  campaigns: ({ cutoff, most }) => SQL`select retire_campaigns(${cutoff}, ${most}) as taken`,
  'earlier-contacts': ({ cutoff, most }) => SQL`select retire_provider_contacts(${cutoff}, ${most}) as taken`,
  'webhook-deliveries': ({ cutoff, most }) => SQL`select retire_webhook_deliveries(${cutoff}, ${most}) as taken`,
  'review-drafts': ({ cutoff, most }) => SQL`select retire_review_drafts(${cutoff}, ${most}) as taken`,
  consents: ({ cutoff, most }) => SQL`select retire_consents(${cutoff}, ${most}) as taken`,
  plans: ({ cutoff, most }) => SQL`select retire_plans(${cutoff}, ${most}) as taken`,
  releases: ({ cutoff, most }) => SQL`select retire_releases(${cutoff}, ${most}) as taken`,
  'package-drafts': ({ cutoff, most }) => SQL`select retire_package_drafts(${cutoff}, ${most}) as taken`,
  'what-ifs': ({ cutoff, most }) => SQL`select retire_what_ifs(${cutoff}, ${most}) as taken`,
  'ended-placements': ({ cutoff, most }) => SQL`select retire_placements(${cutoff}, ${most}) as taken`,
};

const takenSchema = z.object({ taken: z.int() });

/** Does to the oldest rows of the class what is done to it, to so many at most; says to how many. */
export async function retireRows(tx: Transaction, step: PlainStep, limits: Limits): Promise<number> {
  const { taken } = await one(tx, takenSchema, statementOf[step](limits));
  return taken;
}

const unusedAccountSchema = z.object({
  personId: z.uuid(),
  email: z.string(),
  language: languageSchema,
  usedAt: z.date(),
});
export type UnusedAccount = z.infer<typeof unusedAccountSchema>;

/** Takes down that these are told, and says who they are. */
export async function listAccountsToTell(
  tx: Transaction,
  { cutoff, most }: Limits,
  now: Date,
): Promise<UnusedAccount[]> {
  return many(
    tx,
    unusedAccountSchema,
    SQL`select person_id as "personId", email, language, used_at as "usedAt"
      from tell_unused_accounts(${cutoff}, ${now}, ${most})`,
  );
}

export async function retireAccounts(
  tx: Transaction,
  { cutoff, most }: Limits,
  { toldCutoff, now }: { toldCutoff: Date; now: Date },
): Promise<number> {
  const { taken } = await one(
    tx,
    takenSchema,
    SQL`select retire_unused_accounts(${cutoff}, ${toldCutoff}, ${now}, ${most}) as taken`,
  );
  return taken;
}
