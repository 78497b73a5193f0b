import type { Target } from './referral-action.ts';

/** As many as the contracts take in one request. */
const mostAtOnce = 100;

/** Those of one organisation together, in parts that can be sent. */
export function inParts<Each extends Target>(targets: readonly Each[]): Each[][] {
  return [...Map.groupBy(targets, ({ organisationId }) => organisationId).values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / mostAtOnce) }, (_, index) =>
      own.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
    ),
  );
}

/** Of a part: whose it is. */
export const organisationOf = ([first]: readonly Target[]) => ({ organisationId: first?.organisationId ?? '' });
