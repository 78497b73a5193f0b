import type { ConsentWording } from '#shared/contracts/referrals.ts';
import type { DemoPerson } from '../../platform/content/demo-people.ts';
import type { Queryable } from '../../platform/database/query.ts';
import type { Identifiers } from '../../platform/identifier.ts';
import { addDays } from './calendar.ts';
import { contactRowsOf } from './contact-rows.ts';
import { listContactable } from './contactable-repository.ts';
import { editionRowsOf } from './edition-rows.ts';
import { listAskingFirms, listLettingIn } from './placeable-repository.ts';
import {
  analyzeRows,
  closeResponses,
  findCurrentVersions,
  hasPopulation,
  insertContactRows,
  insertEditionRows,
  insertPopulationTable,
  insertReviewRows,
  insertRows,
} from './population-repository.ts';
import { rowsOf } from './population-rows.ts';
import { reviewRowsOf } from './review-rows.ts';
import { listReviewableSubmissions } from './reviewable-repository.ts';
import { simulateContacts } from './simulate-contacts.ts';
import { simulateEditions } from './simulate-editions.ts';
import { simulateFirm } from './simulate-firm.ts';
import { pilotPlaces, simulatePilotFirm } from './simulate-pilot.ts';
import { simulatePopulationTable } from './simulate-population-table.ts';
import { simulateReviews } from './simulate-reviews.ts';
import type { World } from './simulated-firm.ts';

type PopulationParts = {
  /** All but the versions to answer, which are those in use. */
  readonly world: Omit<World, 'structure' | 'catalogue'>;
  readonly firms: number;
  /** With the firms of the trial besides, whose support can be told the effect of. */
  readonly hasPilot?: boolean;
  readonly wordings: readonly ConsentWording[];
  /** The advisers among them have reviewed what some firms say, and have been in touch with some. */
  readonly demoPeople: readonly DemoPerson[];
  readonly identifiers: Identifiers;
  /** Told after each batch how many firms there are by now. */
  readonly onProgress?: (made: number) => void;
};

const firmsPerBatch = 100;

/**
 * Fills the database with simulated firms, as the owner of the tables. One population at most: where there is one,
 * nothing happens and the reply is false.
 */
export async function loadPopulation(db: Queryable, parts: PopulationParts): Promise<boolean> {
  if (await hasPopulation(db)) return false;
  const { firms, wordings, demoPeople, identifiers } = parts;
  const versions = await findCurrentVersions(db);
  const world: World = { ...parts.world, structure: versions.structure, catalogue: versions.catalogue };
  const newestWordingSince = addDays(world.now, -world.figures.consents.newestWordingDays);
  for (let from = 0; from < firms; from += firmsPerBatch) {
    const size = Math.min(firmsPerBatch, firms - from);
    const batch = Array.from({ length: size }, (_, place) => simulateFirm(world, from + place));
    await insertRows(db, rowsOf(batch, { versions, wordings, newestWordingSince, identifiers }));
    parts.onProgress?.(from + size);
  }
  if (parts.hasPilot === true) {
    const places = pilotPlaces(world.figures.pilot);
    const pilot = places.map((place, at) => simulatePilotFirm(world, firms + at, place));
    await insertRows(db, rowsOf(pilot, { versions, wordings, newestWordingSince, identifiers }));
  }
  await closeResponses(db);
  const { seed, now, figures, catalogue, structure } = world;
  const [asking, letIn] = [await listAskingFirms(db), await listLettingIn(db)];
  const editions = simulateEditions({ seed, now, figures, catalogue, asking, letIn });
  const { catalogueVersionId, instrumentVersionId } = versions;
  await insertEditionRows(db, editionRowsOf(editions, { catalogueVersionId, identifiers }));
  const submissions = await listReviewableSubmissions(db, { instrumentVersionId, demoPeople });
  const reviews = simulateReviews({ seed, now, figures, structure, submissions });
  await insertReviewRows(db, reviewRowsOf(reviews, identifiers));
  const contactable = await listContactable(db, demoPeople);
  const contacts = simulateContacts({ seed, now, figures, firms: contactable });
  await insertContactRows(db, contactRowsOf(contacts, identifiers));
  await insertPopulationTable(db, {
    populationId: identifiers.newId(),
    year: now.getUTCFullYear() - 1,
    cells: simulatePopulationTable(figures, firms),
    now,
  });
  await analyzeRows(db);
  return true;
}
