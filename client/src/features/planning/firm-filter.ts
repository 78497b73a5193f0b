import { type County, counties, countyOf, outsideRegion } from '#shared/domain/firm/firm-profile.ts';

export const filterCounties = [...counties, outsideRegion] as const;

export type FirmFilter = { readonly name: string; readonly county: County | typeof outsideRegion | '' };
export const noFilter: FirmFilter = { name: '', county: '' };

/** Those with the part in their name as it is shown, and from the county. */
export function filterFirms<Firm extends { readonly municipality: string }>(
  firms: readonly Firm[],
  { name, county }: FirmFilter,
  nameOf: (firm: Firm) => string,
): Firm[] {
  const part = name.trim().toLocaleLowerCase('sv');
  return firms.filter(
    (firm) =>
      (county === '' || countyOf(firm.municipality) === county) && nameOf(firm).toLocaleLowerCase('sv').includes(part),
  );
}
