import SQL from '@nearform/sql';
import * as z from 'zod';
import { many, maybeOne, type Queryable } from '../database/query.ts';

const chainEventSchema = z.object({
  sequence: z.coerce.number(),
  payload: z.string(),
  previousSha256: z.instanceof(Buffer),
  eventSha256: z.instanceof(Buffer),
});
export type ChainEvent = z.infer<typeof chainEventSchema>;

const batchLength = 1000;

/**
 * What `audit_payload` makes of an event, spelled out: who can change an event can change that function too, so that
 * it goes on telling what stood there before.
 */
async function listBatch(db: Queryable, after: number): Promise<ChainEvent[]> {
  return many(
    db,
    chainEventSchema,
    SQL`select audit_sequence as sequence, previous_sha256 as "previousSha256", event_sha256 as "eventSha256",
        jsonb_build_array(audit_sequence, (extract(epoch from occurred_at) * 1000000)::bigint, actor_person_id, action,
          object_kind, object_id, detail)::text as payload
      from audit_events where audit_sequence > ${after} order by audit_sequence limit ${batchLength}`,
  );
}

/** The whole log from its beginning, a batch in memory at a time. */
export async function* listChain(db: Queryable): AsyncGenerator<ChainEvent> {
  for (let after = 0; ; ) {
    const batch = await listBatch(db, after);
    const last = batch.at(-1);
    if (last === undefined) return;
    yield* batch;
    after = last.sequence;
  }
}

const headSchema = z.object({ sequence: z.coerce.number(), sha256: z.string() });

/** The newest event; undefined while there is none. */
export async function findHead(db: Queryable): Promise<z.infer<typeof headSchema> | undefined> {
  return maybeOne(
    db,
    headSchema,
    SQL`select audit_sequence as sequence, encode(event_sha256, 'hex') as sha256 from audit_events
      order by audit_sequence desc limit 1`,
  );
}
