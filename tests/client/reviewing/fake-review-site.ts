import type * as z from 'zod/mini';
import { getForm } from '#shared/contracts/instrument-versions.ts';
import * as contract from '#shared/contracts/reviews.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { listReviewable } from '#shared/domain/review/review-basis.ts';
import { moveReview } from '#shared/domain/review/review-states.ts';
import { reviewedDimensions, scoreReview } from '#shared/domain/review/score-review.ts';
import { workshop } from '../../support/small-instrument.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { form, resultOf } from '../result/result-fixture.tsx';
import { at, responseId, submittedResponse } from '../submitted-response.ts';

export const place = { organisationId: uuid('b', 1), firmId: uuid('a', 1), reviewId: uuid('f', 1) };

const result = resultOf();
const answers = Object.fromEntries(result.response.answers.map(({ itemCode, answer }) => [itemCode, answer]));
const basis = { structure: form.structure, formCode: 'quick', profile: workshop, answers };

/** A judgement of the level, as a colleague has put it there. */
export function entryOf(code: string, level: number, reason = 'Sett i verkstaden'): contract.StoredReviewEntry {
  return {
    code,
    judgement: { state: 'level', level },
    reason,
    evidence: [],
    revision: 1,
    judgedAt: at,
    judgedBy: 'Bo Lind',
    isOwn: false,
  };
}

type Input = z.input<typeof contract.reviewSchema>;

/** One review as the server keeps it, of a firm that says 3 of D2.1 and 4 of D2.2. */
export class FakeReviewSite {
  status: contract.ReviewDocument['status'] = 'draft';
  revision = 1;
  mayReply = true;
  readonly entries = new Map<string, contract.StoredReviewEntry>();
  readonly replies = new Map<string, contract.StoredReply>();
  readonly server = new FakeEndpoints([
    answering(getForm, () => form),
    answering(contract.getReview, () => this.#document()),
    answering(contract.getOwnReview, () => ({ ...this.#document(), mayReply: this.#waitsForReply() })),
    answering(contract.saveReviewEntry, ({ params: { subject }, body }) => {
      const stored = this.entries.get(subject);
      if ((stored?.revision ?? 0) !== body.baseRevision) {
        throw new Refusal('review-conflict', [], { entry: stored ?? null, revision: this.revision });
      }
      this.revision += 1;
      const { judgement, reason, evidence } = body;
      if (judgement === null) this.entries.delete(subject);
      else {
        const revision = body.baseRevision + 1;
        this.entries.set(subject, {
          ...entryOf(subject, 0),
          judgement,
          reason,
          evidence,
          revision,
          judgedBy: 'Ada Ek',
        });
      }
      return { entry: this.entries.get(subject) ?? null, revision: this.revision };
    }),
    answering(contract.moveReview, ({ body: { move, revision } }) => {
      const next = moveReview(this.status, move, 'provider');
      if (next === undefined || revision !== this.revision) throw new Refusal('review-conflict');
      this.status = next;
      if (next === 'taken-back') this.entries.clear();
      return this.#document();
    }),
    answering(contract.saveReviewReply, ({ params: { subject }, body }) => {
      const stored = this.replies.get(subject);
      if ((stored?.revision ?? 0) !== body.baseRevision) {
        throw new Refusal('review-conflict', [], { reply: stored ?? null });
      }
      const reply = { code: subject, reply: body.reply, revision: body.baseRevision + 1, repliedAt: at };
      this.replies.set(subject, { ...reply, repliedBy: 'Ada Ek' });
      return { reply: { ...reply, repliedBy: 'Ada Ek' } };
    }),
    answering(contract.answerReview, () => {
      this.status = 'answered';
      return { ...this.#document(), mayReply: false };
    }),
  ]);

  /** With the judgements that a colleague has made. */
  static with(entries: readonly contract.StoredReviewEntry[], status: FakeReviewSite['status'] = 'draft') {
    const site = new FakeReviewSite();
    site.status = status;
    for (const entry of entries) site.entries.set(entry.code, entry);
    return site;
  }

  /** Somebody else judges meanwhile. */
  judgeElsewhere(code: string, level: number, reason?: string): void {
    this.entries.set(code, { ...entryOf(code, level, reason), revision: (this.entries.get(code)?.revision ?? 0) + 1 });
    this.revision += 1;
  }

  #waitsForReply(): boolean {
    return this.mayReply && this.status === 'given';
  }

  #document(): Input {
    const entries = [...this.entries.values()];
    const isGiven = !['draft', 'taken-back'].includes(this.status);
    const judged: readonly ReviewEntry[] = entries;
    return {
      reviewId: place.reviewId,
      firmId: place.firmId,
      firmName: 'Smedjan AB',
      isSimulated: false,
      organisationName: { sv: 'Stålklustret', en: 'The steel cluster' },
      status: this.status,
      revision: this.revision,
      createdAt: at,
      givenAt: isGiven ? at : null,
      responseId,
      instrumentVersionId: submittedResponse.instrumentVersionId,
      formCode: 'quick',
      submittedAt: at,
      profile: workshop,
      answers,
      selfRated: result.scoreProfile,
      reviewed: isGiven
        ? { scoreProfile: scoreReview(basis, judged), dimensions: [...reviewedDimensions(basis, judged)] }
        : null,
      reviewable: [...listReviewable(basis)],
      entries,
      replies: [...this.replies.values()],
      events: [],
    };
  }
}
