import type { Language, LocalisedText } from '../language.ts';
import type { moveReasons } from '../referral/move-words.ts';
import { type Filling, fillIn } from '../wording/fill-in.ts';
import type { acceptedStates, firstOutcomes } from './requests.ts';

/** What page, PDF, workbook and CSV say, each thing once. What is filled in is `{named}`. */
const words = {
  reachedAll: { sv: '{provider} har nått omkring {count} företag', en: '{provider} has reached about {count} firms' },
  reachedYear: {
    sv: '{provider} nådde omkring {count} nya företag under {year}',
    en: '{provider} reached about {count} new firms in {year}',
  },
  tooFewAll: {
    sv: '{provider}: ännu för få företag för att visa siffror',
    en: '{provider}: too few firms yet to show figures',
  },
  tooFewYear: {
    sv: '{provider} {year}: för få nya företag för att visas',
    en: '{provider} {year}: too few new firms to be shown',
  },
  subject: { sv: 'Vad {provider} har åstadkommit', en: 'What {provider} has achieved' },
  counted: {
    sv: 'Räknat till och med den {day}. Antal är avrundade till närmaste {step}-tal.',
    en: 'Counted up to and including {day}. Counts are rounded to the nearest {step}.',
  },
  made: {
    sv: 'Räknat till och med den {day}, framställt den {made}. Antal är avrundade till närmaste {step}-tal.',
    en: 'Counted up to and including {day}, made on {made}. Counts are rounded to the nearest {step}.',
  },
  simulated: {
    sv: 'Simulerade företag. Siffrorna visar hur sidan fungerar och säger ingenting om verkliga företag.',
    en: 'Simulated firms. The figures show how the page works and say nothing about real firms.',
  },
  inShortAll: { sv: 'Sedan starten', en: 'Since the start' },
  inShortYear: { sv: 'Under {year}', en: 'In {year}' },
  figure: { sv: 'Uppgift', en: 'Figure' },
  value: { sv: 'Värde', en: 'Value' },
  count: { sv: 'Antal', en: 'Number' },
  firms: { sv: 'Företag', en: 'Firms' },
  newFirms: { sv: 'Nya företag', en: 'New firms' },
  requests: { sv: 'Förfrågningar', en: 'Requests' },
  within: { sv: 'Besvarade inom {weekdays} vardagar', en: 'Answered within {weekdays} weekdays' },
  median: { sv: 'Vardagar till svar, median', en: 'Weekdays to an answer, median' },
  ninetieth: {
    sv: 'Vardagar inom vilka nio av tio fick svar',
    en: 'Weekdays within which nine out of ten had an answer',
  },
  completed: { sv: 'Genomförda paket', en: 'Completed packages' },
  notReached: { sv: 'har inte kommit dit', en: 'not reached yet' },
  perYear: { sv: 'År för år', en: 'Year by year' },
  year: { sv: 'År', en: 'Year' },
  whichFirms: { sv: 'Vilka företag, sedan starten', en: 'Which firms, since the start' },
  sharing: {
    sv: 'Av företagen har {shared} låtit {provider} se sina resultat, och {notShared} har inte. De första är fördelade här.',
    en: 'Of the firms, {shared} have let {provider} see their results, and {notShared} have not. The former are divided here.',
  },
  shared: { sv: 'Har delat sina resultat', en: 'Have shared their results' },
  notShared: { sv: 'Har inte delat sina resultat', en: 'Have not shared their results' },
  outside: {
    sv: 'Ungefär {percent} av dem ligger utanför leverantörens hemlän.',
    en: 'About {percent} of them lie outside the home counties of the provider.',
  },
  county: { sv: 'Län', en: 'County' },
  size: { sv: 'Storlek', en: 'Size' },
  branch: { sv: 'Bransch', en: 'Branch' },
  outsideCounty: { sv: 'Utanför de tre länen', en: 'Outside the three counties' },
  whatBecame: {
    sv: 'Vad det blev av förfrågningarna, sedan starten',
    en: 'What became of the requests, since the start',
  },
  firstAnswer: { sv: 'Första svaret', en: 'First answer' },
  state: { sv: 'De som fick ja', en: 'Those accepted' },
  reason: { sv: 'Varför det blev nej', en: 'Why they were declined' },
  noReasons: {
    sv: 'Varför det blev nej visas när minst {fewest} företag ligger bakom ett skäl och de andra skälen inte kan räknas ut. Nu är de för få, eller inga.',
    en: 'Why requests were declined is shown when at least {fewest} firms are behind a reason and the other reasons cannot be worked out. Now they are too few, or none.',
  },
  otherPackage: { sv: 'Paket som inte längre erbjuds', en: 'Packages no longer offered' },
  groupsOf: { sv: '{package}: genomförda efter grupp', en: '{package}: completed by group' },
  group: { sv: 'Grupp', en: 'Group' },
  groupPlain: { sv: 'Började {day}, {place}', en: 'Began {day}, {place}' },
  groupNamed: { sv: '{name}, började {day}, {place}', en: '{name}, began {day}, {place}' },
  online: { sv: 'på nätet', en: 'online' },
  noGroup: { sv: 'I ingen grupp, eller i en som inte är avslutad', en: 'In no group, or in one that has not ended' },
  noGroups: {
    sv: 'Grupper visas för ett paket när minst {fewest} företag har genomfört det i samma grupp, och gruppen är avslutad.',
    en: 'Groups are shown for a package when at least {fewest} firms have completed it in the same group, and the group has ended.',
  },
  otherParts: {
    sv: 'Vart och ett av de övriga {number}: för få företag, eller inga',
    en: 'Each of the other {number}: too few firms, or none',
  },
  change: { sv: 'Förändring hos företag som har genomfört ett paket', en: 'Change in firms that completed a package' },
  changeText: {
    sv: 'Skillnaden i nivå (0–4) mellan omgången före paketet och den efter, i medeltal per företag. Det visar att företagen har förändrats, inte att paketet är orsaken: här finns ingen grupp av jämförbara företag som inte tog något paket.',
    en: 'The difference in level (0–4) between the round before the package and the one after it, on average per firm. It shows that the firms have changed, not that the package is the cause: there is no group of comparable firms here that took no package.',
  },
  noChange: {
    sv: 'Färre än {fewest} företag har genomfört ett paket och mätt sig både före och efter på ett sätt som går att jämföra. Då säger vi ingenting om förändring.',
    en: 'Fewer than {fewest} firms have completed a package and measured themselves both before and after in a way that can be compared. Then we say nothing about change.',
  },
  part: { sv: 'Del', en: 'Part' },
  digital: { sv: 'Digital mognad', en: 'Digital maturity' },
  process: { sv: 'Processmognad', en: 'Process maturity' },
  meanChange: { sv: 'Förändring i medeltal', en: 'Mean change' },
  interval: { sv: '95 % konfidensintervall', en: '95 % confidence interval' },
  to: { sv: 'till', en: 'to' },
  method: { sv: 'Så har vi räknat', en: 'How this is counted' },
  page: { sv: 'Sida {page} av {pages}', en: 'Page {page} of {pages}' },
  footer: {
    sv: 'Måttstock. {provider}, räknat till och med den {day}. Skyddsregler, version {version}, siffrornas kontrollsumma {sha256}.',
    en: 'Måttstock. {provider}, counted up to and including {day}. Protection rules, version {version}, checksum of the figures {sha256}.',
  },
  sheet: { sv: 'Resultat', en: 'Achievement' },
  division: { sv: 'Fördelning', en: 'Division' },
} as const satisfies Record<string, LocalisedText>;

export type AchievementWord = keyof typeof words;

type PartCode =
  | (typeof firstOutcomes)[number]
  | (typeof acceptedStates)[number]
  | (typeof moveReasons)['decline'][number];

/** What the parts of what became of requests are called. */
const parts: Readonly<Record<PartCode, LocalisedText>> = {
  accepted: { sv: 'Ja', en: 'Yes' },
  declined: { sv: 'Nej', en: 'No' },
  'handed-over': { sv: 'Lämnad vidare till en annan leverantör', en: 'Passed on to another provider' },
  withdrawn: { sv: 'Företaget tog tillbaka den före svaret', en: 'Withdrawn by the firm before an answer' },
  open: { sv: 'Väntar på svar', en: 'Waiting for an answer' },
  'under-way': { sv: 'Pågår', en: 'Under way' },
  completed: { sv: 'Paket genomfört', en: 'Package completed' },
  discontinued: { sv: 'Avbruten', en: 'Broken off' },
  'ended-otherwise': { sv: 'Avslutade på annat sätt', en: 'Ended otherwise' },
  'not-eligible': { sv: 'Företaget uppfyllde inte villkoren', en: 'The firm did not meet the conditions' },
  'no-capacity': { sv: 'Det fanns ingen plats', en: 'There was no room' },
  'another-package-fits': { sv: 'Ett annat paket passar bättre', en: 'Another package fits better' },
  'firm-not-reached': { sv: 'Företaget gick inte att nå', en: 'The firm could not be reached' },
  'firm-not-interested': { sv: 'Företaget var inte intresserat längre', en: 'The firm was no longer interested' },
  other: { sv: 'Ett annat skäl', en: 'Another reason' },
};

/** How each figure is counted. */
const method: readonly LocalisedText[] = [
  {
    sv: 'Företag: vart och ett som har gett {provider} ett samtycke eller frågat om ett paket, en gång, det år det skedde först. Ett företag som har tagit tillbaka sitt samtycke är kvar i antalet. Ingen läser något om det längre.',
    en: 'Firms: each that has given {provider} a consent or asked about a package, once, in the year it first happened. A firm that has withdrawn its consent stays in the count. Nobody reads anything about it any more.',
  },
  {
    sv: 'Län, storlek och bransch: som de var när företaget först lät {provider} se sina resultat. Koncerner räknas inte ihop.',
    en: 'County, size and branch: as they were when the firm first let {provider} see its results. Groups of companies are not counted as one.',
  },
  {
    sv: 'Svarstid: vardagar från förfrågan till första svaret, helgdagar inräknade. Det som väntar räknas så länge det har väntat, och det som företaget tog tillbaka likaså (Kaplan–Meier 1958). Målet {weekdays} vardagar är vårt förslag. Andelen visas i steg om {rateStep} %.',
    en: 'Time to an answer: weekdays from the request to the first answer, public holidays included. What is waiting counts for as long as it has waited, and so does what the firm took back (Kaplan–Meier 1958). The target of {weekdays} weekdays is our proposal. The share is shown in steps of {rateStep} %.',
  },
  {
    sv: 'Genomförda paket: det år {provider} har avslutat dem. Samma företag kan ha genomfört flera. Grupper som är avslutade visas för sig, utom där det tillsammans med åren skulle röja ett antal som döljs.',
    en: 'Completed packages: in the year {provider} ended them. The same firm may have completed several. Groups that have ended are shown by themselves, except where that together with the years would tell a count that is hidden.',
  },
  {
    sv: 'Förändring: en skillnad per företag, av dem som lät {provider} läsa resultaten när den sista räknade månaden slutade. Bara frågor som är besvarade i båda omgångarna räknas. Har frågorna ändrats däremellan jämförs de som är desamma; är det mindre än hälften av något område lämnas den delen utanför för företaget. Omgångar i olika formulär, eller räknade med olika regler, jämförs inte. Intervallet är ett parat t-intervall. Färre än {fewestForChange} företag visas inte.',
    en: 'Change: one difference per firm, of those that let {provider} read their results when the last counted month ended. Only questions answered in both rounds count. Where the questions have changed in between, those that are the same are compared; if they are less than half of any dimension, that part is left out for the firm. Rounds of different forms, or scored by different rules, are not compared. The interval is a paired t interval. Fewer than {fewestForChange} firms are not shown.',
  },
  {
    sv: 'Skydd: ett antal med färre än {fewestFirms} företag bakom sig visas som "..", och det gör inga alls också. Annat döljs när det annars gick att räkna ut. Antal är avrundade till närmaste {step}-tal, så delar summerar inte alltid. Det finns bara kalenderår och allt sedan starten att välja, och siffrorna ändras en gång i månaden. Gränserna är vårt förslag.',
    en: 'Protection: a count with fewer than {fewestFirms} firms behind it is shown as "..", and so is none. More is hidden where it could otherwise be worked out. Counts are rounded to the nearest {step}, so parts do not always add up. There are only calendar years and everything since the start to choose from, and the figures change once a month. The limits are our proposal.',
  },
];

export type AchievementWords = {
  readonly language: Language;
  say(word: AchievementWord, filling?: Filling): string;
  part(code: string): string;
  /** `day`: on which it began, in words. */
  group(group: { readonly name: string | null; readonly place: string | null }, day: string): string;
  method(filling: Filling): string[];
};

export function achievementWords(language: Language): AchievementWords {
  const say: AchievementWords['say'] = (word, filling = {}) => fillIn(words[word][language], filling);
  return {
    language,
    say,
    group: ({ name, place }, day) =>
      say(name === null ? 'groupPlain' : 'groupNamed', { name: name ?? '', day, place: place ?? say('online') }),
    part: (code) => parts[code as PartCode]?.[language] ?? code,
    method: (filling) => method.map((text) => fillIn(text[language], filling)),
  };
}
