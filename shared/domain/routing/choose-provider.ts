import type { Branch } from '../firm/firm-profile.ts';
import type { Catalogue } from './catalogue.ts';
import type { Package } from './package.ts';
import type { Provider } from './provider.ts';
import type { FirmCounty } from './routing.ts';

export type ChosenProvider = {
  readonly provider: Provider;
  /** 1 for the providers closest to the firm's branch, 2 for the following; null when it is not tied to the branch. */
  readonly branchRank: number | null;
};

/**
 * The provider of a package for a firm: speciality first, county second, then the order the package lists them in.
 * Undefined only when the package names no provider of the catalogue.
 */
export function chooseProvider(
  { providers }: Package,
  firm: { readonly branch: Branch; readonly county: FirmCounty },
  catalogue: Catalogue,
): ChosenProvider | undefined {
  const specialists = catalogue.branchProviders.find(({ branch }) => branch === firm.branch)?.providers ?? [];
  const options = providers.flatMap((code): ChosenProvider[] => {
    const provider = catalogue.providers.find((candidate) => candidate.code === code);
    if (provider === undefined) return [];
    return [{ provider, branchRank: specialists.find((each) => each.provider === code)?.rank ?? null }];
  });
  return options.toSorted(
    (one, other) =>
      rankOrLast(one) - rankOrLast(other) ||
      Number(isAtHome(other.provider, firm.county)) - Number(isAtHome(one.provider, firm.county)),
  )[0];
}

const rankOrLast = ({ branchRank }: ChosenProvider): number => branchRank ?? Number.MAX_SAFE_INTEGER;

export const isAtHome = ({ counties }: Provider, county: FirmCounty): boolean =>
  counties.some((home) => home === county);
