import { type Language, type LocalisedText, languages } from '#shared/domain/language.ts';
import type { MeetingPack } from '#shared/domain/open-data/meeting-packs.ts';
import type { FileSource } from '../files/file-names.ts';
import type { Beside } from './beside.ts';
import { renderEffectPack } from './render-effect-pack.ts';
import { aboutPack, renderPack } from './render-pack.ts';

type Papers = {
  /** What they are for and tell of. */
  readonly about: (beside: Beside) => LocalisedText;
  /** Whether a region's own copy has more in it than the one for everybody. */
  readonly tellsFollowUp: boolean;
  readonly make: (language: Language, beside: Beside) => Promise<Buffer>;
};

/** The papers that a group is given about a release; none of effects for those who work with something else. */
export function papersOf(
  { release: { document, ...rest }, ...site }: FileSource,
  pack: MeetingPack,
): Papers | undefined {
  if (document.format === 'mattstock-release-1') {
    const source = { ...site, release: { ...rest, document } };
    return {
      about: (beside) => {
        const [sv = '', en = ''] = languages.map((language) => aboutPack(source, { pack, language, beside }));
        return { sv, en };
      },
      tellsFollowUp: pack.chapters.includes('follow-up'),
      make: (language, beside) => renderPack(source, { pack, language, beside }),
    };
  }
  const { effect } = pack;
  if (effect === undefined) return undefined;
  const source = { ...site, release: { ...rest, document } };
  return {
    about: () => effect.about,
    tellsFollowUp: false,
    make: (language, beside) => renderEffectPack(source, { pack, effect, language, beside }),
  };
}
