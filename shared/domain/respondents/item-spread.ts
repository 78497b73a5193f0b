import type { ScoringRules } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';
import { itemPoints } from '../scoring/item-points.ts';
import { type RespondentRole, respondentRoles, sideOf } from './respondent-role.ts';
import { fewestOthers, mean, type Together } from './together.ts';

export type RoleMean = { readonly role: RespondentRole; readonly answers: number; readonly mean: number };

type RolePoints = { readonly role: RespondentRole; readonly others: number; readonly points: readonly number[] };

/**
 * The mean of each role that may be told of for an item. A role needs `fewestOthers` besides the one who leads. Beside
 * the lowest and highest of all, or the mean of its side, it would tell what those left over have said: so the other
 * role of its side has as many or nobody, and those whom no role tells of are as many or nobody.
 */
export function roleMeans(item: Item, together: Together, rules: ScoringRules): RoleMean[] {
  const roles = respondentRoles.map((role) => pointsOfRole(role, item, together, rules));
  const isEnough = (others: number) => others >= fewestOthers;
  const told = roles.filter(
    ({ role, others }) =>
      isEnough(others) &&
      roles.every((each) => each.role === role || sideOf(each.role) !== sideOf(role) || isClear(each.others)),
  );
  const left = roles.filter((each) => !told.includes(each)).reduce((sum, { others }) => sum + others, 0);
  if (!isClear(left)) return [];
  return told.map(({ role, points }) => ({ role, answers: points.length, mean: mean(points) }));
}

const isClear = (others: number): boolean => others === 0 || others >= fewestOthers;

function pointsOfRole(role: RespondentRole, item: Item, { lead, others }: Together, rules: ScoringRules): RolePoints {
  const ofRole = others.filter((other) => other.role === role);
  const pointsIn = (list: readonly Together['lead'][]) =>
    list.flatMap(({ answers }) => itemPoints(item, answers, rules) ?? []);
  return {
    role,
    others: pointsIn(ofRole).length,
    points: pointsIn(lead.role === role ? [lead, ...ofRole] : ofRole),
  };
}
