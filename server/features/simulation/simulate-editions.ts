import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import { createDice } from './dice.ts';
import type { EditionDraw, Group } from './edition-draw.ts';
import type { AskingFirm, LettingInFirm } from './placeable-repository.ts';
import { comingEditions } from './simulate-coming-editions.ts';
import { pastEditions, runningEditions } from './simulate-past-editions.ts';
import type { SimulatedEdition } from './simulated-edition.ts';

export type EditionsInput = {
  readonly seed: number;
  readonly now: Date;
  readonly catalogue: Catalogue;
  readonly figures: PopulationFigures;
  readonly asking: readonly AskingFirm[];
  readonly letIn: readonly LettingInFirm[];
};

/** Asked by so few, a package makes no group of its own yet. */
const leastAsking = 3;

function groupsOf({ catalogue, asking, letIn }: EditionsInput): Group[] {
  const byProvider = Map.groupBy(letIn, ({ organisationId }) => organisationId);
  return [
    ...Map.groupBy(asking, ({ organisationId, packageCode }) => `${organisationId} ${packageCode}`).values(),
  ].flatMap((firms) => {
    const [{ organisationId, packageCode } = { organisationId: '', packageCode: '' }] = firms;
    const offer = catalogue.packages.find(({ code }) => code === packageCode);
    if (offer === undefined || offer.groupSize === null || firms.length < leastAsking) return [];
    return [{ organisationId, offer, firms, letIn: byProvider.get(organisationId) ?? [] }];
  });
}

/** Editions as these firms would have given rise to: held, under way and to come. */
export function simulateEditions(input: EditionsInput): SimulatedEdition[] {
  const taken = new Set<string>();
  const busy = new Set<string>();
  const keyOf = (firmId: string, packageCode: string) => `${firmId} ${packageCode}`;
  const draw: EditionDraw = {
    // Apart from those of the firms, which count from 0.
    dice: createDice(input.seed, -1),
    now: input.now,
    figures: input.figures,
    isTaken: (firmId, packageCode) => taken.has(keyOf(firmId, packageCode)),
    take: (firmId, packageCode) => {
      taken.add(keyOf(firmId, packageCode));
    },
    isBusy: (firmId) => busy.has(firmId),
    occupy: (firmId) => {
      busy.add(firmId);
    },
  };
  const groups = groupsOf(input);
  for (const { firms } of groups) {
    for (const { firmId, packageCode, status } of firms) if (status !== 'accepted') draw.take(firmId, packageCode);
  }
  return groups.flatMap((group) => [
    ...pastEditions(draw, group),
    ...runningEditions(draw, group),
    ...(draw.dice.happens(input.figures.editions.coming) ? comingEditions(draw, group) : []),
  ]);
}
