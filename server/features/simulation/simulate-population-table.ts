import type { PopulationCell } from '#shared/domain/coverage/population.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';

/** So many firms there are to each that is simulated. */
const timesAsMany = 4;

/** How many firms there would be, by the same shares as the simulated ones are drawn by, with the smallest more. */
export function simulatePopulationTable(figures: PopulationFigures, firms: number): PopulationCell[] {
  const { counties, branches, sizes } = figures;
  return counties.flatMap((county) =>
    branches.flatMap((branch) =>
      sizes.map((size): PopulationCell => {
        const tilt = size.code === '1-4' ? 1.6 : 0.9;
        const number = firms * timesAsMany * county.share * branch.share * size.share * tilt;
        return { county: county.code, branch: branch.code, size: size.code, number: Math.round(number) };
      }),
    ),
  );
}
