import { type Attack, sidesOf } from './attack.ts';
import { nearbyTables } from './nearby-tables.ts';
import type { Reach } from './reach.ts';

type Around = { readonly reach: Reach; readonly tries: number };

/** Shows to `reach` tables near to what really is, for all that it has not seen in whole firms. */
export function lookAround(attack: Attack, hidden: ReadonlySet<number>, { reach, tries }: Around): void {
  const unseen = reach.unseen('whole');
  if (unseen.length === 0) return;
  const toward = nearbyTables(attack, hidden, tries);
  for (const { target } of unseen) {
    const { demand } = target;
    if (demand.kind === 'doubt' || reach.isSeen(target, 'whole')) continue;
    for (const side of sidesOf(demand)) {
      const table = toward(target, side, demand[side] ?? 0);
      if (table !== null) reach.note(table, true);
    }
  }
}
