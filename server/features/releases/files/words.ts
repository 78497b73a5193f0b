import { type Language, type LocalisedText, languages } from '#shared/domain/language.ts';
import { type Filling, fillIn } from '#shared/domain/wording/fill-in.ts';

/** What the files of a release say, each thing once. What is filled in is `{named}`. */
const words = {
  title: { sv: '{name} (Måttstock, publicering {number})', en: '{name} (Måttstock, release {number})' },
  table: { sv: '{kind} efter {breakdown}, {period}', en: '{kind} by {breakdown}, {period}' },
  tableOfAll: { sv: '{kind}, {whole}, {period}', en: '{kind}, {whole}, {period}' },
  measure: { sv: 'Område', en: 'Area' },
  figure: { sv: 'Uppgift', en: 'Figure' },
  group: { sv: 'Grupp', en: 'Group' },
  allFirms: { sv: 'Alla företag', en: 'All firms' },
  allPackages: { sv: 'Alla paket tillsammans', en: 'All packages together' },
  all: { sv: 'Alla', en: 'All' },
  and: { sv: '{first} och {second}', en: '{first} and {second}' },
  firms: { sv: 'Företag som har svarat, ungefär', en: 'Firms that have answered, about' },
  mean: { sv: 'Medel', en: 'Mean' },
  lowQuartile: { sv: 'Undre kvartil', en: 'Lower quartile' },
  median: { sv: 'Median', en: 'Median' },
  highQuartile: { sv: 'Övre kvartil', en: 'Upper quartile' },
  share: { sv: 'Andel: {part}', en: 'Share: {part}' },
  broadShare: { sv: 'Andel, bredare klass: {part}', en: 'Share, broader class: {part}' },
  estimate: { sv: 'Skillnad', en: 'Difference' },
  low: { sv: 'Intervallets nedre gräns', en: 'Lower end of the interval' },
  high: { sv: 'Intervallets övre gräns', en: 'Upper end of the interval' },
  tookPart: { sv: 'Deltog, ungefär', en: 'Took part, about' },
  matched: { sv: 'Jämförda, ungefär', en: 'Compared, about' },
  unitDifference: { sv: 'nivåer', en: 'levels' },
  unitFirms: { sv: 'företag', en: 'firms' },
  unitLevel: { sv: 'nivå 0–4', en: 'level 0–4' },
  unitImportance: { sv: 'hur viktigt 0–4', en: 'importance 0–4' },
  unitPercent: { sv: 'procent', en: 'per cent' },
  kindLevel: { sv: 'Nivåer', en: 'Levels' },
  kindImportance: { sv: 'Hur viktigt', en: 'Importance' },
  kindCount: { sv: 'Antal företag', en: 'Number of firms' },
  kindChoice: { sv: 'Svar', en: 'Answers' },
  kindYesNo: { sv: 'Ja och nej', en: 'Yes and no' },
  kindPercent: { sv: 'Andelar', en: 'Shares' },
  kindEffect: { sv: 'Effekt av stöd', en: 'Effect of support' },
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
    sv: 'Fördelningar visas i klasser eller, där klasserna är för små, i bredare. Fördelningar och kvartiler finns för grupper efter ett slags uppdelning, inte för två på en gång. Där klasserna visas står två punkter för de bredare: lägg ihop klasserna, som webbsidan gör. Andelarna är avrundade, så summan kan vara några procentenheter fel.',
    en: 'Distributions are shown in classes or, where those are too small, in broader ones. Distributions and quartiles are there for groups of one division, not of two at once. Where the classes are shown, the broader ones have two dots: add the classes together, as the web page does. The shares are rounded, so that the sum may be some percentage points off.',
  },
  subjectEffect: {
    sv: 'Företag i Värmland, Dalarna och Gävleborg som har svarat i Måttstock {before} och igen {after}, och samtyckt till att deras förändringar och paket räknas.',
    en: 'Firms in Värmland, Dalarna and Gävleborg that answered in Måttstock {before} and again {after}, and have agreed that their changes and packages are counted.',
  },
  meaningOfEffect: {
    sv: 'Skillnaden är hur mycket mer nivån har ökat hos företag som fullföljde ett paket mellan två svar, än hos liknande företag som inte fullföljde något paket. +0,5 är en halv nivå mer på skalan från 0 till 4.',
    en: 'The difference is how much more the level of firms has risen that took part in a package to the end between two answers, than that of firms alike that completed no package. +0.5 is half a level more on the scale from 0 to 4.',
  },
  meaningOfPairs: {
    sv: 'Två företag är lika när de har samma bransch, storlek och län, svarade samma år och började högst {caliper} nivåer från varandra. Varje företag jämförs en gång.',
    en: 'Two firms are alike that have the same branch, size and county, answered in the same years and began within {caliper} of a level of each other. Each firm is compared once.',
  },
  meaningOfInterval: {
    sv: 'Intervallet säger hur osäker skillnaden är: räknat så här rymmer det den sanna i {percent} fall av hundra. Där det täcker 0 kan företag med och utan stöd ha ökat lika mycket.',
    en: 'The interval says how uncertain the difference is: calculated like this, it holds the true one in {percent} cases of a hundred. Where it covers 0, firms with and without support may have risen just as much.',
  },
  meaningOfNumbers: {
    sv: 'Antalen är företag, avrundade vart och ett till närmaste {roundTo}-tal: de som deltog, och de av dem som gick att jämföra. De går därför inte att dra ifrån varandra.',
    en: 'The numbers are of firms, each rounded to the nearest {roundTo}: those that took part, and those of them that could be compared. So they cannot be subtracted from each other.',
  },
  meaningOfHiddenEffect: {
    sv: 'Två punkter (..) betyder att uppgiften inte visas: för få företag deltog, eller inget, eller för få gick att jämföra, eller så skulle den röja enskilda företag eller en annan grupp. Vilket av dem det är går inte att se, och det betyder inte att inget har hänt. Det som visas bygger på minst {fewestFirms} par av liknande företag.',
    en: 'Two dots (..) mean that the figure is not shown: too few firms took part, or none, or too few could be compared, or it would give away single firms or another group. Which of them it is cannot be seen, and it does not mean that nothing has happened. What is shown rests on at least {fewestFirms} pairs of firms alike.',
  },
  meaningOfNotAsked: {
    sv: 'En punkt (.) betyder att paketet eller steget inte handlar om området, så att inget är räknat.',
    en: 'One dot (.) means that the package or step is not about the area, so that nothing is counted.',
  },
  cannotCause: {
    sv: 'Siffrorna kan inte säga att det var paketet. Företagen väljer själva om de deltar, och de som gör det kan vara på väg att ändra sig ändå.',
    en: 'The figures cannot tell that it was the package. Firms choose for themselves whether to take part, and those that do may be about to change anyway.',
  },
  cannotReturn: {
    sv: 'De som ligger lågt en gång ligger ofta närmare det vanliga nästa gång. Där företag med stöd kommer från en lägre grupp än de liknande kan en del av ökningen vara det.',
    en: 'Those that lie low once often lie nearer to the usual the next time. Where firms with support come from a lower group than those alike, a part of the rise may be that.',
  },
  cannotOthers: {
    sv: 'Siffrorna säger ingenting om företag som svarade en enda gång, inte har gått med på att räknas eller saknar ett liknande företag. De kan skilja sig från de andra.',
    en: 'The figures tell nothing of firms that answered once, have not agreed to be counted, or have no firm alike. They may differ from the others.',
  },
  cannotSupport: {
    sv: 'Vad annat stöd, investeringar eller kunder har betytt syns inte. Den som deltog i flera paket räknas i vart och ett.',
    en: 'What other support, investments or customers have meant is not seen. Who took part in several packages is counted in each.',
  },
  cannotPractice: {
    sv: 'Nivåerna är företagens egna svar. Den som har gått en kurs kan bedöma sig annorlunda efteråt.',
    en: 'Levels are the firms’ own answers. Whoever has taken a course may judge itself differently afterwards.',
  },
  cannotChance: {
    sv: 'Bland många siffror missar några intervall 0 av en slump, också där det inte finns någon skillnad alls. De är ingen lista över vinnare.',
    en: 'Among many figures some intervals miss 0 by chance, also where there is no difference at all. They are no list of winners.',
  },
  matching: {
    sv: 'Regler för vilka företag som är lika: {matching}. De är vårt förslag.',
    en: 'Rules of which firms are alike: {matching}. They are our proposal.',
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
    sv: 'För den som läser i ett kalkylprogram: först hur siffrorna ska läsas, sedan ett blad per tabell.',
    en: 'For those who read in a spreadsheet: first how the figures are to be read, then a sheet for each table.',
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
  contentsEffect: {
    sv: 'Skillnad i förändring mellan företag som deltog och liknande företag',
    en: 'Difference in change between firms that took part and firms alike',
  },
} satisfies Record<string, LocalisedText>;

export type FileWord = keyof typeof words;

export const say = (word: FileWord, language: Language, filling: Filling = {}): string =>
  fillIn(words[word][language], filling);

/** The same in both languages; what is filled in may itself be of a language. */
export function sayBoth(word: FileWord, filling: (language: Language) => Filling = () => ({})): LocalisedText {
  const [sv, en] = languages.map((language) => say(word, language, filling(language)));
  return { sv: sv ?? '', en: en ?? '' };
}
