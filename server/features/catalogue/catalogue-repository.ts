import SQL from '@nearform/sql';
import * as z from 'zod';
import { packageChangeKinds } from '#shared/contracts/catalogue.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import { packageDraftSchema } from '#shared/domain/routing/drafting/package-draft.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const organisationRowSchema = z.object({
  organisationId: z.uuid(),
  kind: z.enum(['provider', 'coordination']),
  code: z.string(),
  name: localisedTextSchema,
});
export type OrganisationRow = z.infer<typeof organisationRowSchema>;

/** The organisations by which the session edits packages. */
export async function listOwnOrganisations(tx: Transaction): Promise<OrganisationRow[]> {
  return many(
    tx,
    organisationRowSchema,
    SQL`select organisation_id as "organisationId", kind, code, name from organisations
      where organisation_id = any (my_organisation_ids('advisor', 'manager', 'editor'))
      order by kind desc, name ->> 'sv'`,
  );
}

const draftRowSchema = z.object({
  packageDraftId: z.uuid(),
  organisationId: z.uuid(),
  packageCode: z.string(),
  basedOnVersionId: z.uuid(),
  content: packageDraftSchema,
  revision: z.int(),
  changedAt: z.date(),
  changedBy: z.string().nullable(),
});
export type DraftRow = z.infer<typeof draftRowSchema>;

const draftColumns = SQL`d.package_draft_id as "packageDraftId", d.organisation_id as "organisationId",
  d.package_code as "packageCode", d.based_on_version_id as "basedOnVersionId", d.content, d.revision,
  d.changed_at as "changedAt", (select c.name from draft_colleagues() c where c.person_id = d.changed_by) as "changedBy"`;

/** The drafts that the session reaches, last changed first. */
export async function listDraftRows(tx: Transaction): Promise<DraftRow[]> {
  return many(
    tx,
    draftRowSchema,
    SQL`select ${draftColumns} from package_drafts d order by d.changed_at desc, d.package_draft_id`,
  );
}

export async function findDraftRow(tx: Transaction, packageDraftId: string): Promise<DraftRow | undefined> {
  return maybeOne(
    tx,
    draftRowSchema,
    SQL`select ${draftColumns} from package_drafts d where d.package_draft_id = ${packageDraftId}`,
  );
}

/** The draft, held against other writers until the transaction ends. */
export async function lockDraftRow(tx: Transaction, packageDraftId: string): Promise<DraftRow | undefined> {
  await exec(tx, SQL`select 1 from package_drafts where package_draft_id = ${packageDraftId} for update`);
  return findDraftRow(tx, packageDraftId);
}

/** Makes the draft, unless the organisation has one of the package; says which one it has then. */
export async function insertDraftRow(
  tx: Transaction,
  draft: {
    packageDraftId: string;
    organisationId: string;
    basedOnVersionId: string;
    content: PackageDraft;
    createdAt: Date;
  },
): Promise<string> {
  const { code } = draft.content;
  await exec(
    tx,
    SQL`insert into package_drafts (package_draft_id, organisation_id, package_code, based_on_version_id, content,
        created_at, created_by, changed_at, changed_by)
      values (${draft.packageDraftId}, ${draft.organisationId}, ${code}, ${draft.basedOnVersionId},
        ${JSON.stringify(draft.content)}, ${draft.createdAt}, current_person_id(), ${draft.createdAt},
        current_person_id())
      on conflict on constraint package_drafts_package_unique do nothing`,
  );
  const { packageDraftId } = await one(
    tx,
    z.object({ packageDraftId: z.uuid() }),
    SQL`select package_draft_id as "packageDraftId" from package_drafts
      where organisation_id = ${draft.organisationId} and package_code = ${code}`,
  );
  return packageDraftId;
}

export async function updateDraftRow(
  tx: Transaction,
  draft: { packageDraftId: string; basedOnVersionId: string; content: PackageDraft; changedAt: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`update package_drafts set content = ${JSON.stringify(draft.content)}, revision = revision + 1,
        based_on_version_id = ${draft.basedOnVersionId}, changed_at = ${draft.changedAt},
        changed_by = current_person_id()
      where package_draft_id = ${draft.packageDraftId}`,
  );
}

export async function deleteDraftRow(tx: Transaction, packageDraftId: string): Promise<void> {
  await exec(tx, SQL`delete from package_drafts where package_draft_id = ${packageDraftId}`);
}

/** The number of the new version; undefined when somebody was faster. */
export async function publishPackageRow(
  tx: Transaction,
  publication: {
    packageDraftId: string;
    revision: number;
    seenVersionId: string;
    catalogueVersionId: string;
    catalogue: Catalogue;
    sha256: Buffer;
    publishedAt: Date;
    mailFacts: Readonly<Record<string, string>>;
    othersAsked: boolean;
  },
): Promise<number | undefined> {
  const { number } = await one(
    tx,
    z.object({ number: z.int().nullable() }),
    SQL`select publish_package(${publication.packageDraftId}, ${publication.revision}, ${publication.seenVersionId},
      ${publication.catalogueVersionId}, ${JSON.stringify(publication.catalogue)}, ${publication.sha256},
      ${publication.publishedAt}, ${JSON.stringify(publication.mailFacts)}, ${publication.othersAsked}) as number`,
  );
  return number ?? undefined;
}

const historyRowSchema = z.object({
  catalogueVersionId: z.uuid(),
  versionNumber: z.int(),
  previousVersionId: z.uuid().nullable(),
  publishedAt: z.date(),
  kind: z.enum(packageChangeKinds),
  organisation: z.nullable(localisedTextSchema),
  person: z.string().nullable(),
  othersAsked: z.boolean(),
});
export type HistoryRow = z.infer<typeof historyRowSchema>;

/** Newest first, from before that version. */
export async function listHistoryRows(
  tx: Transaction,
  { packageCode, before, most }: { packageCode: string; before?: number | undefined; most: number },
): Promise<HistoryRow[]> {
  return many(
    tx,
    historyRowSchema,
    SQL`select catalogue_version_id as "catalogueVersionId", version_number as "versionNumber",
        previous_version_id as "previousVersionId", published_at as "publishedAt", kind,
        organisation_name as organisation, person_name as person, others_asked as "othersAsked"
      from package_history(${packageCode})
      where version_number < coalesce(${before ?? null}::integer, version_number + 1)
      order by version_number desc limit ${most}`,
  );
}

/** Every code that a package has or will have, so that a new one gets another. */
export async function listDraftCodes(tx: Transaction): Promise<string[]> {
  const rows = await many(tx, z.object({ code: z.string() }), SQL`select package_code as code from package_drafts`);
  return rows.map(({ code }) => code);
}

export async function findVersionNumber(tx: Transaction, catalogueVersionId: string): Promise<number> {
  const { number } = await one(
    tx,
    z.object({ number: z.int() }),
    SQL`select version_number as number from catalogue_versions where catalogue_version_id = ${catalogueVersionId}`,
  );
  return number;
}
