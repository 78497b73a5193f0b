/** Keys of the catalogue's `texts`. */
export const routingTextKeys = {
  reason: (code: string) => `reason.${code}`,
  component: (code: string) => `component.${code}`,
  evidence: (fact: string) => `evidence.${fact}`,
  flag: (flag: string, value: boolean) => `flag.${flag}.${value ? 'yes' : 'no'}`,
  number: (number: string) => `number.${number}`,
  gap: (gap: string) => `gap.${gap}`,
  wish: (wish: string) => `wish.${wish}`,
  county: (county: string) => `county.${county}`,
  branch: (branch: string) => `branch.${branch}`,
  size: (size: string) => `size.${size}`,
  chainRole: (role: string) => `chain-role.${role}`,
  condition: (kind: string) => `condition.${kind}`,
  and: 'list.and',
  or: 'list.or',
} as const;
