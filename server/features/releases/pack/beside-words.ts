import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { fillIn } from '#shared/domain/wording/fill-in.ts';

/** What the chapters say that tell of more than the release, each thing once. */
const words = {
  coverage: { sv: 'Hur jämnt företagen har svarat', en: 'How evenly firms have answered' },
  reached: {
    sv: 'Ungefär {answered} av {population} företag har svarat ({percent}).',
    en: 'About {answered} of {population} firms have answered ({percent}).',
  },
  reachedHidden: {
    sv: 'Hur många av {population} företag som har svarat visas inte.',
    en: 'How many of {population} firms have answered is not shown.',
  },
  unevenly: {
    sv: 'Mest ojämnt efter {by}: {most} ({high} har svarat) mot {least} ({low}).',
    en: 'Most unevenly by {by}: {most} ({high} have answered) against {least} ({low}).',
  },
  askUneven: {
    sv: 'Hur når vi fler i gruppen {least}? Ju ojämnare svaren är, desto mindre säger siffrorna om alla företag.',
    en: 'How do we reach more of the group {least}? The more uneven the answers are, the less the figures tell of all firms.',
  },
  population: {
    sv: 'Antal företag {year}. Källa: {source}.',
    en: 'Numbers of firms {year}. Source: {source}.',
  },
  madeUpTable: {
    sv: 'Antal företag {year}: tabellen är påhittad för demonstrationen.',
    en: 'Numbers of firms {year}: the table was made up for the demo.',
  },
  withoutLarge: {
    sv: 'Företag med 250 anställda eller fler är inte med, varken bland dem som har svarat eller bland dem som finns.',
    en: 'Firms with 250 employees or more are left out, both of those that have answered and of those there are.',
  },
  rounded: {
    sv: 'Antalen som har svarat är avrundade vart och ett till närmaste {step}-tal. Därför blir grupperna tillsammans inte alltid lika många som alla.',
    en: 'The numbers that have answered are each rounded to the nearest {step}. So the groups do not always add up to all.',
  },
  group: { sv: 'Grupp', en: 'Group' },
  answered: { sv: 'Har svarat, ca', en: 'Have answered, about' },
  there: { sv: 'Finns', en: 'There are' },
  percent: { sv: 'Har svarat, andel', en: 'Have answered, share' },
  untold: { sv: 'går inte att säga', en: 'can not be told' },
  atMost: { sv: 'högst {percent}', en: 'at most {percent}' },
  thereAtLeast: { sv: 'minst {population}', en: 'at least {population}' },
  apart: {
    sv: 'Efter {by}: {group} är {firms} av 100 företag men {answers} av 100 svar. För att alla grupper skulle väga som de gör bland företagen hade {percent} svar av 100 behövt komma från någon annan grupp.',
    en: 'By {by}: {group} are {firms} of 100 firms but {answers} of 100 answers. For all groups to weigh what they do among the firms, {percent} answers of 100 would have had to come from another group.',
  },
  apartCompared: {
    sv: 'Efter {by}, av de grupper som går att jämföra: {group} är {firms} av 100 företag i de grupperna men {answers} av 100 svar. För att alla de grupperna skulle väga som de gör bland företagen hade {percent} svar av 100 behövt komma från någon annan av dem.',
    en: 'By {by}, of the groups that can be compared: {group} are {firms} of 100 firms in those groups but {answers} of 100 answers. For all of them to weigh what they do among the firms, {percent} answers of 100 would have had to come from another of them.',
  },
  evenly: {
    sv: 'Efter {by} fördelar sig svaren ungefär som företagen.',
    en: 'By {by} the answers are spread about as the firms are.',
  },
  evenlyCompared: {
    sv: 'Efter {by}, av de grupper som går att jämföra, fördelar sig svaren ungefär som företagen.',
    en: 'By {by}, of the groups that can be compared, the answers are spread about as the firms are.',
  },
  coverageLimit: {
    sv: 'Företagen väljer själva om de svarar. De som gör det kan skilja sig från de andra på sätt som ingen tabell visar.',
    en: 'Firms choose themselves whether they answer. Those that do may differ from the others in ways that no table shows.',
  },
  gaps: { sv: 'Behov utan paket', en: 'Needs without a package' },
  gapsMost: {
    sv: 'Oftast utan paket: {areas} ({percent} %).',
    en: 'Most often without a package: {areas} ({percent} %).',
  },
  gapOfGroup: {
    sv: 'Utan paket inom {area} är {percent} % i gruppen {group} (ca {firms} har svarat), mot {all} % av alla.',
    en: 'Without a package in {area} are {percent} % of the group {group} (about {firms} have answered), against {all} % of all.',
  },
  gapsFew: {
    sv: 'Behov utan paket är ovanliga i {few} av de {shown} områden som visas: där har ungefär {percent} procent eller färre av de företag som har svarat ett.',
    en: 'Needs without a package are rare in {few} of the {shown} areas that are shown: there about {percent} per cent or fewer of the firms that have answered have one.',
  },
  askNoPackage: {
    sv: 'Ska det tas fram paket inom {areas}? I dag har katalogen inget för den som har bara det behovet.',
    en: 'Should packages be made for {areas}? Today the catalogue has none for whoever has only that need.',
  },
  askPackages: {
    sv: 'Varför passar inte paketen inom {areas} de företag som har behovet?',
    en: 'Why do the packages for {areas} not fit the firms with the need?',
  },
  gapShare: { sv: 'Utan paket', en: 'Without a package' },
  gapChart: {
    sv: 'Andel av de företag som har svarat som har ett behov som inget paket passade',
    en: 'Share of the firms that have answered with a need that no package fitted',
  },
  packagesToday: { sv: 'Paket i dag', en: 'Packages today' },
  packagesMean: {
    sv: 'Paket i dag: så många har katalogen för ett företag med bara det behovet, först på nivån {levels}.',
    en: 'Packages today: so many the catalogue has for a firm with only that need, first at the level {levels}.',
  },
  thenLevel: { sv: '{first}, sedan på nivån {second}', en: '{first}, then at the level {second}' },
  noPackage: { sv: 'inga', en: 'none' },
  gapsByCounty: { sv: 'Behov utan paket, län för län', en: 'Needs without a package, county by county' },
  gapsByBranch: { sv: 'Behov utan paket, bransch för bransch', en: 'Needs without a package, branch by branch' },
  branchesHidden: {
    sv: 'Av de andra branscherna visas inget.',
    en: 'Of the other branches nothing is shown.',
  },
  nothingAboveZero: { sv: 'inget över 0 % av det som visas', en: 'nothing above 0 % of what is shown' },
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
  stepsStarted: {
    sv: '{started} av {all} steg i strategin har startat och {planned} är planerade. I {ongoing} pågår något i dag, {day}.',
    en: '{started} of {all} steps of the strategy have started and {planned} are planned. In {ongoing} something goes on today, {day}.',
  },
  askSteps: {
    sv: 'Vilka av de {left} steg som inte har startat ska starta härnäst, och vem gör det?',
    en: 'Which of the {left} steps that have not started are to start next, and who does it?',
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
  stoppedActivityOf: { sv: '{name} ({region}, avbruten)', en: '{name} ({region}, stopped)' },
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
    fillIn(words[word][language], filling);
