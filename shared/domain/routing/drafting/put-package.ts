import type { Catalogue } from '../catalogue.ts';
import type { Package } from '../package.ts';

/** The catalogue with the package in the place of the one of the same code, or at the end. */
export function putPackage(catalogue: Catalogue, put: Package): Catalogue {
  const { packages } = catalogue;
  const isThere = packages.some(({ code }) => code === put.code);
  return {
    ...catalogue,
    packages: isThere ? packages.map((each) => (each.code === put.code ? put : each)) : [...packages, put],
  };
}

export const findPackage = ({ packages }: Pick<Catalogue, 'packages'>, code: string): Package | undefined =>
  packages.find((each) => each.code === code);
