import SQL from '@nearform/sql';
import * as z from 'zod';
import { roles } from '#shared/domain/access/roles.ts';
import { freshMinutes } from '#shared/domain/access/session-limits.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { exec, maybeOne } from '../database/query.ts';
import type { Database, Transaction } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Account } from './account.ts';

const accountRowSchema = z.object({
  sessionId: z.uuid(),
  personId: z.uuid(),
  email: z.string(),
  name: z.string().nullable(),
  language: languageSchema,
  hasSecondFactor: z.boolean(),
  isFresh: z.boolean(),
  isDue: z.boolean(),
  roles: z.array(z.object({ role: z.enum(roles), placeId: z.uuid() })),
});

async function findLiveSession(tx: Transaction): Promise<z.infer<typeof accountRowSchema> | undefined> {
  return maybeOne(
    tx,
    accountRowSchema,
    SQL`select s.session_id as "sessionId", p.person_id as "personId", p.email, p.name, p.language,
        s.has_second_factor as "hasSecondFactor", s.verified_at > now() - make_interval(mins => ${freshMinutes}) as "isFresh",
        s.last_seen_at < now() - interval '1 minute' as "isDue",
        coalesce((
          select jsonb_agg(jsonb_build_object('role', m.role, 'placeId', coalesce(m.firm_id, m.organisation_id))
            order by m.created_at)
          from memberships m
          left join organisations o on o.organisation_id = m.organisation_id
          where m.person_id = p.person_id and m.ended_at is null and o.closed_at is null
        ), '[]') as roles
      from sessions s
      join people p on p.person_id = s.person_id
      where s.session_id = (select live_session_id())`,
  );
}

/** Whose session the key is, if it still holds. Being seen keeps it from going idle. */
export async function findAccount(database: Database, sessionKey: string): Promise<Account | undefined> {
  return inTransaction(database, { surface: 'identity', sessionKey }, async (tx) => {
    const row = await findLiveSession(tx);
    if (row === undefined) return undefined;
    const { isDue, ...account } = row;
    if (isDue) await exec(tx, SQL`update sessions set last_seen_at = now() where session_id = ${account.sessionId}`);
    return account;
  });
}
