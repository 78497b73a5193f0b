import { listKnownCodes } from '#shared/domain/routing/known-codes.ts';
import { useWorkshop } from './catalogue-context.tsx';
import type { Firsts } from './conditions.ts';

/** What conditions may ask about, in the order of the instrument. */
export function useFirsts() {
  const {
    catalogue: { catalogue, structure },
  } = useWorkshop();
  const dimensions = structure.dimensions.map(({ code }) => code);
  const items = structure.items.filter(({ purpose }) => purpose === 'score').map(({ code }) => code);
  const wishes = [...listKnownCodes(catalogue, structure).wishes];
  const gaps = structure.scoring.gaps.map(({ code }) => code);
  const firsts: Firsts = {
    dimension: dimensions[0] ?? '',
    item: items[0] ?? '',
    band: structure.scoring.bands[0]?.code ?? '',
    wish: wishes.at(-1) ?? '',
    gap: gaps[0] ?? '',
  };
  return { firsts, dimensions, items, wishes, gaps };
}
