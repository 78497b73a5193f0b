import type * as z from 'zod/mini';
import type { wishedEditionSchema } from '#shared/contracts/wished-edition.ts';
import { wishStandingOf } from '#shared/domain/edition/wished-edition.ts';
import type { Context } from '../context.ts';
import { swedishDate } from '../mail/swedish-time.ts';
import type { WishRow } from './wish-repository.ts';

type Body = z.input<typeof wishedEditionSchema>;

/** As it stands today; one that nothing can be seen of is gone. */
export function describeWish({ bundle, clock }: Pick<Context, 'bundle' | 'clock'>, wish: WishRow): Body | null {
  if (wish === null) return null;
  const { editionId, facts } = wish;
  if (facts === null) return { editionId, standing: 'gone', name: null, place: null, startsOn: null };
  const { name, municipality, startsOn } = facts;
  const place = bundle.municipalities.find(({ code }) => code === municipality)?.name ?? null;
  return { editionId, standing: wishStandingOf(facts, swedishDate(clock.now())), name, place, startsOn };
}
