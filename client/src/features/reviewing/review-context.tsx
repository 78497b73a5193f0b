import { createContext, type ReactNode, use, useMemo } from 'react';
import type { ReviewDocument } from '#shared/contracts/reviews.ts';
import type { Texts } from '#shared/domain/instrument/definition.ts';
import { indexStructure, type StructureIndex } from '#shared/domain/instrument/index-structure.ts';
import type { ReviewBasis } from '#shared/domain/review/review-basis.ts';
import { useFormWords } from '../../lib/use-form-words.ts';
import type { Loaded } from './api.ts';

export type ReviewView = {
  readonly review: ReviewDocument;
  /** Whether the firm itself reads it, which is then spoken to. */
  readonly isOwn: boolean;
  /** The submission as the rules of scoring and comparing take it. */
  readonly basis: ReviewBasis;
  readonly index: StructureIndex;
  readonly texts: Texts;
};

const ReviewContext = createContext<ReviewView | null>(null);

export function useReview(): ReviewView {
  const view = use(ReviewContext);
  if (view === null) throw new Error('This part belongs inside ReviewProvider.');
  return view;
}

type ReviewProviderProps = { loaded: Loaded<ReviewDocument>; isOwn?: boolean; children: ReactNode };

export function ReviewProvider({ loaded, isOwn = false, children }: ReviewProviderProps) {
  const { review } = loaded;
  const { structure, texts } = useFormWords(loaded.form, review.instrumentVersionId);
  const value = useMemo((): ReviewView => {
    const { formCode, profile, answers } = review;
    const basis = { structure, formCode, profile, answers };
    return { review, isOwn, basis, index: indexStructure(structure), texts };
  }, [review, isOwn, structure, texts]);
  return <ReviewContext value={value}>{children}</ReviewContext>;
}
