/** Kinds of certificate, by what they vouch for. */
export const certifications = [
  'quality',
  'environment',
  'work-environment',
  'information-security',
  'energy',
  'product-or-branch',
  'other',
  'none',
] as const;

/** The clusters the strategy names, as examples. Membership is never a condition for support. */
export const clusterMemberships = ['paper-province', 'compare', 'triple-steelix', 'fpx', 'other', 'none'] as const;

/** Support taken part in during the last three years. */
export const supportForms = [
  'mentorship-or-coaching',
  'course-or-training',
  'network-or-cluster',
  'test-bed',
  'innovation-or-development-money',
  'export-support',
  'other',
  'none',
] as const;

/** With whom the firm has worked during the last two years; feeds the indicators of collaboration. */
export const collaborationPartners = [
  'other-sme',
  'large-firm',
  'university-or-institute',
  'test-bed',
  'foreign-partner',
  'none',
] as const;

/** Cost of energy in per cent of turnover; the upper bound belongs to the class. */
export const energyCostShares = ['up-to-2', '2-5', '5-10', 'over-10'] as const;
