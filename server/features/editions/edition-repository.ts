import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import { type EditionPlan, editionDeliveries } from '#shared/domain/edition/edition-plan.ts';
import { type EditionStatus, editionStatuses } from '#shared/domain/edition/edition-states.ts';
import type { EditionTime } from '#shared/domain/edition/edition-time.ts';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { lacksFirms } from '../../platform/editions/lacking-repository.ts';

const daySchema = z.object({ heldOn: z.string(), startsAt: z.string(), endsAt: z.string() });

export const editionRowSchema = z.object({
  editionId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: localisedTextSchema,
  packageCode: z.string(),
  catalogueVersionId: z.uuid(),
  name: z.string().nullable(),
  status: z.enum(editionStatuses),
  delivery: z.enum(editionDeliveries),
  municipality: z.string().nullable(),
  venue: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  applyBy: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  places: z.int(),
  minimumGroup: z.int(),
  language: languageSchema,
  isSimulated: z.boolean(),
  invited: z.int(),
  placed: z.int(),
  waiting: z.int(),
  revision: z.int(),
  days: z.array(daySchema),
});
export type EditionRow = z.infer<typeof editionRowSchema>;

/** Of the row `e` of an edition and `o` of its organisation. */
export const editionColumns = SQL`e.edition_id as "editionId", e.organisation_id as "organisationId",
  o.name as "organisationName", e.package_code as "packageCode", e.catalogue_version_id as "catalogueVersionId", e.name,
  e.status, e.delivery, e.municipality, e.venue, e.latitude, e.longitude, e.apply_by::text as "applyBy",
  e.starts_on::text as "startsOn", e.ends_on::text as "endsOn", e.places, e.minimum_group as "minimumGroup", e.language,
  e.is_simulated as "isSimulated", e.invited_count as invited, e.placed_count as placed, e.waiting_count as waiting,
  e.revision,
  coalesce((
    select jsonb_agg(jsonb_build_object('heldOn', d.held_on, 'startsAt', to_char(d.starts_at, 'HH24:MI'),
      'endsAt', to_char(d.ends_at, 'HH24:MI')) order by d.held_on)
    from edition_days d where d.edition_id = e.edition_id
  ), '[]') as days`;

/** The organisations in which the session looks after firms. */
const ownOrganisations = SQL`(select my_organisation_ids('advisor', 'manager'))::uuid[]`;

const listedRowSchema = editionRowSchema.extend({ isOwn: z.boolean() });
export type ListedEdition = z.infer<typeof listedRowSchema>;

const listedColumns = SQL`${editionColumns}, e.organisation_id = any (${ownOrganisations}) as "isOwn"`;
const fromEditions = SQL`from editions e join organisations o on o.organisation_id = e.organisation_id`;

/** Those that a firm can still join. */
export type Joinable = { readonly packages: readonly string[] };

export type EditionQuery = {
  readonly today: string;
  readonly time: EditionTime;
  readonly isOwn: boolean;
  readonly packageCode: string | undefined;
  /** With it, the time does not matter. */
  readonly joinable: Joinable | undefined;
  readonly isShort: boolean;
  readonly after: EditionPlace | undefined;
};

/** Where a page ended. */
export type EditionPlace = { readonly startsOn: string; readonly editionId: string };

const isOver = SQL`e.status in ('completed', 'cancelled')`;

function isThen(time: EditionTime, today: string): SqlStatement {
  if (time === 'past') return isOver;
  return time === 'upcoming'
    ? SQL`not ${isOver} and e.starts_on > ${today}`
    : SQL`not ${isOver} and e.starts_on <= ${today}`;
}

function matches({ today, time, isOwn, packageCode, joinable, isShort }: EditionQuery): SqlStatement {
  const among =
    joinable === undefined
      ? isThen(time, today)
      : SQL`e.package_code = any (${joinable.packages}) and e.status in ('open', 'confirmed') and e.apply_by >= ${today}
          and e.invited_count + e.placed_count < e.places`;
  return SQL`${isShort ? lacksFirms(today) : among}
    and ${isOwn ? SQL`e.organisation_id = any (${ownOrganisations})` : SQL`true`}
    and ${packageCode === undefined ? SQL`true` : SQL`e.package_code = ${packageCode}`}`;
}

/** The first to begin first; of those that are over, the last. */
export async function listEditionRows(tx: Transaction, query: EditionQuery, limit: number): Promise<ListedEdition[]> {
  const { after, time, joinable, isShort } = query;
  const isNewestFirst = time === 'past' && joinable === undefined && !isShort;
  const place = after === undefined ? undefined : SQL`(${after.startsOn}::date, ${after.editionId}::uuid)`;
  const beyond = isNewestFirst ? SQL`<` : SQL`>`;
  const order = isNewestFirst ? SQL`e.starts_on desc, e.edition_id desc` : SQL`e.starts_on, e.edition_id`;
  return many(
    tx,
    listedRowSchema,
    SQL`select ${listedColumns} ${fromEditions}
      where ${matches(query)} and ${place === undefined ? SQL`true` : SQL`(e.starts_on, e.edition_id) ${beyond} ${place}`}
      order by ${order} limit ${limit}`,
  );
}

type Place = { readonly organisationId: string; readonly editionId: string };

const isAt = ({ organisationId, editionId }: Place) =>
  SQL`e.edition_id = ${editionId} and e.organisation_id = ${organisationId}
    and e.organisation_id = any (${ownOrganisations})`;

/** An edition of an organisation of the session. */
export async function findEdition(tx: Transaction, place: Place): Promise<ListedEdition | undefined> {
  return maybeOne(tx, listedRowSchema, SQL`select ${listedColumns} ${fromEditions} where ${isAt(place)}`);
}

/** The same, held against whoever else changes it or places firms in it. */
export async function lockEdition(tx: Transaction, place: Place): Promise<ListedEdition | undefined> {
  return maybeOne(
    tx,
    listedRowSchema,
    SQL`select ${listedColumns} ${fromEditions} where ${isAt(place)} for update of e`,
  );
}

const codeSchema = z.object({ code: z.string() });

/** The catalogue's code of the provider, if the session works for it. */
export async function findProviderCode(tx: Transaction, organisationId: string): Promise<string | undefined> {
  const row = await maybeOne(
    tx,
    codeSchema,
    SQL`select code from organisations
      where organisation_id = ${organisationId} and kind = 'provider' and organisation_id = any (${ownOrganisations})`,
  );
  return row?.code;
}

export type NewEdition = Place & {
  readonly packageCode: string;
  readonly catalogueVersionId: string;
  readonly plan: EditionPlan;
  readonly status: EditionStatus;
  readonly now: Date;
};

/** False where there is an edition with the identifier already, of whoever. */
export async function insertEdition(tx: Transaction, edition: NewEdition): Promise<boolean> {
  const { plan } = edition;
  const row = await maybeOne(
    tx,
    z.object({ editionId: z.uuid() }),
    SQL`insert into editions (edition_id, organisation_id, package_code, catalogue_version_id, name, status, delivery,
        municipality, venue, latitude, longitude, apply_by, starts_on, ends_on, places, minimum_group, language, created_by,
        created_at, status_since)
      values (${edition.editionId}, ${edition.organisationId}, ${edition.packageCode}, ${edition.catalogueVersionId},
        ${plan.name}, ${edition.status}, ${plan.delivery}, ${plan.municipality}, ${plan.venue},
        ${plan.position?.latitude ?? null}, ${plan.position?.longitude ?? null}, ${plan.applyBy}, ${plan.startsOn},
        ${plan.endsOn}, ${plan.places}, ${plan.minimumGroup}, ${plan.language}, (select current_person_id()),
        ${edition.now}, ${edition.now})
      on conflict (edition_id) do nothing
      returning edition_id as "editionId"`,
  );
  return row !== undefined;
}

export async function updatePlan(tx: Transaction, { editionId }: Place, plan: EditionPlan): Promise<void> {
  await exec(
    tx,
    SQL`update editions
      set name = ${plan.name}, delivery = ${plan.delivery}, municipality = ${plan.municipality}, venue = ${plan.venue},
        latitude = ${plan.position?.latitude ?? null}, longitude = ${plan.position?.longitude ?? null},
        apply_by = ${plan.applyBy}, starts_on = ${plan.startsOn}, ends_on = ${plan.endsOn}, places = ${plan.places},
        minimum_group = ${plan.minimumGroup}, language = ${plan.language}, revision = revision + 1
      where edition_id = ${editionId}`,
  );
}

export async function replaceDays(tx: Transaction, { editionId }: Place, days: EditionPlan['days']): Promise<void> {
  await exec(tx, SQL`delete from edition_days where edition_id = ${editionId}`);
  if (days.length === 0) return;
  await exec(
    tx,
    SQL`insert into edition_days (edition_id, held_on, starts_at, ends_at)
      select ${editionId}, d."heldOn", d."startsAt", d."endsAt"
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d ("heldOn" date, "startsAt" time, "endsAt" time)`,
  );
}

export async function updateStatus(
  tx: Transaction,
  { editionId }: Place,
  { status, reason, now }: { status: EditionStatus; reason: string | null; now: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`update editions set status = ${status}, status_since = ${now}, reason = ${reason}, revision = revision + 1
      where edition_id = ${editionId}`,
  );
}

const publicRowSchema = editionRowSchema.extend({ providerCode: z.string() });
export type PublicEdition = z.infer<typeof publicRowSchema>;

/** What everybody may see of a package: the editions that take firms and have not begun. */
export async function listPublicEditions(
  tx: Transaction,
  packageCode: string,
  today: string,
): Promise<PublicEdition[]> {
  return many(
    tx,
    publicRowSchema,
    SQL`select ${editionColumns}, o.code as "providerCode" ${fromEditions}
      where e.package_code = ${packageCode} and e.status in ('open', 'confirmed') and e.starts_on > ${today}
      order by e.starts_on, e.edition_id limit 50`,
  );
}
