import type { Identifiers } from '../../platform/identifier.ts';
import type { Row } from './population-rows.ts';
import type { SimulatedEdition, SimulatedPlacement } from './simulated-edition.ts';

/** In the order in which they can be inserted. */
export const editionTables = ['editions', 'placements', 'placement_events'] as const;
export type EditionRows = Record<(typeof editionTables)[number], Row[]>;

type RowParts = { readonly catalogueVersionId: string; readonly identifiers: Identifiers };

/** Everything of these editions, by table, as the columns are named. */
export function editionRowsOf(editions: readonly SimulatedEdition[], parts: RowParts): EditionRows {
  const rows: EditionRows = { editions: [], placements: [], placement_events: [] };
  for (const edition of editions) addEdition(rows, edition, parts);
  return rows;
}

function addEdition(rows: EditionRows, edition: SimulatedEdition, parts: RowParts): void {
  const editionId = parts.identifiers.newId();
  const { organisationId, packageCode, plan } = edition;
  rows.editions.push({
    edition_id: editionId,
    organisation_id: organisationId,
    package_code: packageCode,
    catalogue_version_id: parts.catalogueVersionId,
    status: edition.status,
    delivery: plan.delivery,
    municipality: plan.municipality,
    apply_by: plan.applyBy,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    places: plan.places,
    minimum_group: plan.minimumGroup,
    language: plan.language,
    is_simulated: true,
    revision: 1,
    created_at: edition.createdAt,
    status_since: edition.statusSince,
    invited_count: 0,
    placed_count: 0,
    waiting_count: 0,
  });
  for (const placement of edition.placements) {
    addPlacement(rows, placement, { editionId, organisationId, packageCode }, parts);
  }
}

type Place = { readonly editionId: string; readonly organisationId: string; readonly packageCode: string };

function addPlacement(rows: EditionRows, placement: SimulatedPlacement, place: Place, { identifiers }: RowParts): void {
  const placementId = identifiers.newId();
  const { firmId, referralId, answerBy, steps } = placement;
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return;
  rows.placements.push({
    placement_id: placementId,
    edition_id: place.editionId,
    organisation_id: place.organisationId,
    firm_id: firmId,
    package_code: place.packageCode,
    referral_id: referralId,
    status: last.status,
    answer_by: answerBy,
    waiting_since: last.status === 'waiting' ? last.at : null,
    revision: steps.length,
    created_at: first.at,
    status_since: last.at,
  });
  for (const { move, party, status, at } of steps) {
    rows.placement_events.push({
      firm_id: firmId,
      placement_id: placementId,
      status,
      move,
      organisation_id: party === 'provider' ? place.organisationId : null,
      occurred_at: at,
    });
  }
}
