import SQL from '@nearform/sql';
import * as z from 'zod';
import {
  type PlacementMove,
  type PlacementStatus,
  placementMoves,
  placementReasons,
  placementStatuses,
} from '#shared/domain/edition/placement-states.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { referralStatuses } from '#shared/domain/referral/referral-states.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { wishColumn, wishRowSchema } from '../../platform/editions/wish-repository.ts';

const reasonSchema = z.enum(placementReasons).nullable();

const eventSchema = z.object({
  move: z.enum(placementMoves),
  status: z.enum(placementStatuses),
  by: z.enum(['firm', 'provider', 'nobody']),
  reason: reasonSchema,
  at: z.string(),
});

/** Columns that both sides of a placement see. */
export const placementFacts = {
  placementId: z.uuid(),
  status: z.enum(placementStatuses),
  answerBy: z.string().nullable(),
  waitingSince: z.date().nullable(),
  reason: reasonSchema,
  statusSince: z.date(),
  revision: z.int(),
  events: z.array(eventSchema),
};

/** Of the row `p` of a placement. */
export const placementColumns = SQL`p.placement_id as "placementId", p.status, p.answer_by::text as "answerBy",
  p.waiting_since as "waitingSince", p.reason, p.status_since as "statusSince", p.revision,
  coalesce((
    select jsonb_agg(jsonb_build_object('move', v.move, 'status', v.status, 'reason', v.reason,
        'by', case when v.reason in ('edition-cancelled', 'edition-over') then 'provider'
          when v.organisation_id is not null then 'provider' when v.person_id is not null then 'firm' else 'nobody' end,
        'at', to_char(v.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by v.placement_event_id)
    from placement_events v where v.firm_id = p.firm_id and v.placement_id = p.placement_id
  ), '[]') as events`;

const placementRowSchema = z.object({
  ...placementFacts,
  editionId: z.uuid(),
  firmId: z.uuid(),
  firmName: z.string().nullable(),
  isSimulated: z.boolean(),
  referralId: z.uuid().nullable(),
  hasUnanswered: z.boolean(),
});
export type PlacementRow = z.infer<typeof placementRowSchema>;

const selectPlacements = SQL`select ${placementColumns}, p.edition_id as "editionId", p.firm_id as "firmId",
    f.name as "firmName", f.is_simulated as "isSimulated", p.referral_id as "referralId",
    exists (
      select 1 from referrals r join organisations o on o.kind = 'provider' and o.code = r.provider_code
      where r.firm_id = p.firm_id and o.organisation_id = p.organisation_id and r.package_code = p.package_code
        and r.status = 'chosen'
    ) as "hasUnanswered"
  from placements p join firms f on f.firm_id = p.firm_id`;

/** Who is in first, then who is asked, then the waiting list in its order, then what came to nothing. */
export async function listInEdition(tx: Transaction, editionId: string): Promise<PlacementRow[]> {
  return many(
    tx,
    placementRowSchema,
    SQL`${selectPlacements} where p.edition_id = ${editionId}
      order by array_position(array['placed', 'completed', 'invited', 'waiting'], p.status) nulls last, p.waiting_since,
        p.status_since, p.placement_id`,
  );
}

export async function listOfFirm(
  tx: Transaction,
  { organisationId, firmId }: { organisationId: string; firmId: string },
): Promise<PlacementRow[]> {
  return many(
    tx,
    placementRowSchema,
    SQL`${selectPlacements} where p.organisation_id = ${organisationId} and p.firm_id = ${firmId}
      order by p.created_at desc, p.placement_id`,
  );
}

const firmSchema = z.object({ name: z.string().nullable() });

/** The firm's name, if it lets the organisation in. */
export async function findFirmLettingIn(
  tx: Transaction,
  { organisationId, firmId }: { organisationId: string; firmId: string },
): Promise<z.infer<typeof firmSchema> | undefined> {
  return maybeOne(
    tx,
    firmSchema,
    SQL`select f.name from firms f where f.firm_id = ${firmId} and exists (
        select 1 from consents c join organisations o on o.kind = 'provider' and o.code = c.provider_code
        where c.firm_id = f.firm_id and o.organisation_id = ${organisationId} and c.purpose <> 'statistics'
          and c.withdrawn_at is null
      )`,
  );
}

type FirmAt = { readonly editionId: string; readonly firmId: string };

const held = SQL`${selectPlacements} where p.edition_id =`;

export async function findPlacement(tx: Transaction, { editionId, firmId }: FirmAt): Promise<PlacementRow | undefined> {
  return maybeOne(tx, placementRowSchema, SQL`${held} ${editionId} and p.firm_id = ${firmId}`);
}

/** Held against whoever else changes it. */
export async function lockPlacement(tx: Transaction, { editionId, firmId }: FirmAt): Promise<PlacementRow | undefined> {
  return maybeOne(tx, placementRowSchema, SQL`${held} ${editionId} and p.firm_id = ${firmId} for update of p`);
}

/** Writes down, for the firm to see, that somebody places it; which is what opens its placements to change. */
export async function insertPlacementLook(
  tx: Transaction,
  look: { readonly firmId: string; readonly organisationId: string; readonly accessEventId: string },
): Promise<boolean> {
  const { isLetIn } = await one(
    tx,
    z.object({ isLetIn: z.boolean() }),
    SQL`select look_for_placement(${look.firmId}, ${look.organisationId}, ${look.accessEventId}) as "isLetIn"`,
  );
  return isLetIn;
}

const referralSchema = z.object({ referralId: z.uuid(), status: z.enum(referralStatuses) });
export type PlacedReferral = z.infer<typeof referralSchema>;

/** The firm's requests to the organisation for the package that go on, the newest first. */
export async function listLiveReferrals(
  tx: Transaction,
  { firmId, organisationId, packageCode }: { firmId: string; organisationId: string; packageCode: string },
): Promise<PlacedReferral[]> {
  return many(
    tx,
    referralSchema,
    SQL`select r.referral_id as "referralId", r.status from referrals r
      join organisations o on o.kind = 'provider' and o.code = r.provider_code
      where r.firm_id = ${firmId} and o.organisation_id = ${organisationId} and r.package_code = ${packageCode}
        and r.status in ('chosen', 'accepted', 'started')
      order by r.created_at desc, r.referral_id`,
  );
}

const packageSchema = z.object({ packageCode: z.string() });

/** The packages that the firm has asked the organisation for without an answer. */
export async function listUnanswered(
  tx: Transaction,
  { firmId, organisationId }: { firmId: string; organisationId: string },
): Promise<string[]> {
  const rows = await many(
    tx,
    packageSchema,
    SQL`select distinct r.package_code as "packageCode" from referrals r
      join organisations o on o.kind = 'provider' and o.code = r.provider_code
      where r.firm_id = ${firmId} and o.organisation_id = ${organisationId} and r.status = 'chosen'
      order by r.package_code`,
  );
  return rows.map(({ packageCode }) => packageCode);
}

const wishingRowSchema = z.object({ packageCode: z.string(), wish: wishRowSchema });
export type WishingRow = z.infer<typeof wishingRowSchema>;

/** The groups that the firm names in its requests to the organisation that go on. */
export async function listWishes(
  tx: Transaction,
  { firmId, organisationId }: { firmId: string; organisationId: string },
): Promise<WishingRow[]> {
  return many(
    tx,
    wishingRowSchema,
    SQL`select r.package_code as "packageCode", ${wishColumn} as wish from referrals r
      join organisations o on o.kind = 'provider' and o.code = r.provider_code
      where r.firm_id = ${firmId} and o.organisation_id = ${organisationId} and r.wished_edition_id is not null
        and r.status in ('chosen', 'accepted', 'started')
      order by r.created_at desc, r.referral_id`,
  );
}

export type PlacementChange = {
  readonly status: PlacementStatus;
  readonly answerBy: string | null;
  readonly reason: string | null;
  readonly now: Date;
};

type NewPlacement = FirmAt &
  PlacementChange & {
    readonly placementId: string;
    readonly organisationId: string;
    readonly packageCode: string;
    readonly referralId: string | null;
  };

export async function insertPlacement(tx: Transaction, placement: NewPlacement): Promise<void> {
  const { status, answerBy, now } = placement;
  await exec(
    tx,
    SQL`insert into placements (placement_id, edition_id, organisation_id, firm_id, package_code, referral_id, status,
        answer_by, waiting_since, placed_by, created_at, status_since)
      values (${placement.placementId}, ${placement.editionId}, ${placement.organisationId}, ${placement.firmId},
        ${placement.packageCode}, ${placement.referralId}, ${status}, ${answerBy},
        ${status === 'waiting' ? now : null}, (select current_person_id()), ${now}, ${now})`,
  );
}

export async function updatePlacement(tx: Transaction, placementId: string, change: PlacementChange): Promise<void> {
  const { status, answerBy, reason, now } = change;
  await exec(
    tx,
    SQL`update placements
      set status = ${status}, answer_by = ${answerBy}, waiting_since = ${status === 'waiting' ? now : null},
        reason = ${reason}, status_since = ${now}, revision = revision + 1
      where placement_id = ${placementId}`,
  );
}

/** Remembers the request that a placement is to end together with. */
export async function updateReferral(tx: Transaction, placementId: string, referralId: string): Promise<void> {
  await exec(tx, SQL`update placements set referral_id = ${referralId} where placement_id = ${placementId}`);
}

export type NewPlacementEvent = {
  readonly firmId: string;
  readonly placementId: string;
  readonly status: PlacementStatus;
  readonly move: PlacementMove;
  /** Null when the firm did it itself. */
  readonly organisationId: string | null;
  readonly reason: string | null;
  readonly now: Date;
};

export async function insertPlacementEvent(tx: Transaction, event: NewPlacementEvent): Promise<void> {
  await exec(
    tx,
    SQL`insert into placement_events (firm_id, placement_id, status, move, person_id, organisation_id, reason, occurred_at)
      values (${event.firmId}, ${event.placementId}, ${event.status}, ${event.move}, (select current_person_id()),
        ${event.organisationId}, ${event.reason}, ${event.now})`,
  );
}

const recipientSchema = z.object({ email: z.string(), language: languageSchema });

/** Whom to tell about a placement: the firm's owners, and where it has none whoever asked. */
export async function listRecipients(tx: Transaction, placementId: string): Promise<z.infer<typeof recipientSchema>[]> {
  return many(
    tx,
    recipientSchema,
    SQL`select email, language from placement_recipients(${placementId}) order by email`,
  );
}

const liveSchema = z.object({ placementId: z.uuid(), firmId: z.uuid() });
export type LivePlacement = z.infer<typeof liveSchema>;

/** Firms that are asked, take part or wait. */
export async function listLiveIds(tx: Transaction, editionId: string): Promise<LivePlacement[]> {
  return many(
    tx,
    liveSchema,
    SQL`select placement_id as "placementId", firm_id as "firmId" from placements
      where edition_id = ${editionId} and status in ('invited', 'placed', 'waiting') order by placement_id`,
  );
}

/** How many take part of whom it has not been said how it went. */
export async function countInGroup(tx: Transaction, editionId: string): Promise<number> {
  const { count } = await one(
    tx,
    z.object({ count: z.int() }),
    SQL`select count(*)::integer as count from placements where edition_id = ${editionId} and status = 'placed'`,
  );
  return count;
}
