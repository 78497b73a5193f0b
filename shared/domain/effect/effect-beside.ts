import type { PlacedFirm, ShownMeasure } from '../benchmark/beside-earlier.ts';
import { type EffectFrame, effectFrame, packagesAbout, type SupportPackage, takenKey } from './effect-groups.ts';
import type { EffectDocument } from './effect-release.ts';

/** Two firms that a release of effects has laid beside each other, by their numbers in it: kept for later ones. */
export type EffectPair = {
  readonly measure: string;
  readonly treated: number;
  readonly control: number;
  /** What the one that took part took part in. */
  readonly packages: readonly string[];
};

/** Of what was taken that which is about the dimension. */
const takenAbout = (taken: readonly string[], about: readonly SupportPackage[]): string[] =>
  taken.filter((code) => about.some((each) => each.code === code));

/** Where the firms of some pairs are counted: both where the one that took part is. */
export function placeFirms(
  { strata }: Pick<EffectFrame, 'strata'>,
  about: readonly SupportPackage[],
  pairs: readonly EffectPair[],
): Map<number, PlacedFirm> {
  return new Map(
    pairs.flatMap(({ treated, control, packages }): [number, PlacedFirm][] => {
      const stratum = strata.indexOf(takenKey(takenAbout(packages, about)));
      return [
        [treated, { stratum, tookPart: true }],
        [control, { stratum, tookPart: false }],
      ];
    }),
  );
}

/** What a release of effects shows, for others to be laid beside it. `pairs`: all of its own. */
export function shownEffects({ spec, cells }: EffectDocument, pairs: readonly EffectPair[]): ShownMeasure[] {
  return spec.measures.map((measure): ShownMeasure => {
    const about = packagesAbout(spec.packages, measure);
    const own = pairs.filter((pair) => pair.measure === measure);
    const frame = effectFrame(
      about,
      own.map(({ packages }) => takenAbout(packages, about)),
    );
    const shown = new Set(
      cells.filter((cell) => cell.measure === measure && cell.estimate !== null).map(({ group }) => group),
    );
    return {
      measure,
      kind: 'effect',
      groups: frame.groups.filter(({ key }) => shown.has(key)),
      placed: placeFirms(frame, about, own),
    };
  });
}
