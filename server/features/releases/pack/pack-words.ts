import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { fillIn } from '#shared/domain/wording/fill-in.ts';

/** What the papers for a meeting say, each thing once. What is filled in is `{named}`. */
const words = {
  title: { sv: '{name}: till {audience}', en: '{name}: for {audience}' },
  ownTitle: {
    sv: '{name}: till {audience}, eget exemplar för {region}',
    en: '{name}: for {audience}, own copy of {region}',
  },
  ownCopy: {
    sv: 'Eget exemplar för {region}, gjort {day}. Det är inte publicerat. Här står mer än i underlaget för alla: vilka av strategins steg som har startat och med vad, och vad regionernas aktiviteter kostar, som det såg ut den dagen.',
    en: "Own copy of {region}, made on {day}. It is not published. It tells more than the papers for everybody: which steps of the strategy have started and with what, and what the regions' activities cost, as it was that day.",
  },
  contents: { sv: '{about} I det: {chapters}.', en: '{about} In it: {chapters}.' },
  findings: { sv: 'Det viktigaste', en: 'The main points' },
  discuss: { sv: 'Att prata om', en: 'To talk about' },
  nothingToTell: {
    sv: 'Det som visas räcker inte för att säga något om helheten.',
    en: 'What is shown is not enough to say anything of the whole.',
  },
  furthestOn: {
    sv: 'Längst kommet: {areas} ({level} på skalan 0–4).',
    en: 'Furthest on: {areas} ({level} on the scale 0–4).',
  },
  furthestToGo: { sv: 'Längst kvar: {areas} ({level}).', en: 'Furthest to go: {areas} ({level}).' },
  alike: {
    sv: 'Områdena ligger nära varandra, från {lowest} till {highest} på skalan 0–4. De skillnaderna kan bero på slumpen.',
    en: 'The areas lie close to each other, from {lowest} to {highest} on the scale 0–4. Differences like these may be chance.',
  },
  alikeAt: {
    sv: 'Alla områden som visas ligger på {lowest} på skalan 0–4.',
    en: 'All areas that are shown lie at {lowest} on the scale 0–4.',
  },
  range: {
    sv: 'Områdena ligger från {lowest} till {highest} på skalan 0–4.',
    en: 'The areas lie from {lowest} to {highest} on the scale 0–4.',
  },
  groupsAlike: {
    sv: 'Skillnaderna mellan grupperna efter {by} kan bero på slumpen, i alla områden som visas.',
    en: 'The differences between the groups by {by} may be chance, in every area that is shown.',
  },
  groupsDiffer: {
    sv: 'Efter {by} skiljer sig företagen mest inom {measure}: {groups}.',
    en: 'By {by} firms differ most in {measure}: {groups}.',
  },
  shownGroupsDiffer: {
    sv: 'Efter {by} skiljer sig företagen, av det som visas, mest inom {measure}: {groups}.',
    en: 'By {by} firms differ, of what is shown, most in {measure}: {groups}.',
  },
  askLowest: {
    sv: 'Ska {areas} få stöd först? Siffrorna säger hur långt företagen har kommit, inte vad som är viktigast för dem.',
    en: 'Should {areas} be supported first? The figures tell how far firms have come, not what matters most to them.',
  },
  askAlike: {
    sv: 'Inget område ligger klart efter. Vad ska avgöra var stödet läggs?',
    en: 'No area is clearly behind. What is to decide where support goes?',
  },
  askCounties: {
    sv: 'Vad gör {county} inom {measure} som de andra länen kan ha nytta av?',
    en: 'What does {county} do in {measure} that the other counties could use?',
  },
  askGroups: {
    sv: 'Vad behöver {groups} inom {measure} som stödet inte ger i dag?',
    en: 'What do {groups} need in {measure} that support does not give today?',
  },
  counted: { sv: 'Vad som är räknat', en: 'What is counted' },
  whoAnswered: {
    sv: 'Siffrorna gäller de företag som har svarat och samtyckt till att räknas, inte alla företag i länen. De som har svarat kan skilja sig från dem som inte har det.',
    en: 'The figures are of the firms that have answered and agreed to be counted, not of all firms of the counties. Those that have answered may differ from those that have not.',
  },
  firms: {
    sv: 'Ungefär {firms} företag har svarat. Alla har inte svarat på allt: hur många det är står vid varje siffra.',
    en: 'About {firms} firms have answered. Not all have answered everything: how many did stands by each figure.',
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
  answersOf: { sv: '{measure}: {answer}', en: '{measure}: {answer}' },
  hiddenAreas: {
    sv: '{hidden} av {total} visas inte ({meaning}).',
    en: '{hidden} of {total} are not shown ({meaning}).',
  },
  seeHidden: { sv: 'se Vad som inte visas', en: 'see What is not shown' },
  groupsHidden: { sv: 'Visas inte: {groups}.', en: 'Not shown: {groups}.' },
  about: { sv: 'Företag, ca', en: 'Firms, about' },
  differences: { sv: 'Var grupperna skiljer sig mest', en: 'Where the groups differ most' },
  difference: {
    sv: '{measure}, efter {by}: {groups}. Skillnaden är {difference}.',
    en: '{measure}, by {by}: {groups}. The difference is {difference}.',
  },
  meanOfGroup: { sv: '{group} {mean} (ca {firms} företag)', en: '{group} {mean} (about {firms} firms)' },
  differenceOfShown: {
    sv: '{measure}, efter {by}, av de grupper som visas: {groups}. Skillnaden är {difference}.',
    en: '{measure}, by {by}, of the groups that are shown: {groups}. The difference is {difference}.',
  },
  differencesLimit: {
    sv: 'En skillnad mellan områden eller grupper nämns när den är minst {least} nivåer och större än slumpen kan göra den, med så många företag och så många jämförelser. Alla områden och indelningar räknas då ihop, som på sidan. Gränserna är vårt förslag. En skillnad säger ingenting om orsaken.',
    en: 'A difference between areas or groups is named when it is {least} levels at least and larger than chance could make it, with so many firms and so many comparisons. All areas and divisions count together then, as on the page. The limits are our proposal. A difference says nothing of the cause.',
  },
  byCounty: { sv: 'Län för län', en: 'County by county' },
  inBrackets: {
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
  hidden: { sv: 'Vad som inte visas', en: 'What is not shown' },
  hiddenCount: {
    sv: '{shown} av {total} siffror visas. En siffra är ett område i en grupp. Rader och grupper där inget visas är utelämnade.',
    en: '{shown} of {total} figures are shown. A figure is one area in one group. Rows and groups of which nothing is shown are left out.',
  },
  method: { sv: 'Så är det räknat', en: 'How it is counted' },
  colophon: { sv: 'Underlaget', en: 'These papers' },
  footer: { sv: 'Måttstock, publicering {number}, {day}', en: 'Måttstock, release {number}, {day}' },
  ownFooter: {
    sv: 'Eget exemplar för {region}, gjort {made}. Måttstock, publicering {number}, {day}',
    en: 'Own copy of {region}, made on {made}. Måttstock, release {number}, {day}',
  },
  page: { sv: '{page} av {pages}', en: '{page} of {pages}' },
} satisfies Record<string, LocalisedText>;

export type PackWord = keyof typeof words;

export const packWordsIn =
  (language: Language) =>
  (word: PackWord, filling: Readonly<Record<string, string | number>> = {}): string =>
    fillIn(words[word][language], filling);
export type PackWords = ReturnType<typeof packWordsIn>;
