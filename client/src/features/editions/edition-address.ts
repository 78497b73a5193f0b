import { editionFilterSchema } from '#shared/contracts/editions.ts';
import { type EditionTime, editionTimes } from '#shared/domain/edition/edition-time.ts';

/** Which editions are wanted, as the address says it. */
export type EditionAddress = {
  readonly time: EditionTime;
  readonly whose: 'own' | 'all';
  readonly package: string | null;
  readonly isShort: boolean;
};

export const firstAddress: EditionAddress = { time: 'upcoming', whose: 'own', package: null, isShort: false };

const isPackageCode = (code: string): boolean => editionFilterSchema.shape.package.safeParse(code).success;

/** What the address says of what does not exist is ignored. */
export function readEditionAddress(parameters: URLSearchParams): EditionAddress {
  const packageCode = parameters.get('package');
  return {
    time: editionTimes.find((time) => time === parameters.get('time')) ?? firstAddress.time,
    whose: parameters.get('whose') === 'all' ? 'all' : 'own',
    package: packageCode !== null && isPackageCode(packageCode) ? packageCode : null,
    isShort: parameters.get('short') === 'true',
  };
}

/** The part after `?`, without what goes without saying. */
export function writeEditionAddress({ time, whose, package: packageCode, isShort }: EditionAddress): string {
  const said = new URLSearchParams();
  if (time !== firstAddress.time) said.set('time', time);
  if (whose !== firstAddress.whose) said.set('whose', whose);
  if (packageCode !== null) said.set('package', packageCode);
  if (isShort) said.set('short', 'true');
  return said.toString();
}
