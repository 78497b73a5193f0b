import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Assignment } from '#shared/domain/cohort/problem.ts';
import { planEditionSchema, planFirmSchema } from '#shared/domain/cohort/problem.ts';
import { municipalityCodeSchema } from '#shared/domain/firm/firm-profile.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const editionWordsSchema = z.object({
  packageName: localisedTextSchema,
  name: z.string().nullable(),
  municipality: z.string().nullable(),
  unseen: z.int(),
});
const editionFactsSchema = z.object({ ...editionWordsSchema.shape, facts: planEditionSchema });
const firmFactsSchema = z.object({ municipality: municipalityCodeSchema, facts: planFirmSchema });

export type EditionFacts = z.infer<typeof editionFactsSchema> & { readonly editionId: string };
export type FirmFacts = z.infer<typeof firmFactsSchema> & { readonly firmId: string };

const storedEditionSchema = editionFactsSchema.extend({
  editionId: z.uuid(),
  mustRun: z.boolean(),
  isHeld: z.boolean(),
  clashes: z.array(z.enum(['places', 'minimum', 'run'])),
});
export type StoredEdition = z.infer<typeof storedEditionSchema>;

export async function listPlanEditions(tx: Transaction, planId: string): Promise<StoredEdition[]> {
  return many(
    tx,
    storedEditionSchema,
    SQL`select edition_id as "editionId", facts ->> 'name' as name, facts -> 'packageName' as "packageName",
        facts ->> 'municipality' as municipality, (facts ->> 'unseen')::integer as unseen, facts -> 'facts' as facts,
        must_run as "mustRun", is_held as "isHeld", clashes
      from plan_editions where plan_id = ${planId}
      order by facts -> 'facts' -> 'period' ->> 'from', edition_id`,
  );
}

const storedFirmSchema = firmFactsSchema.extend({
  firmId: z.uuid(),
  name: z.string().nullable(),
  isSimulated: z.boolean(),
});
export type StoredFirm = z.infer<typeof storedFirmSchema>;

/** Of the firms in the plan, those that still share their results. */
export async function listPlanFirms(tx: Transaction, planId: string): Promise<StoredFirm[]> {
  return many(
    tx,
    storedFirmSchema,
    SQL`select p.firm_id as "firmId", f.name, f.is_simulated as "isSimulated", p.facts ->> 'municipality' as municipality,
        p.facts -> 'facts' as facts
      from plan_firms p join firms f on f.firm_id = p.firm_id
      where p.plan_id = ${planId}
      order by f.name, p.firm_id`,
  );
}

const ruleRowSchema = z.object({
  number: z.int(),
  kind: z.enum(['in', 'out', 'somewhere', 'nowhere', 'together', 'apart', 'once', 'dates', 'distance', 'need']),
  editionId: z.uuid().nullable(),
  firmIds: z.array(z.uuid()),
  isClashing: z.boolean(),
});
export type StoredRule = z.infer<typeof ruleRowSchema>;

export async function listPlanRules(tx: Transaction, planId: string): Promise<StoredRule[]> {
  return many(
    tx,
    ruleRowSchema,
    SQL`select rule_number as number, kind, edition_id as "editionId", array_agg(firm_id order by firm_id) as "firmIds",
        bool_or(is_clashing) as "isClashing"
      from plan_rules where plan_id = ${planId}
      group by rule_number, kind, edition_id order by rule_number`,
  );
}

const placeRowSchema = z.object({ firmId: z.uuid(), editionId: z.uuid() });

export async function listPlanPlaces(tx: Transaction, planId: string): Promise<Assignment[]> {
  return many(
    tx,
    placeRowSchema,
    SQL`select firm_id as "firmId", edition_id as "editionId" from plan_places where plan_id = ${planId}
      order by edition_id, firm_id`,
  );
}
