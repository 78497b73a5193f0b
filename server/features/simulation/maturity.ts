import type { Dimension, Structure } from '#shared/domain/instrument/definition.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import type { Dice } from './dice.ts';
import type { SimulatedProfile } from './simulate-profile.ts';

/** What a firm really is, on the scale 0-4, before anybody answers: by dimension. */
export type Maturity = ReadonlyMap<string, number>;

/** Two standard normal numbers with the correlation. */
function correlated(dice: Dice, correlation: number): readonly [number, number] {
  const first = dice.normal(0, 1);
  return [first, correlation * first + Math.sqrt(1 - correlation ** 2) * dice.normal(0, 1)];
}

export function simulateMaturity(
  dice: Dice,
  { maturity: figures }: Pick<PopulationFigures, 'maturity'>,
  { branch, size }: SimulatedProfile,
  structure: Pick<Structure, 'dimensions'>,
): Maturity {
  const [digital, process] = correlated(dice, figures.digitalWithProcess);
  const base = figures.mean + size.level;
  const ofPart: Readonly<Record<Dimension['part'], number>> = {
    digital: base + branch.digital + figures.firm * digital,
    process: base + branch.process + figures.firm * process,
    module: base + (figures.firm * (digital + process)) / 2,
  };
  return new Map(structure.dimensions.map(({ code, part }) => [code, dice.normal(ofPart[part], figures.dimension)]));
}

/** A year on: everything moves a little, and what the firm took part in moves more. */
export function growMaturity(
  dice: Dice,
  { maturity: figures }: Pick<PopulationFigures, 'maturity'>,
  before: Maturity,
  { years, supported }: { years: number; supported: ReadonlySet<string> },
): Maturity {
  const drift = dice.normal(figures.yearlyChange, figures.yearlySpread) * years;
  return new Map(
    [...before].map(([code, level]) => [code, level + drift + (supported.has(code) ? figures.effectOfPackage : 0)]),
  );
}
