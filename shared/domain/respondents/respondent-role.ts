import * as z from 'zod/mini';

/** Who answers in a firm (strategy digest 9, "Target"). */
export const respondentRoles = ['management', 'office', 'production', 'operator'] as const;
export const respondentRoleSchema = z.enum(respondentRoles);
export type RespondentRole = z.infer<typeof respondentRoleSchema>;

/** Where a role sees the firm from. */
export type Side = 'office' | 'floor';

const sides: Readonly<Record<RespondentRole, Side>> = {
  management: 'office',
  office: 'office',
  production: 'floor',
  operator: 'floor',
};
export const sideOf = (role: RespondentRole): Side => sides[role];
