import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { fill } from '../files/words.ts';

/** What the chapters say that tell of more than the release, each thing once. */
const words = {
  coverage: { sv: 'Hur jämnt företagen har svarat', en: 'How evenly firms have answered' },
  noPopulation: {
    sv: 'Det finns ingen tabell i bruk över hur många företag som finns.',
    en: 'There is no table in use of how many firms there are.',
  },
  reached: {
    sv: 'Ungefär {answered} av {population} företag har svarat ({percent}).',
    en: 'About {answered} of {population} firms have answered ({percent}).',
  },
  reachedHidden: {
    sv: 'Hur många av {population} företag som har svarat visas inte.',
    en: 'How many of {population} firms have answered is not shown.',
  },
  population: {
    sv: 'Antal företag {year}. Källa: {source}.',
    en: 'Numbers of firms {year}. Source: {source}.',
  },
  madeUpTable: { sv: 'Tabellen är påhittad.', en: 'The table is made up.' },
  group: { sv: 'Grupp', en: 'Group' },
  answered: { sv: 'Har svarat, ca', en: 'Have answered, about' },
  there: { sv: 'Finns', en: 'There are' },
  percent: { sv: 'Har svarat, andel', en: 'Have answered, share' },
  untold: { sv: 'går inte att säga', en: 'can not be told' },
  atMost: { sv: 'högst {percent}', en: 'at most {percent}' },
  thereAtLeast: { sv: 'minst {population}', en: 'at least {population}' },
  apart: {
    sv: '{by}: {percent} procent av svaren skulle behöva komma från andra grupper, av dem som går att jämföra, för att de skulle fördela sig som företagen gör.',
    en: '{by}: {percent} per cent of the answers would have to come from other groups, of those that can be compared, for them to be spread as the firms are.',
  },
  coverageLimit: {
    sv: 'Företagen väljer själva om de svarar. De som gör det kan skilja sig från de andra på sätt som ingen tabell visar.',
    en: 'Firms choose themselves whether they answer. Those that do may differ from the others in ways that no table shows.',
  },
  gaps: { sv: 'Behov utan paket', en: 'Needs without a package' },
  noGaps: {
    sv: 'Publiceringen har inga siffror om behov utan paket.',
    en: 'The release has no figures of needs without a package.',
  },
  gapsMost: {
    sv: 'Oftast utan paket: {areas} ({percent} %).',
    en: 'Most often without a package: {areas} ({percent} %).',
  },
  gapShare: { sv: 'Utan paket', en: 'Without a package' },
  gapChart: {
    sv: 'Andel av de företag som har svarat som har ett behov som inget paket passade',
    en: 'Share of the firms that have answered with a need that no package fitted',
  },
  packagesToday: { sv: 'Paket: {levels}', en: 'Packages: {levels}' },
  noPackage: { sv: 'inget', en: 'none' },
  gapsByCounty: { sv: 'Behov utan paket, län för län', en: 'Needs without a package, county by county' },
  gapsByBranch: { sv: 'Behov utan paket, bransch för bransch', en: 'Needs without a package, branch by branch' },
  gapsOfBranch: { sv: '{group}: {areas}', en: '{group}: {areas}' },
  gapOfBranch: {
    sv: '{area} {percent} % (ca {affected} av {firms} företag)',
    en: '{area} {percent} % (about {affected} of {firms} firms)',
  },
  gapOfCounty: { sv: '{percent} % ({affected} av {firms})', en: '{percent} % ({affected} of {firms})' },
  gapOfCountyMeans: {
    sv: 'Inom parentes: ungefär hur många företag det är, av dem som har svarat',
    en: 'In brackets: about how many firms it is, of those that have answered',
  },
  gapsLimit: {
    sv: 'Ett behov utan paket är ett som räknades och som inget paket passade när svaren skickades in. Paketen är de i katalogen version {version}, räknade när ett enda behov räcker. Storlek, bransch och villkor kan ändå ställa ett företag utanför.',
    en: 'A need without a package is one that counted and that no package fitted when the answers were sent in. The packages are those of version {version} of the catalogue, counted when one need is enough. Size, branch and conditions may still leave a firm out.',
  },
  followUp: { sv: 'Vad som har startat av strategins steg', en: 'What has started of the steps of the strategy' },
  followUpElsewhere: {
    sv: 'Uppföljningen av steg och portfölj står i regionernas egna exemplar av underlaget.',
    en: "The follow-up of steps and portfolio is in the regions' own copy of these papers.",
  },
  stepsStarted: {
    sv: '{started} av {all} steg har startat och {planned} är planerade, {day}.',
    en: '{started} of {all} steps have started and {planned} are planned, {day}.',
  },
  madeUpFollowUp: {
    sv: 'En del av det som är nedskrivet är påhittat för demonstrationen.',
    en: 'Some of what is written down was made up for the demo.',
  },
  step: { sv: 'Steg', en: 'Step' },
  state: { sv: 'Läge', en: 'State' },
  since: { sv: 'Första dag', en: 'First day' },
  withWhat: { sv: 'Med vad', en: 'With what' },
  withLine: { sv: '{step}: {what}.', en: '{step}: {what}.' },
  activityOf: { sv: '{name} ({region})', en: '{name} ({region})' },
  groupsOf: {
    sv: '{name} ({count} grupper, {begun} av dem har börjat)',
    en: '{name} ({count} groups, {begun} of them have begun)',
  },
  oneBegunOf: { sv: '{name} (en grupp som har börjat)', en: '{name} (one group that has begun)' },
  onePlannedOf: { sv: '{name} (en planerad grupp)', en: '{name} (one planned group)' },
  portfolio: { sv: 'Industriportföljen', en: 'The industrial portfolio' },
  noActivities: {
    sv: 'Ingen aktivitet är nedskriven än.',
    en: 'No activity has been written down yet.',
  },
  money: { sv: 'Källa till pengar', en: 'Source of money' },
  s3Area: { sv: 'S3-område', en: 'S3 area' },
  withoutS3: { sv: 'Inget', en: 'None' },
  activities: { sv: 'Aktiviteter', en: 'Activities' },
  kronor: { sv: 'Kronor', en: 'Kronor' },
  atLeast: { sv: 'minst {kronor}', en: 'at least {kronor}' },
  unknown: { sv: 'inte angivet', en: 'not given' },
  all: { sv: 'Alla', en: 'All' },
  sumsLimit: {
    sv: 'En aktivitet räknas en gång i varje källa den har. Minst: något belopp är inte angivet.',
    en: 'An activity counts once in each source it has. At least: some amount is not given.',
  },
} satisfies Record<string, LocalisedText>;

export type BesideWord = keyof typeof words;

export const besideWordsIn =
  (language: Language) =>
  (word: BesideWord, filling: Readonly<Record<string, string | number>> = {}): string =>
    fill(words[word][language], filling);
