import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { fill } from '../files/words.ts';

/** What the papers for a meeting say, each thing once. What is filled in is `{named}`. */
const words = {
  title: { sv: '{name}: till {audience}', en: '{name}: for {audience}' },
  farthest: {
    sv: 'Längst kommet: {highest} ({high}). Längst kvar: {lowest} ({low}).',
    en: 'Furthest on: {highest} ({high}). Furthest to go: {lowest} ({low}).',
  },
  alike: { sv: 'Områdena går inte att skilja åt.', en: 'The areas cannot be told apart.' },
  counted: { sv: 'Vad som är räknat', en: 'What is counted' },
  whoAnswered: {
    sv: 'Siffrorna gäller de företag som har svarat och samtyckt till att räknas, inte alla företag i länen. De som har svarat kan skilja sig från dem som inte har det.',
    en: 'The figures are of the firms that have answered and agreed to be counted, not of all firms of the counties. Those that have answered may differ from those that have not.',
  },
  firms: {
    sv: 'Ungefär {firms} företag har svarat på det som flest har svarat på.',
    en: 'About {firms} firms have answered what most have answered.',
  },
  period: {
    sv: 'Svaren skickades in från {from} till och med {to}. För varje företag räknas det senaste svaret.',
    en: 'The answers were sent in from {from} to {to}. Of each firm the newest is counted.',
  },
  sme: { sv: 'Företag med färre än 250 anställda räknas.', en: 'Firms with fewer than 250 employees are counted.' },
  everySize: { sv: 'Företag av alla storlekar räknas.', en: 'Firms of every size are counted.' },
  published: {
    sv: 'Publicering {number}, publicerad {day} av {publisher}.',
    en: 'Release {number}, published on {day} by {publisher}.',
  },
  mainFigures: { sv: 'Hur det står till', en: 'How things stand' },
  area: { sv: 'Område', en: 'Area' },
  mean: { sv: 'Medel', en: 'Mean' },
  share: { sv: 'Andel', en: 'Share' },
  about: { sv: 'Företag, ca', en: 'Firms, about' },
  differences: { sv: 'Var länen skiljer sig mest', en: 'Where the counties differ most' },
  difference: {
    sv: '{measure}: {counties}. Skillnaden är {difference}.',
    en: '{measure}: {counties}. The difference is {difference}.',
  },
  meanOfCounty: { sv: '{county} {mean} (ca {firms} företag)', en: '{county} {mean} (about {firms} firms)' },
  differenceOfShown: {
    sv: '{measure}, av de län som visas: {counties}. Skillnaden är {difference}.',
    en: '{measure}, of the counties that are shown: {counties}. The difference is {difference}.',
  },
  noDifferences: {
    sv: 'I inget område går högsta och lägsta län som visas att skilja åt.',
    en: 'In no area can the highest and the lowest of the counties that are shown be told apart.',
  },
  differencesLimit: {
    sv: 'En skillnad nämns när den är minst {least} nivåer och större än slumpen kan göra den, med så många företag och så många jämförelser. Gränserna är vårt förslag. En skillnad säger ingenting om orsaken.',
    en: 'A difference is named when it is {least} levels at least and larger than chance could make it, with so many firms and so many comparisons. The limits are our proposal. A difference says nothing of the cause.',
  },
  byCounty: { sv: 'Län för län', en: 'County by county' },
  byCountyMeans: {
    sv: 'Inom parentes: ungefär hur många företag som har svarat',
    en: 'In brackets: about how many firms have answered',
  },
  byBranch: { sv: 'Bransch för bransch', en: 'Branch by branch' },
  bySize: { sv: 'Storlek för storlek', en: 'Size by size' },
  groupEnds: {
    sv: '{group}: längst kommet {highest}, längst kvar {lowest}.',
    en: '{group}: furthest on {highest}, furthest to go {lowest}.',
  },
  meanOfArea: { sv: '{area} ({mean}, ca {firms} företag)', en: '{area} ({mean}, about {firms} firms)' },
  groupOne: {
    sv: '{group}: bara {measure} visas, {mean} (ca {firms} företag).',
    en: '{group}: only {measure} is shown, {mean} (about {firms} firms).',
  },
  groupAlike: {
    sv: '{group}: områdena som visas går inte att skilja åt. De ligger från {lowest} till {highest}.',
    en: '{group}: the areas that are shown cannot be told apart. They lie from {lowest} to {highest}.',
  },
  groupRange: {
    sv: '{group}: områdena som visas ligger från {lowest} till {highest}.',
    en: '{group}: the areas that are shown lie from {lowest} to {highest}.',
  },
  groupHidden: { sv: '{group}: ..', en: '{group}: ..' },
  notDivided: {
    sv: 'Publiceringen är inte uppdelad så.',
    en: 'The release is not divided like that.',
  },
  hidden: { sv: 'Vad som inte visas', en: 'What is not shown' },
  hiddenCount: {
    sv: '{shown} av {total} siffror visas. En siffra är ett område i en grupp.',
    en: '{shown} of {total} figures are shown. A figure is one area in one group.',
  },
  method: { sv: 'Så är det räknat', en: 'How it is counted' },
  footer: {
    sv: 'Måttstock, publicering {number}, {day}. Regler {rules}. SHA-256 {sha256}…',
    en: 'Måttstock, release {number}, {day}. Rules {rules}. SHA-256 {sha256}…',
  },
  page: { sv: '{page} av {pages}', en: '{page} of {pages}' },
} satisfies Record<string, LocalisedText>;

export type PackWord = keyof typeof words;

export const packWordsIn =
  (language: Language) =>
  (word: PackWord, filling: Readonly<Record<string, string | number>> = {}): string =>
    fill(words[word][language], filling);
export type PackWords = ReturnType<typeof packWordsIn>;
