import { type AchievementWords, achievementWords } from '../achievement/achievement-words.ts';
import type { Language, LocalisedText } from '../language.ts';
import { declineTexts } from '../routing/decline-words.ts';
import { type Filling, fillIn } from '../wording/fill-in.ts';
import type { OutcomeKind } from './outcome-codes.ts';

/** What page and table say, each thing once. */
const words = {
  title: { sv: 'Vad som hände med förslagen', en: 'What became of the suggestions' },
  simulated: {
    sv: 'Simulerade företag. Siffrorna visar hur sidan fungerar och säger ingenting om verkliga företag.',
    en: 'Simulated firms. The figures show how the page works and say nothing about real firms.',
  },
  counted: {
    sv: 'Räknat till och med den {day}. Antal är avrundade till närmaste {step}-tal, och ”..” är det som inte visas.',
    en: 'Counted up to and including {day}. Counts are rounded to the nearest {step}, and “..” is what is not shown.',
  },
  footer: {
    sv: 'Måttstock. Skyddsregler, version {version}, siffrornas kontrollsumma {sha256}.',
    en: 'Måttstock. Protection rules, version {version}, checksum of the figures {sha256}.',
  },
  sinceStart: { sv: 'Sedan starten', en: 'Since the start' },
  what: { sv: 'Vad', en: 'What' },
  about: { sv: 'Paket eller område', en: 'Package or area' },
  period: { sv: 'Period', en: 'Period' },
  division: { sv: 'Fördelning', en: 'Division' },
  part: { sv: 'Del', en: 'Part' },
  number: { sv: 'Antal', en: 'Number' },
  all: { sv: 'Alla', en: 'All' },
  package: { sv: 'Paket', en: 'Package' },
  area: { sv: 'Område', en: 'Area' },
  rule: { sv: 'Regel', en: 'Rule' },
  version: { sv: 'Version av katalogen', en: 'Version of the catalogue' },
  versionNumber: { sv: 'Version {number}', en: 'Version {number}' },
} as const satisfies Record<string, LocalisedText>;
export type OutcomeWord = keyof typeof words;

const kinds: Readonly<Record<OutcomeKind, LocalisedText>> = {
  suggestion: { sv: 'Förslag', en: 'Suggestions' },
  request: { sv: 'Förfrågningar', en: 'Requests' },
  placement: { sv: 'Platser i grupper', en: 'Places in groups' },
  ask: { sv: 'Ber om det som inte finns', en: 'Asks for what does not exist' },
};

const places: Readonly<Record<OutcomeKind, LocalisedText>> = {
  suggestion: { sv: 'Vilket förslag det var', en: 'Which suggestion it was' },
  request: { sv: 'Var det föreslaget?', en: 'Was it suggested?' },
  placement: { sv: 'Var det föreslaget?', en: 'Was it suggested?' },
  ask: { sv: 'Område', en: 'Area' },
};

const outcomes: Readonly<Record<OutcomeKind, LocalisedText>> = {
  suggestion: { sv: 'Vad företaget gjorde av det', en: 'What the firm made of it' },
  request: { sv: 'Rådgivarens första svar', en: 'The adviser’s first answer' },
  placement: { sv: 'Vad det blev', en: 'What it came to' },
  ask: { sv: 'Område', en: 'Area' },
};

const details: Readonly<Record<string, LocalisedText>> = {
  declined: { sv: 'Varför det blev nej', en: 'Why it was declined' },
  accepted: { sv: 'Var de som fick ja är nu', en: 'Where those accepted are now' },
};

type PartTexts = Readonly<Record<string, LocalisedText>>;

/** What only these figures have; the answers to requests are called what they are called for providers. */
const parts: Readonly<Record<OutcomeKind, PartTexts>> = {
  suggestion: {
    '1': { sv: 'Första förslaget', en: 'First suggestion' },
    '2': { sv: 'Andra förslaget', en: 'Second suggestion' },
    '3': { sv: 'Tredje förslaget', en: 'Third suggestion' },
    first: { sv: 'Har lagt det först i egen ordning', en: 'Has put it first in an order of its own' },
    later: { sv: 'Har lagt det senare i egen ordning', en: 'Has put it later in an order of its own' },
    unchanged: { sv: 'Har inte ändrat något', en: 'Has changed nothing' },
    declined: { sv: 'Tackar nej', en: 'Declines' },
    ...declineTexts,
  },
  request: {
    suggested: { sv: 'Ja, paketet var föreslaget', en: 'Yes, the package was suggested' },
    'not-suggested': { sv: 'Nej, företaget valde det självt', en: 'No, the firm chose it itself' },
  },
  placement: {
    suggested: { sv: 'Ja, och företaget frågade', en: 'Yes, and the firm asked' },
    'not-suggested': { sv: 'Nej, men företaget frågade', en: 'No, but the firm asked' },
    'no-request': { sv: 'Utan förfrågan som finns kvar', en: 'Without a request that is still there' },
    asked: { sv: 'Inbjudet eller på väntelistan', en: 'Invited or on the waiting list' },
    placed: { sv: 'Har en plats', en: 'Has a place' },
    completed: { sv: 'Genomförde paketet', en: 'Completed the package' },
    left: { sv: 'Hoppade av', en: 'Dropped out' },
    declined: { sv: 'Tackade nej till platsen', en: 'Declined the place' },
    expired: { sv: 'Svarade inte', en: 'Did not answer' },
  },
  ask: {},
};

/** How each figure is counted, and what cannot be told. */
const method: readonly LocalisedText[] = [
  {
    sv: 'Förslag, och vad företag ber om: bara företag som själva har sagt ja till att det räknas (samtycket till statistik, version 3 och senare), och bara så länge det gäller. Det senaste företaget har sagt om varje resultat räknas. Hör företag till samma koncern räknas de som ett. Önskemål räknas i de områden som den nyaste frågeversionen har.',
    en: 'Suggestions, and what firms ask for: only firms that have agreed to it being counted (the consent to statistics, version 3 and later), and only as long as that stands. What the firm has said last of each result is counted. Firms of one group of companies count as one. What is asked for is counted in the areas that the newest questionnaire has.',
  },
  {
    sv: 'En egen ordning finns bara hos företag som har flyttat ett förslag. ”Har inte ändrat något” är därför inte nej, men inte heller ett ja: där är också de som har fått ett enda förslag, och de som håller med om ordningen. Vilka som bad om kontakt framgår av förfrågningarna.',
    en: 'Only firms that have moved a suggestion have an order of their own. So “Has changed nothing” is no refusal, but no consent either: firms with a single suggestion, and those that agree with the order, are there too. Who asked for contact is told by the requests.',
  },
  {
    sv: 'Förfrågningar och platser: alla företag, som i leverantörernas egna siffror. Det som är gjort är kvar i antalet även när ett samtycke tas tillbaka. Platser som inte blev av stryks efter 24 månader. En plats utan förfrågan har rådgivaren satt in själv, eller så har förfrågan raderats sedan dess.',
    en: 'Requests and places: all firms, as in the providers’ own figures. What has been done stays in the count also when a consent is withdrawn. Places that came to nothing are removed after 24 months. A place without a request was put in by the adviser, or the request has been erased since.',
  },
  {
    sv: 'Därför kan de två inte jämföras rakt av: ett paket kan ha fler förfrågningar än förslag.',
    en: 'So the two cannot be compared directly: a package may have more requests than suggestions.',
  },
  {
    sv: 'Rådgivare skriver inte om ett förslag. De svarar på företagens förfrågningar, med ja, med nej och ett skäl eller genom att lämna över till en annan leverantör, och sätter in företag i grupper, också i sådant som inte var föreslaget. Granskningar av nivåer ändrar inga förslag.',
    en: 'Advisers do not rewrite a suggestion. They answer the requests of firms, with yes, with no and a reason or by handing over to another provider, and put firms into groups, also into what was not suggested. Reviews of levels change no suggestions.',
  },
  {
    sv: 'Regler: de som lyfte fram paketet, enligt skälen som sparades med förslaget. Flera regler kan stå bakom samma förslag.',
    en: 'Rules: those that lifted the package, by the reasons stored with the suggestion. Several rules may be behind one suggestion.',
  },
  {
    sv: 'Vad företag skriver med egna ord när de tackar nej eller ber om något visas inte här. Det läser bara den leverantör som företaget har släppt in.',
    en: 'What firms write in their own words when they decline or ask for something is not shown here. Only the provider that the firm has let in reads it.',
  },
  {
    sv: 'Skydd: ett antal med färre än {fewestFirms} företag bakom sig visas som ”..”, och det gör inga alls också. Annat döljs när det annars gick att räkna ut. Antal är avrundade till närmaste {step}-tal, så delar summerar inte alltid. Det finns bara kalenderår och allt sedan starten att välja, och siffrorna räknar hela månader.',
    en: 'Protection: a count with fewer than {fewestFirms} firms behind it is shown as “..”, and so is none. More is hidden where it could otherwise be worked out. Counts are rounded to the nearest {step}, so parts do not always add up. There are only calendar years and everything since the start to choose from, and the figures count whole months.',
  },
];

export type OutcomeWords = {
  readonly language: Language;
  say(word: OutcomeWord, filling?: Filling): string;
  kind(kind: OutcomeKind): string;
  placeOf(kind: OutcomeKind): string;
  outcomeOf(kind: OutcomeKind): string;
  /** What divides an outcome further. */
  detailOf(outcome: string): string;
  part(kind: OutcomeKind, code: string): string;
  method(filling: Filling): string[];
};

export function outcomeWords(language: Language): OutcomeWords {
  const ofProviders: AchievementWords = achievementWords(language);
  return {
    language,
    say: (word, filling = {}) => fillIn(words[word][language], filling),
    kind: (kind) => kinds[kind][language],
    placeOf: (kind) => places[kind][language],
    outcomeOf: (kind) => outcomes[kind][language],
    detailOf: (outcome) => details[outcome]?.[language] ?? outcome,
    part: (kind, code) => parts[kind][code]?.[language] ?? ofProviders.part(code),
    method: (filling) => method.map((text) => fillIn(text[language], filling)),
  };
}
