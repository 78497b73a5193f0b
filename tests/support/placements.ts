import { randomUUID } from 'node:crypto';
import { organisationId } from './people.ts';
import type { TestApp } from './test-app.ts';

export type EditionFacts = {
  readonly provider: string;
  readonly packageCode: string;
  readonly status: string;
  readonly places: number;
  readonly minimumGroup: number;
  readonly applyBy: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

/** An edition put into the database as it is, by whoever has all of it. */
export async function insertEdition(site: Pick<TestApp, 'admin'>, facts: Partial<EditionFacts> = {}): Promise<string> {
  const editionId = randomUUID();
  const {
    provider = 'fpx',
    packageCode = 'one-page-digital-plan',
    status = 'open',
    places = 3,
    minimumGroup = 2,
  } = facts;
  const { applyBy = '2027-01-15', startsOn = '2027-02-01', endsOn = '2027-04-01' } = facts;
  await site.admin.query(
    `insert into editions (edition_id, organisation_id, package_code, catalogue_version_id, status, delivery, apply_by,
       starts_on, ends_on, places, minimum_group, language, reason)
     select $1, $2, $3, (select catalogue_version_id from catalogue_versions limit 1), $4,
       'online', $5, $6, $7, $8, $9, 'sv', case when $4 = 'cancelled' then 'other' end`,
    [
      editionId,
      await organisationId(site, 'provider', provider),
      packageCode,
      status,
      applyBy,
      startsOn,
      endsOn,
      places,
      minimumGroup,
    ],
  );
  return editionId;
}

/** A firm's place in it, as it is. */
export async function insertPlacement(
  { admin }: Pick<TestApp, 'admin'>,
  place: { readonly editionId: string; readonly firmId: string; readonly status: string; readonly answerBy?: string },
): Promise<string> {
  const placementId = randomUUID();
  await admin.query(
    `insert into placements (placement_id, edition_id, organisation_id, firm_id, package_code, status, answer_by,
       waiting_since)
     select $1, edition_id, organisation_id, $3, package_code, $4, case when $4 = 'invited' then $5::date end,
       case when $4 = 'waiting' then now() end
     from editions where edition_id = $2`,
    [placementId, place.editionId, place.firmId, place.status, place.answerBy ?? '2027-01-10'],
  );
  await admin.query(
    `insert into placement_events (firm_id, placement_id, status, move) values ($1, $2, $3, 'invite')`,
    [place.firmId, placementId, place.status],
  );
  return placementId;
}
