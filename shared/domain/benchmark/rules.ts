import * as z from 'zod/mini';

const countSchema = z.int().check(z.gte(1), z.lte(1000));

/**
 * How firms are protected in what the regions publish. Data with a version, and public: they say when something is
 * shown, not what is hidden. The parameter of the rule for dominance is not among them (Handbook on Statistical
 * Disclosure Control, chapter 4: it is to be kept confidential).
 */
export const disclosureRulesSchema = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  /** A group of fewer firms is not shown. Never below five. (ABS DataLab: rule of ten; D2) */
  fewestFirms: z.int().check(z.gte(5), z.lte(1000)),
  /** So many firms at least lie outside what any one provider has been let in to see. (Handbook, chapter 4, n0; D3) */
  fewestOutside: countSchema,
  /** A class of a distribution has so many firms, or none. (Handbook 5, group attribute disclosure; D4) */
  fewestInClass: countSchema,
  /** So many firms lie on either side of a quantile. (D6) */
  onEitherSide: countSchema,
  /** Nobody can find out a firm's value, or the mean of few firms, closer than this part of the scale. */
  leastDoubtPercent: z.number().check(z.gt(0), z.lte(100)),
  /** Numbers of firms are shown to the nearest of these. (Eurostat IFS, OpenSAFELY; D9) */
  roundTo: countSchema,
  /** Two groups, also of two releases, differ by so many firms or by none. (ABS DataLab; D12) */
  fewestDifferent: countSchema,
  /** What hiding a group costs, by how many attributes define it: what is lost is kept as small as can be. */
  costs: z.array(z.number().check(z.gt(0))).check(z.minLength(1)),
});
export type DisclosureRules = z.infer<typeof disclosureRulesSchema>;
