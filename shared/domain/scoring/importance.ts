import type { Answers } from '../answers/answer.ts';
import type { Structure } from '../instrument/definition.ts';
import { indexStructure } from '../instrument/index-structure.ts';
import { itemPoints } from './item-points.ts';

/** How important the firm says that a dimension is in two years, 0-4; null where it has not said, or was not asked. */
export function importanceOf(dimension: string, structure: Structure, answers: Answers): number | null {
  const item = indexStructure(structure).items.get(`${dimension}.importance`);
  return item === undefined ? null : itemPoints(item, answers, structure.scoring);
}
