import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Weighted = { readonly share: number };

/** Chance that a seed decides. Each firm has its own, so that it comes out alike however many are made. */
export type Dice = {
  /** Evenly in [0, 1). */
  readonly even: () => number;
  readonly whole: (from: number, to: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly normal: (mean: number, deviation: number) => number;
  readonly one: <T>(among: readonly T[]) => T;
  /** Whether the shares add up to 1 or not. */
  readonly byShare: <T extends Weighted>(among: readonly T[]) => T;
};

/** Spreads neighbouring numbers over all seeds (the golden ratio in 32 bits). */
const spread = 0x9e_37_79_b1;

export function createDice(seed: number, index: number): Dice {
  const generator = xoroshiro128plus((seed ^ Math.imul(index + 1, spread)) | 0);
  const even = () => uniformFloat64(generator);
  const whole = (from: number, to: number) => uniformInt(generator, from, to);
  const at = <T>(among: readonly T[], place: number): T => {
    const each = among[Math.min(place, among.length - 1)];
    if (each === undefined) throw new Error('there is nothing to draw from');
    return each;
  };
  return {
    even,
    whole,
    happens: (probability) => even() < probability,
    // Box and Muller (1958). 1 - even() is never 0, which has no logarithm.
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even()),
    one: (among) => at(among, Math.floor(even() * among.length)),
    byShare: (among) => {
      let left = even() * among.reduce((sum, { share }) => sum + share, 0);
      const place = among.findIndex(({ share }) => {
        left -= share;
        return left < 0;
      });
      return at(among, place < 0 ? among.length : place);
    },
  };
}
