import { clusterMemberships, collaborationPartners, energyCostShares } from '#shared/domain/firm/firm-choices.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import type { Dice } from './dice.ts';

export type Municipality = { readonly code: string; readonly county: string };

type Branch = PopulationFigures['branches'][number];
type Size = PopulationFigures['sizes'][number];

export type SimulatedProfile = { readonly profile: FirmProfile; readonly branch: Branch; readonly size: Size };

/** Percent around a mean, whole and within what there is. */
const percent = (dice: Dice, mean: number, deviation: number): number =>
  Math.min(100, Math.max(0, Math.round(dice.normal(mean, deviation))));

function municipalityIn(
  dice: Dice,
  county: string,
  municipalities: readonly Municipality[],
  figures: PopulationFigures,
) {
  const there = municipalities
    .filter((each) => each.county === county)
    .map(({ code }) => ({ code, share: figures.largerTowns[code] ?? 1 }));
  return dice.byShare(there).code;
}

/** One or two of the choices; `none`, which excludes the rest, with the probability given. */
function someOf<T extends string>(dice: Dice, choices: readonly T[], none: T, probabilityOfNone: number): T[] {
  if (dice.happens(probabilityOfNone)) return [none];
  const some = choices.filter((choice) => choice !== none);
  return [...new Set([dice.one(some), dice.one(some)])];
}

/** Of the whole firm, and about as industry has it in its parts: no draws of their own, which would change all others. */
const womenIn = (womenPercent: number) => ({
  womenPercent,
  womenManagementPercent: Math.min(100, Math.round(womenPercent * 1.2)),
  womenProductionPercent: Math.round(womenPercent * 0.7),
});

/** A firm's facts: the four that everyone gives, and most of the rest. */
export function simulateProfile(
  dice: Dice,
  figures: PopulationFigures,
  municipalities: readonly Municipality[],
): SimulatedProfile {
  const branch = dice.byShare(figures.branches);
  const size = dice.byShare(figures.sizes);
  const county = dice.byShare(figures.counties).code;
  const isService = branch.code === 'digital-and-industrial-services';
  const chainRole = isService ? 'service-to-industry' : dice.byShare(figures.chainRoles).code;
  const largest = percent(dice, chainRole === 'subcontractor' ? 45 : 25, 15);
  const [from, to] = size.employees;
  const isPartOfGroup = dice.happens(size.level > 0 ? 0.6 : 0.15);
  return {
    branch,
    size,
    profile: {
      municipality: municipalityIn(dice, county, municipalities, figures),
      branch: branch.code,
      sizeClass: size.code,
      chainRole,
      // Small ones are the many: the square pulls towards the lower end.
      employees: Math.round(from + (to - from) * dice.even() ** 2),
      ...womenIn(percent(dice, 20, 9)),
      largestCustomerPercent: largest,
      threeLargestCustomersPercent: Math.min(100, largest + percent(dice, 20, 8)),
      exportPercent: percent(dice, branch.code === 'steel-and-metals' ? 55 : 20, 20),
      isPartOfGroup,
      ...(isPartOfGroup ? { headquartersOutsideRegion: dice.happens(0.5) } : {}),
      energyCostShare: dice.one(energyCostShares),
      clusterMemberships: someOf(dice, clusterMemberships, 'none', 0.6),
      collaborationPartners: someOf(dice, collaborationPartners, 'none', 0.4),
      hasUsedTestBed: dice.happens(0.08),
    },
  };
}
