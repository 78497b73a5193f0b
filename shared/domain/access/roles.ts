/** What a role is held in: one firm, or one organisation of the kind. */
export const placeKinds = ['firm', 'provider', 'region', 'coordination'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const roles = ['owner', 'respondent', 'advisor', 'manager', 'analyst', 'editor', 'administrator'] as const;
export type Role = (typeof roles)[number];

const kindOf: Readonly<Record<Role, PlaceKind>> = {
  owner: 'firm',
  respondent: 'firm',
  advisor: 'provider',
  manager: 'provider',
  analyst: 'region',
  editor: 'coordination',
  administrator: 'coordination',
};

/** The kind of place that has the role. */
export function placeKindOf(role: Role): PlaceKind {
  return kindOf[role];
}

/** The roles a place of the kind can give, in the order they are offered. */
export function rolesIn(kind: PlaceKind): Role[] {
  return roles.filter((role) => kindOf[role] === kind);
}

/**
 * Whether the role is only exercised with a second factor, or a sign-in that stands for one. So for everybody who may
 * see or change more than one's own firm (ASVS 5.0, 6.3.3).
 */
export function needsSecondFactor(role: Role): boolean {
  return kindOf[role] !== 'firm';
}
