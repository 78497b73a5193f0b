import { type PortfolioFilter, portfolioFilterSchema } from '#shared/domain/followup/portfolio.ts';

/** What pages are narrowed by, in the order of the filter. */
export type FilterField = keyof PortfolioFilter;

/** What the address says of what does not exist is ignored. */
export function readFilter(parameters: URLSearchParams): PortfolioFilter {
  const said = Object.keys(portfolioFilterSchema.shape).flatMap((field) => {
    const value = parameters.get(field);
    const one = value === null ? undefined : { [field]: value };
    return one !== undefined && portfolioFilterSchema.safeParse(one).success ? [[field, value]] : [];
  });
  return portfolioFilterSchema.parse(Object.fromEntries(said));
}

/** The part after `?`; the region that was chosen of several stays. */
export function writeFilter(filter: PortfolioFilter, organisationId: string | null): string {
  const said = new URLSearchParams();
  if (organisationId !== null) said.set('organisation', organisationId);
  for (const [field, value] of Object.entries(filter)) if (value !== undefined) said.set(field, value);
  return said.toString();
}
