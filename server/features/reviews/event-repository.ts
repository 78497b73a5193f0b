import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Judgement } from '#shared/domain/review/review.ts';
import { type ReviewParty, type ReviewStatus, reviewStatuses } from '#shared/domain/review/review-states.ts';
import { exec, many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { ReviewRow } from './repository.ts';

type ReviewKey = Pick<ReviewRow, 'firmId' | 'reviewId'>;

export type ProviderDeed = 'begin' | 'judge' | 'give' | 'take-back' | 'close';

/** What somebody of the organisation did. */
export async function insertProviderEvent(
  tx: Transaction,
  { firmId, reviewId }: ReviewKey,
  event: {
    readonly deed: ProviderDeed;
    readonly status: ReviewStatus;
    readonly organisationId: string;
    readonly code?: string;
    readonly judgement?: Judgement | null;
    readonly occurredAt: Date;
  },
): Promise<void> {
  const { judgement = null } = event;
  const level = judgement?.state === 'level' ? judgement.level : null;
  await exec(
    tx,
    SQL`insert into review_events (firm_id, review_id, deed, status, code, state, level, organisation_id, person_id,
        occurred_at)
      values (${firmId}, ${reviewId}, ${event.deed}, ${event.status}, ${event.code ?? null},
        ${judgement?.state ?? null}, ${level}, ${event.organisationId}, (select current_person_id()),
        ${event.occurredAt})`,
  );
}

/** What an owner of the firm did. */
export async function insertFirmEvent(
  tx: Transaction,
  { firmId, reviewId }: ReviewKey,
  event: {
    readonly deed: 'reply' | 'answer';
    readonly status: ReviewStatus;
    readonly code?: string;
    readonly occurredAt: Date;
  },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into review_events (firm_id, review_id, deed, status, code, member_id, occurred_at)
      values (${firmId}, ${reviewId}, ${event.deed}, ${event.status}, ${event.code ?? null},
        (select current_person_id()), ${event.occurredAt})`,
  );
}

const eventRowSchema = z.object({
  deed: z.enum(['begin', 'judge', 'reply', 'give', 'take-back', 'close', 'answer', 'end-consent']),
  status: z.enum(reviewStatuses),
  code: z.string().nullable(),
  state: z.enum(['level', 'not-judged']).nullable(),
  level: z.int().nullable(),
  isOfProvider: z.boolean(),
  personName: z.string().nullable(),
  at: z.date(),
});
export type EventRow = z.infer<typeof eventRowSchema>;

/** Who of the organisation it was; never who of the firm. */
const providersPerson = SQL`e.person_id`;
const anyPerson = SQL`coalesce(e.person_id, e.member_id)`;

/** The trace, oldest first, as the organisation or the firm may read it. */
export async function listEvents(
  tx: Transaction,
  { firmId, reviewId }: ReviewKey,
  reader: ReviewParty,
): Promise<EventRow[]> {
  return many(
    tx,
    eventRowSchema,
    SQL`select e.deed, e.status, e.code, e.state, e.level, e.organisation_id is not null as "isOfProvider",
        p.name as "personName", e.occurred_at as at
      from review_events e
      left join people p on p.person_id = ${reader === 'firm' ? anyPerson : providersPerson}
      where e.firm_id = ${firmId} and e.review_id = ${reviewId}
      order by e.review_event_id`,
  );
}
