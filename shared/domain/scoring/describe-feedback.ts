import type { SizeClass } from '../firm/firm-profile.ts';
import type { Definition } from '../instrument/definition.ts';
import { feedbackFor } from '../instrument/feedback.ts';
import type { ScoreProfile } from './score.ts';

/** The texts of the band each dimension reached, for a firm of the size; a dimension without a level has none. */
export function describeFeedback({ dimensions }: ScoreProfile, sizeClass: SizeClass, { texts }: Definition) {
  return dimensions.flatMap(({ dimension, band }) => {
    const feedback = band === null ? undefined : feedbackFor(texts, dimension, band, sizeClass);
    return feedback === undefined ? [] : [{ dimension, ...feedback }];
  });
}
