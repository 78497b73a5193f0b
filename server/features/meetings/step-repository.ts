import SQL from '@nearform/sql';
import * as z from 'zod';
import type { MeetingStep, StepOwner } from '#shared/domain/meeting/meeting-step.ts';
import { exec, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { MeetingPlace } from './repository.ts';

/** Puts the steps in the place of those there were. What of them is done stays so. */
export async function updateSteps(
  tx: Transaction,
  { firmId, meetingId }: MeetingPlace,
  steps: readonly MeetingStep[],
): Promise<void> {
  const keys = steps.map(({ key }) => key);
  await exec(
    tx,
    SQL`delete from meeting_steps
      where firm_id = ${firmId} and meeting_id = ${meetingId} and not step_key = any (${keys})`,
  );
  await exec(
    tx,
    SQL`insert into meeting_steps (firm_id, meeting_id, step_key, place_in_list, what, owner, due_on,
        is_agreed_by_firm, is_agreed_by_provider)
      select ${firmId}, ${meetingId}, key, place, what, owner, due, by_firm, by_provider
      from unnest(${keys}::text[], ${steps.map(({ what }) => what)}::text[], ${steps.map(({ owner }) => owner)}::text[],
        ${steps.map(({ dueOn }) => dueOn)}::date[], ${steps.map((step) => step.isAgreedByFirm)}::boolean[],
        ${steps.map((step) => step.isAgreedByProvider)}::boolean[])
        with ordinality as s (key, what, owner, due, by_firm, by_provider, place)
      on conflict (meeting_id, step_key) do update
      set place_in_list = excluded.place_in_list, what = excluded.what, owner = excluded.owner,
        due_on = excluded.due_on, is_agreed_by_firm = excluded.is_agreed_by_firm,
        is_agreed_by_provider = excluded.is_agreed_by_provider`,
  );
  await exec(
    tx,
    SQL`update meetings set steps_revision = steps_revision + 1
      where firm_id = ${firmId} and meeting_id = ${meetingId}`,
  );
}

type StepPlace = { readonly firmId: string; readonly meetingId: string; readonly stepKey: string };

/** False when there is no such step, or it is not for whoever asks to say. */
export async function updateStepDone(
  tx: Transaction,
  { firmId, meetingId, stepKey }: StepPlace,
  { doneAt, owner }: { readonly doneAt: Date | null; readonly owner?: StepOwner },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ key: z.string() }),
    SQL`update meeting_steps
      set done_at = case when ${doneAt}::timestamptz is null then null else coalesce(done_at, ${doneAt}) end
      where firm_id = ${firmId} and meeting_id = ${meetingId} and step_key = ${stepKey}
        and is_agreed_by_firm and is_agreed_by_provider and dropped_at is null
        and ${owner === undefined ? SQL`true` : SQL`owner = ${owner}`}
      returning step_key as key`,
  );
  return row !== undefined;
}

/** False when it has been done or dropped meanwhile. */
export async function updateStepDropped(
  tx: Transaction,
  { firmId, meetingId, stepKey }: StepPlace,
  drop: { readonly at: Date; readonly by: StepOwner; readonly reason: string },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ key: z.string() }),
    SQL`update meeting_steps set dropped_at = ${drop.at}, dropped_by = ${drop.by}, drop_reason = ${drop.reason}
      where firm_id = ${firmId} and meeting_id = ${meetingId} and step_key = ${stepKey} and done_at is null
        and dropped_at is null
      returning step_key as key`,
  );
  return row !== undefined;
}
