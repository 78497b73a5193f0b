import type * as z from 'zod/mini';
import type { resultLinksSchema } from '#shared/contracts/result-links.ts';
import { shareableOf } from '#shared/domain/sharing/compose-shared-content.ts';
import { resultLinkState } from '#shared/domain/sharing/result-link-state.ts';
import { comparedSince } from '../../platform/change/change-since.ts';
import type { RoundRow } from '../../platform/change/round-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Account } from '../../platform/identity/account.ts';
import { mostActive } from './limits.ts';
import type { LinkRow, SubmittedRow } from './repository.ts';

export type ResultLinksBody = z.input<typeof resultLinksSchema>;

/** What a transaction has read for the page about links. */
export type Sharing = {
  readonly submitted: SubmittedRow;
  readonly earlier: readonly RoundRow[];
  readonly links: readonly LinkRow[];
};

/** Mail goes out for somebody whom the site knows, of a firm that somebody answers for. */
export const canMail = ({ isClaimed }: SubmittedRow, account: Account | undefined): boolean =>
  isClaimed && account !== undefined;

export async function describeLinks(
  context: Context,
  { submitted, earlier, links }: Sharing,
  account: Account | undefined,
): Promise<ResultLinksBody> {
  const now = context.clock.now();
  const round = await comparedSince(context, submitted, earlier);
  const described = links.map((link) => ({ ...link, state: resultLinkState(link, now) }));
  return {
    links: described.map(({ submittedAt, createdAt, expiresAt, takenBackAt, lastOpenedAt, ...link }) => ({
      ...link,
      submittedAt: submittedAt.toISOString(),
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      takenBackAt: takenBackAt?.toISOString() ?? null,
      lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
    })),
    active: described.filter(({ state }) => state === 'active').length,
    mostActive,
    shareable: shareableOf(submitted.scoreProfile, round !== undefined),
    earlierSubmittedAt: round?.submittedAt.toISOString() ?? null,
    firmName: submitted.firmName,
    submittedAt: submitted.submittedAt.toISOString(),
    canMail: canMail(submitted, account),
    latestEnd: submitted.keysEnd?.toISOString() ?? null,
  };
}
