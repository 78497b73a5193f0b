import type { FastifyInstance } from 'fastify';
import * as reviews from '#shared/contracts/reviews.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { answerReview } from './answer-review.ts';
import { beginReview } from './begin-review.ts';
import { getOwnReview } from './get-own-review.ts';
import { getReview } from './get-review.ts';
import { listReviews } from './list-reviews.ts';
import { moveReview } from './move-review.ts';
import { saveEntry } from './save-entry.ts';
import { saveReply } from './save-reply.ts';

function registerReviewing(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, reviews.listReviews, async ({ params, access }) => ({
    status: 200,
    body: await listReviews(context, access, params),
  }));
  registerEndpoint(app, reviews.beginReview, async ({ params, access }) => {
    const { reviewId, isNew } = await beginReview(context, access, params);
    return { status: isNew ? 201 : 200, body: { reviewId } };
  });
  registerEndpoint(app, reviews.getReview, async ({ params, access }) => ({
    status: 200,
    body: await getReview(context, access, params),
  }));
  registerEndpoint(app, reviews.saveReviewEntry, async ({ params, body, access }) => ({
    status: 200,
    body: await saveEntry(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, reviews.moveReview, async ({ params, body, access }) => ({
    status: 200,
    body: await moveReview(context, access, { ...params, ...body }),
  }));
}

function registerReplying(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, reviews.getOwnReview, async ({ params, access, account }) => ({
    status: 200,
    body: await getOwnReview(context, { access, account }, params),
  }));
  registerEndpoint(app, reviews.saveReviewReply, async ({ params, body, access, account }) => ({
    status: 200,
    body: await saveReply(context, { access, account }, { ...params, ...body }),
  }));
  registerEndpoint(app, reviews.answerReview, async ({ params, access, account }) => ({
    status: 200,
    body: await answerReview(context, { access, account }, params),
  }));
}

export function registerReviewRoutes(app: FastifyInstance, context: Context): void {
  registerReviewing(app, context);
  registerReplying(app, context);
}
