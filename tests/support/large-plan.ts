import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import type { PlanFirm, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { proposedRules, proposedWeights, proposedWishes } from '#shared/domain/cohort/problem.ts';
import { branches, type SizeClass } from '#shared/domain/firm/firm-profile.ts';

const { bundle } = await loadContent(contentFolder);

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const idOf = (kind: 'e' | 'f', index: number): string =>
  `00000000-0000-4000-8000-${kind}${index.toString(16).padStart(11, '0')}`;

const packages = ['alpha', 'beta', 'gamma', 'delta'];
const seats = ['Karlstad', 'Falun', 'Gävle', 'Borlänge', 'Hudiksvall'];
const sizes: readonly (readonly [SizeClass, number])[] = [
  ['1-4', 0.2],
  ['5-9', 0.45],
  ['10-49', 0.85],
  ['50-249', 0.97],
  ['250-plus', 1],
];

/**
 * Six editions of four packages, one of them online, and firms as the population has them: each needs one to three of
 * the packages, a third have asked for one, and a few pairs are to be held together or apart.
 */
export function largePlan(firms: number, seed = 1): PlanProblem {
  const dice = diceOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;
  const editions = Array.from({ length: 6 }, (_, index) => {
    const seat = bundle.municipalities.find(({ name }) => name === seats[index]);
    const month = 1 + Math.floor(index / 2);
    return {
      editionId: idOf('e', index),
      packageCode: packages[index % packages.length] ?? '',
      places: 12 + Math.floor(dice() * 9),
      minimumGroup: 6,
      period: { from: `2027-0${month}-10`, to: `2027-0${month + 2}-20` },
      position: seat === undefined ? null : { latitude: seat.latitude, longitude: seat.longitude },
    };
  });
  const makeFirm = (_: unknown, index: number): PlanFirm => {
    const { latitude, longitude, county } = pick(bundle.municipalities);
    const size = dice();
    const needed = packages.toSorted(() => dice() - 0.5).slice(0, 1 + Math.floor(dice() * 3));
    const asked = dice() < 0.33 ? needed[0] : undefined;
    return {
      firmId: idOf('f', index),
      sizeClass: sizes.find(([, share]) => size < share)?.[0] ?? '10-49',
      county,
      branch: pick(branches),
      position: { latitude, longitude },
      needs: needed.map((packageCode, rank) => ({
        packageCode,
        fit: {
          ranking: [40, 30, 20][rank] ?? 10,
          level: Math.floor(dice() * 21),
          importance: Math.floor(dice() * 5) * 5,
          wish: pick([5, 15, 20]),
        },
        waitingDays: asked === packageCode ? Math.floor(dice() * 400) : null,
        waitsFor: null,
      })),
      busy: [],
      placedIn: index < 4 ? [idOf('e', index)] : [],
    };
  };
  // Not of those who have a place already, so that nothing clashes.
  const firmId = () => idOf('f', 4 + Math.floor(dice() * (firms - 4)));
  const pairs = (count: number): [string, string][] =>
    Array.from({ length: count }, (): [string, string] => [firmId(), firmId()]).filter(([one, other]) => one !== other);
  return {
    editions,
    firms: Array.from({ length: firms }, makeFirm),
    rules: { ...proposedRules, together: pairs(2), apart: pairs(4) },
    wishes: { ...proposedWishes, sizes: 3, large: true },
    weights: proposedWeights,
    servedBefore: { '17': 30, '20': 10, '21': 4 },
  };
}
