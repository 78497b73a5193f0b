import type * as z from 'zod/mini';
import type { followUpFrameSchema } from '#shared/contracts/follow-up.ts';
import { counties } from '#shared/domain/firm/firm-profile.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { isOffered } from '#shared/domain/routing/is-offered.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { type EditionRow, listFollowedEditions } from './published-repository.ts';

export type FrameBody = z.input<typeof followUpFrameSchema>;

/** What activities are about, and what the steps have besides. */
export async function describeFrame(context: Context, tx: Transaction, catalogue: Catalogue): Promise<FrameBody> {
  const editionOf = ({ municipality, providerCode, ...edition }: EditionRow): FrameBody['editions'][number] => ({
    ...edition,
    provider: nameOf(catalogue.providers, providerCode),
    county: counties.find((county) => municipality?.startsWith(county)) ?? null,
  });
  return {
    today: swedishDate(context.clock.now()),
    priorities: catalogue.priorities,
    steps: catalogue.steps.map(({ code, name }) => ({ code, name })),
    packages: catalogue.packages.map((each) => ({
      code: each.code,
      name: each.name,
      steps: [...each.steps],
      counties: [...each.counties],
      isOffered: isOffered(each),
    })),
    editions: (await listFollowedEditions(tx)).map(editionOf),
    lists: context.bundle.followUp,
  };
}
