import type { County, FirmProfile } from '../firm/firm-profile.ts';
import type { Catalogue } from './catalogue.ts';
import { isAtHome } from './choose-provider.ts';
import { compareCodes } from './list-candidates.ts';
import { makeReason } from './make-reason.ts';
import type { Provider } from './provider.ts';
import type { CrossCounty, FirmCounty, Reason, ReasonParam } from './routing.ts';

/** The county of a municipality code, by its first two digits. */
export function countyOf({ municipality }: Pick<FirmProfile, 'municipality'>): FirmCounty {
  const counties: readonly County[] = ['17', '20', '21'];
  return counties.find((county) => municipality.startsWith(county)) ?? 'outside';
}

/** What is said when the provider belongs to another county than the firm; null when it does not. */
export function describeCrossCounty(provider: Provider, county: FirmCounty, catalogue: Catalogue): CrossCounty | null {
  if (provider.counties.length === 0 || isAtHome(provider, county)) return null;
  const contact = findLocalContact(county, catalogue);
  return {
    providerCounties: [...provider.counties],
    firmCounty: county,
    localContactProviderCode: contact?.code ?? null,
    reason: crossCountyReason(provider, county, contact),
  };
}

function crossCountyReason(provider: Provider, county: FirmCounty, contact: Provider | undefined): Reason {
  const params = { provider: providerParam(provider), providerCounties: countiesParam(provider.counties) };
  if (county === 'outside') return makeReason('county-cross-outside', params);
  if (contact === undefined) return makeReason('county-cross', { ...params, county: countiesParam([county]) });
  return makeReason('county-cross-with-contact', {
    ...params,
    county: countiesParam([county]),
    contact: providerParam(contact),
  });
}

/** Why this county, for every suggestion: at home, elsewhere, or not settled. */
export function countyReason(provider: Provider, county: FirmCounty, crossCounty: CrossCounty | null): Reason {
  if (crossCounty !== null) return crossCounty.reason;
  if (provider.counties.length === 0) return makeReason('county-open', { provider: providerParam(provider) });
  return makeReason('county-home', { provider: providerParam(provider), county: countiesParam([county]) });
}

/** One door for the firm in its own county, by the order of types that the ranking gives. */
function findLocalContact(county: FirmCounty, { providers, ranking }: Catalogue): Provider | undefined {
  const types = ranking.localContactTypes;
  return providers
    .filter((provider) => types.includes(provider.type) && isAtHome(provider, county))
    .toSorted(
      (one, other) => types.indexOf(one.type) - types.indexOf(other.type) || compareCodes(one.code, other.code),
    )[0];
}

export const providerParam = ({ code }: Provider): ReasonParam => ({ kind: 'provider', code });

const countiesParam = (codes: readonly FirmCounty[]): ReasonParam => ({ kind: 'counties', codes: [...codes] });
