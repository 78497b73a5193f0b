import type * as z from 'zod/mini';
import * as contract from '#shared/contracts/reviews.ts';
import { listReviewable } from '#shared/domain/review/review-basis.ts';
import { firmId } from '../advising/advising-fixture.ts';
import { both } from '../contact/contact-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, Refusal } from '../fake-endpoints.ts';
import { form, resultOf } from '../result/result-fixture.tsx';
import { at, responseId, submittedResponse } from '../submitted-response.ts';

type Review = z.input<typeof contract.reviewSchema>;
type Entry = Review['entries'][number];

export const reviewId = uuid('d', 1);

const { response, scoreProfile } = resultOf();
const answers = Object.fromEntries(response.answers.map(({ itemCode, answer }) => [itemCode, answer]));
const { formCode, profile, instrumentVersionId } = submittedResponse;

const draft: Review = {
  reviewId,
  firmId,
  firmName: 'Smedjan AB',
  isSimulated: false,
  organisationName: both('Stålklustret'),
  status: 'draft',
  revision: 1,
  createdAt: at,
  givenAt: null,
  responseId,
  instrumentVersionId,
  formCode,
  submittedAt: at,
  profile,
  answers,
  selfRated: scoreProfile,
  reviewed: null,
  reviewable: listReviewable({ structure: form.structure, formCode, profile, answers }),
  entries: [],
  replies: [],
  events: [],
};

export const entryOf = (code: string, level: number, changes: Partial<Entry> = {}): Entry => ({
  code,
  judgement: { state: 'level', level },
  reason: '',
  evidence: [],
  revision: 1,
  judgedAt: at,
  judgedBy: 'Ada Ek',
  isOwn: true,
  ...changes,
});

/** One review under way, as the server keeps it. */
export class FakeReview {
  review: Review = draft;
  readonly routes = [
    answering(contract.listReviews, () => ({ firmName: 'Smedjan AB', isSimulated: false, submissions: [] })),
    answering(contract.getReview, () => this.review),
    answering(contract.saveReviewEntry, ({ params: { subject: code }, body }) => {
      const kept = this.review.entries.find((entry) => entry.code === code);
      const revision = this.review.revision + 1;
      if ((kept?.revision ?? 0) !== body.baseRevision) {
        throw new Refusal('review-conflict', [], { entry: kept ?? null, revision });
      }
      const { baseRevision: _, judgement, ...words } = body;
      const entry = judgement === null ? null : { ...entryOf(code, 0), ...words, judgement, revision };
      this.keep(code, entry);
      return { entry, revision };
    }),
  ];

  /** As somebody else, or whoever asks, puts it there. */
  keep(code: string, entry: Entry | null): void {
    const others = this.review.entries.filter((each) => each.code !== code);
    const revision = this.review.revision + 1;
    this.review = { ...this.review, revision, entries: entry === null ? others : [...others, entry] };
  }
}
