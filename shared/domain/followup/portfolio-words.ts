import type { Language, LocalisedText } from '../language.ts';
import { fillIn } from '../wording/fill-in.ts';
import type { ActivityStatus, FundingTag } from './activity.ts';

/** What the files of the portfolio say. */
const words = {
  sheet: { sv: 'Industriportfölj', en: 'Industrial portfolio' },
  about: {
    sv: 'Industriportföljen: det regionerna har skrivit ned om genomförandet av strategin för industriell omvandling i Norra Mellansverige.',
    en: 'The industrial portfolio: what the regions have written down of how the strategy for industrial transformation in Norra Mellansverige is carried out.',
  },
  made: { sv: 'Framställt {day}. {count} aktiviteter.', en: 'Made on {day}. {count} activities.' },
  simulated: {
    sv: 'Rader med ja i kolumnen Påhittad är skrivna för demonstrationen och säger ingenting om verkliga insatser.',
    en: 'Rows with yes in the column Made up were written for the demo and say nothing about real efforts.',
  },
  name: { sv: 'Aktivitet', en: 'Activity' },
  otherName: { sv: 'Aktivitet på engelska', en: 'Activity in Swedish' },
  region: { sv: 'Region', en: 'Region' },
  steps: { sv: 'Steg', en: 'Steps' },
  stepNames: { sv: 'Stegens namn', en: 'Names of the steps' },
  status: { sv: 'Läge', en: 'Status' },
  from: { sv: 'Från', en: 'From' },
  until: { sv: 'Till', en: 'Until' },
  packages: { sv: 'Paket', en: 'Packages' },
  project: { sv: 'Projekt', en: 'Project' },
  reference: { sv: 'Diarienummer eller annan beteckning', en: 'Reference' },
  goals: { sv: 'Mål', en: 'Goals' },
  s3Area: { sv: 'S3-område', en: 'S3 area' },
  policyAreas: { sv: 'Politikområden', en: 'Policy areas' },
  counties: { sv: 'Län', en: 'Counties' },
  programmes: { sv: 'Nationellt och europeiskt', en: 'National and European' },
  responsible: { sv: 'Ansvarig', en: 'Responsible' },
  link: { sv: 'Länk', en: 'Link' },
  funding: { sv: 'Finansiering', en: 'Funding' },
  kronor: { sv: '{tag}, kronor', en: '{tag}, SEK' },
  unknownAmount: { sv: 'belopp saknas', en: 'amount not given' },
  isSimulated: { sv: 'Påhittad', en: 'Made up' },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
  all: { sv: 'Alla tre', en: 'All three' },
} as const satisfies Record<string, LocalisedText>;
export type PortfolioWord = keyof typeof words;

const statusWords: Readonly<Record<ActivityStatus, LocalisedText>> = {
  planned: { sv: 'Planerad', en: 'Planned' },
  started: { sv: 'Pågår', en: 'Under way' },
  completed: { sv: 'Genomförd', en: 'Completed' },
  stopped: { sv: 'Avbruten', en: 'Stopped' },
};

const fundingWords: Readonly<Record<FundingTag, LocalisedText>> = {
  erdf: { sv: 'ERUF', en: 'ERDF' },
  esf: { sv: 'ESF', en: 'ESF' },
  regional: { sv: 'Regional', en: 'Regional' },
  national: { sv: 'Nationell', en: 'National' },
  'eu-competitive': { sv: 'EU, i konkurrens', en: 'EU, competitive' },
  private: { sv: 'Privat', en: 'Private' },
};

export function portfolioWords(language: Language) {
  return {
    language,
    say: (word: PortfolioWord, filled: Readonly<Record<string, string>> = {}): string =>
      fillIn(words[word][language], filled),
    status: (status: ActivityStatus): string => statusWords[status][language],
    funding: (tag: FundingTag): string => fundingWords[tag][language],
  };
}
export type PortfolioWords = ReturnType<typeof portfolioWords>;
