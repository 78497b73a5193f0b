import { type Language, type LocalisedText, languages } from '#shared/domain/language.ts';

/** What the files of a release say, each thing once. What is filled in is `{named}`. */
const words = {
  title: { sv: '{name} (Måttstock, publicering {number})', en: '{name} (Måttstock, release {number})' },
  table: { sv: '{kind} efter {breakdown}, {period}', en: '{kind} by {breakdown}, {period}' },
  tableOfAll: { sv: '{kind}, alla företag, {period}', en: '{kind}, all firms, {period}' },
  measure: { sv: 'Område', en: 'Area' },
  figure: { sv: 'Uppgift', en: 'Figure' },
  group: { sv: 'Grupp', en: 'Group' },
  allFirms: { sv: 'Alla företag', en: 'All firms' },
  all: { sv: 'Alla', en: 'All' },
  and: { sv: '{first} och {second}', en: '{first} and {second}' },
  firms: { sv: 'Företag som har svarat, ungefär', en: 'Firms that have answered, about' },
  mean: { sv: 'Medel', en: 'Mean' },
  lowQuartile: { sv: 'Undre kvartil', en: 'Lower quartile' },
  median: { sv: 'Median', en: 'Median' },
  highQuartile: { sv: 'Övre kvartil', en: 'Upper quartile' },
  share: { sv: 'Andel: {part}', en: 'Share: {part}' },
  broadShare: { sv: 'Andel, bredare klass: {part}', en: 'Share, broader class: {part}' },
  unitFirms: { sv: 'företag', en: 'firms' },
  unitLevel: { sv: 'nivå 0–4', en: 'level 0–4' },
  unitImportance: { sv: 'vikt 0–4', en: 'importance 0–4' },
  unitPercent: { sv: 'procent', en: 'per cent' },
  kindLevel: { sv: 'Nivåer', en: 'Levels' },
  kindImportance: { sv: 'Vikt', en: 'Importance' },
  kindCount: { sv: 'Antal företag', en: 'Number of firms' },
  kindChoice: { sv: 'Svar', en: 'Answers' },
  kindYesNo: { sv: 'Ja och nej', en: 'Yes and no' },
  kindPercent: { sv: 'Andelar', en: 'Shares' },
  tableName: { sv: '{breakdown}: {kind}', en: '{breakdown}: {kind}' },
  kindNumbered: { sv: '{kind} {number}', en: '{kind} {number}' },
  readMe: { sv: 'Läs först', en: 'Read first' },
  subject: {
    sv: 'Företag i Värmland, Dalarna och Gävleborg som har svarat i Måttstock och samtyckt till att räknas. Svar som skickades in {period}.',
    en: 'Firms in Värmland, Dalarna and Gävleborg that have answered in Måttstock and agreed to be counted. Answers sent in {period}.',
  },
  simulated: {
    sv: 'Simulerade företag: siffrorna visar hur filen fungerar och säger ingenting om verkliga företag.',
    en: 'Simulated firms: the figures show how the file works and say nothing about real firms.',
  },
  populationSme: {
    sv: 'Räknade är företag med färre än 250 anställda.',
    en: 'Firms with fewer than 250 employees are counted.',
  },
  populationAll: { sv: 'Räknade är företag av alla storlekar.', en: 'Firms of every size are counted.' },
  meaningOfN: {
    sv: 'Antalet är företag som har svarat, avrundat till närmaste {roundTo}-tal. Det är inte alla företag i länen, och siffrorna säger ingenting om dem som inte har svarat.',
    en: 'The number is of firms that have answered, rounded to the nearest {roundTo}. It is not all firms of the counties, and the figures say nothing of those that have not answered.',
  },
  meaningOfValues: {
    sv: 'Nivåer går från 0 till 4 och anges i tiondelar, efter företagens egna svar. Andelar är avrundade till närmaste 5 procent och blir tillsammans 100.',
    en: 'Levels go from 0 to 4 and are given in tenths, by the firms’ own answers. Shares are rounded to the nearest 5 per cent and are 100 together.',
  },
  meaningOfHidden: {
    sv: 'Två punkter (..) betyder att uppgiften inte visas: det är för få företag, eller inga, eller så skulle den röja enskilda företag eller en annan grupp. Vilket av dem det är går inte att se. En grupp som visas har minst {fewestFirms} företag.',
    en: 'Two dots (..) mean that the figure is not shown: there are too few firms, or none, or it would give away single firms or another group. Which of them it is cannot be seen. A group that is shown has at least {fewestFirms} firms.',
  },
  meaningOfClasses: {
    sv: 'Fördelningar visas i klasser eller, där klasserna är för små, i bredare. Fördelningar och kvartiler finns för grupper efter ett slags uppdelning, inte för två på en gång.',
    en: 'Distributions are shown in classes or, where those are too small, in broader ones. Distributions and quartiles are there for groups of one division, not of two at once.',
  },
  rules: {
    sv: 'Regler för skydd: {rules}. Gränserna är vårt förslag.',
    en: 'Rules of protection: {rules}. The limits are our proposal.',
  },
  hash: {
    sv: 'Publiceringens innehåll har SHA-256 {sha256}.',
    en: 'The content of the release has the SHA-256 {sha256}.',
  },
  licence: { sv: 'Villkor (förslag): {licence}.', en: 'Terms (proposal): {licence}.' },
  source: {
    sv: 'Måttstock, publicering {number}, publicerad {day} av {publisher}',
    en: 'Måttstock, release {number}, published {day} by {publisher}',
  },
  page: { sv: 'Sida: {page}', en: 'Page: {page}' },
  about_xlsx: {
    sv: 'För den som läser i ett kalkylprogram: först hur siffrorna ska läsas, sedan ett blad per uppdelning.',
    en: 'For those who read in a spreadsheet: first how the figures are to be read, then a sheet for each division.',
  },
  about_csv: {
    sv: 'För den som räknar vidare i ett program: alla siffror i en tabell, en rad för varje.',
    en: 'For those who reckon on in a program: all figures in one table, a row for each.',
  },
  'about_json-stat': {
    sv: 'För den som bygger tabeller och diagram på webben: alla tabeller som JSON-stat 2.0.',
    en: 'For those who build tables and charts for the web: all tables as JSON-stat 2.0.',
  },
  about_px: {
    sv: 'För statistikdatabaser och PxWeb: en tabell, på svenska och engelska.',
    en: 'For statistical databases and PxWeb: one table, in Swedish and English.',
  },
  about_json: {
    sv: 'För den som vill granska: hela publiceringen så som den räknades. Filens SHA-256 är publiceringens.',
    en: 'For those who want to check: the whole release as it was counted. The SHA-256 of the file is that of the release.',
  },
  subjectArea: { sv: 'Näringsverksamhet', en: 'Business activities' },
  contents: { sv: '{kind}, företag som har svarat', en: '{kind}, firms that have answered' },
} satisfies Record<string, LocalisedText>;

export type FileWord = keyof typeof words;
type Filling = Readonly<Record<string, string | number>>;

export const fill = (text: string, filling: Filling): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(filling[name] ?? whole));

export const say = (word: FileWord, language: Language, filling: Filling = {}): string =>
  fill(words[word][language], filling);

/** The same in both languages; what is filled in may itself be of a language. */
export function sayBoth(word: FileWord, filling: (language: Language) => Filling = () => ({})): LocalisedText {
  const [sv, en] = languages.map((language) => say(word, language, filling(language)));
  return { sv: sv ?? '', en: en ?? '' };
}
