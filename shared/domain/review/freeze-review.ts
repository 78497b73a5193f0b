import type { Part } from '../instrument/definition.ts';
import type { ScoreProfile } from '../scoring/score.ts';
import type { ReviewEntry } from './review.ts';
import type { ReviewBasis } from './review-basis.ts';
import { reviewedDimensions, scoreReview } from './score-review.ts';
import { standBeside } from './stand-beside.ts';

/** What is written down when a review is given, and stays as it was then. */
export type FrozenReview = {
  readonly scoreProfile: ScoreProfile;
  readonly dimensions: readonly string[];
  /** The reviewed levels of the two parts; null where nothing of the part was reviewed. */
  readonly digitalLevel: number | null;
  readonly processLevel: number | null;
};

export function freezeReview(
  basis: ReviewBasis,
  entries: readonly ReviewEntry[],
  selfRated: ScoreProfile,
): FrozenReview {
  const scoreProfile = scoreReview(basis, entries);
  const dimensions = reviewedDimensions(basis, entries);
  const { parts } = standBeside(selfRated, { scoreProfile, dimensions });
  const levelOf = (part: Part) => parts.find((each) => each.part === part)?.reviewed?.level ?? null;
  return { scoreProfile, dimensions, digitalLevel: levelOf('digital'), processLevel: levelOf('process') };
}
