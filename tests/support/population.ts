import { loadPopulation } from '#server/features/simulation/load-population.ts';
import type { World } from '#server/features/simulation/simulated-firm.ts';
import { asOwner } from '#server/platform/database/as-owner.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { TestApp } from './test-app.ts';

/** What simulated firms are drawn from, as it is at the moment. */
export function worldAt({ content }: Pick<TestApp, 'content'>, now: Date, seed = 7): World {
  const { bundle, definition, catalogue } = content;
  return {
    seed,
    now,
    structure: definition.structure,
    catalogue,
    municipalities: bundle.firmProfileOptions.municipalities,
    figures: bundle.populationFigures,
  };
}

/** Fills the site's database; false when it was filled before. */
export async function populate(
  site: { readonly database: Pick<TestApp['database'], 'adminUrl'>; readonly content: TestApp['content'] },
  world: World,
  firms: number,
  hasPilot = false,
): Promise<boolean> {
  return asOwner(site.database.adminUrl, (db) =>
    loadPopulation(db, {
      world,
      firms,
      hasPilot,
      wordings: site.content.bundle.consentWordings,
      demoPeople: site.content.bundle.demoPeople,
      identifiers: randomIdentifiers,
    }),
  );
}
