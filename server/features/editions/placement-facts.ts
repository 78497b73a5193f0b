import type { LocalisedText } from '#shared/domain/language.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';

/** Days are told as days; noon is the same one wherever the reader is. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

export const dayFacts = (name: string, day: string): Record<string, string> => ({
  [`${name}Sv`]: dayInWords(noonOf(day), 'sv'),
  [`${name}En`]: dayInWords(noonOf(day), 'en'),
});

type Told = {
  readonly packageName: LocalisedText;
  readonly organisationName: LocalisedText;
  readonly startsOn: string;
  readonly firmId: string;
};

/** What every mail about a placement fills in. */
export const placementFacts = ({ packageName, organisationName, startsOn, firmId }: Told): Record<string, string> => ({
  packageSv: packageName.sv,
  packageEn: packageName.en,
  providerSv: organisationName.sv,
  providerEn: organisationName.en,
  ...dayFacts('startsOn', startsOn),
  firmId,
});
