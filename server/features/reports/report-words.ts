import type { Language } from '#shared/domain/language.ts';
import { isOfTheFirm, type Report } from '#shared/domain/report/report.ts';
import { declineWords } from '#shared/domain/routing/decline-words.ts';

/** Words of the files of a result, in both languages. */
const words = {
  title: { sv: 'Vårt resultat', en: 'Our result' },
  titleToOthers: { sv: 'Resultat', en: 'Result' },
  toOthers: {
    sv: 'Hämtad av en rådgivare hos en leverantör som företaget visar sitt resultat. Texten är skriven till företaget, och ”ni” är företaget. Jämförelsen med andra, egna mål, företagets egna val bland förslagen och vilka andra som ser resultatet är inte med.',
    en: 'Taken by an adviser of a provider that the firm shows its result. The text is written to the firm, and “you” is the firm. The comparison with others, targets of its own, what the firm chose of its suggestions and who else sees the result are left out.',
  },
  simulated: { sv: 'Exempel: företaget är simulerat', en: 'Example: the firm is simulated' },
  unnamed: { sv: 'Företag utan namn', en: 'Firm without a name' },
  firm: { sv: 'Företag', en: 'Firm' },
  number: { sv: 'Organisationsnummer', en: 'Organisation number' },
  submitted: { sv: 'Svaren lämnades in', en: 'Answers submitted' },
  asOf: { sv: 'Sammanställt', en: 'Put together' },
  receipt: { sv: 'Kvittonummer', en: 'Receipt number' },
  form: { sv: 'Formulär', en: 'Form' },
  version: { sv: 'Frågornas version', en: 'Version of the questions' },
  rules: { sv: 'Räknereglernas version', en: 'Version of the scoring rules' },
  catalogue: { sv: 'Katalogens version', en: 'Version of the catalogue' },
  definition: { sv: 'Frågornas SHA-256', en: 'SHA-256 of the questions' },
  rounding: {
    sv: 'Nivåer är exakta medelvärden här. Där svar saknas så att ingen nivå kan sägas står bara lägst och högst. På papper visas de med högst en decimal, som på sidan.',
    en: 'Levels are exact means here. Where answers are missing so that no level can be told only lowest and highest stand. On paper they are shown with at most one decimal, as on the page.',
  },
  proposal: {
    sv: 'Stödpaket, trösklar och räkneregler är förslag.',
    en: 'Support packages, thresholds and scoring rules are proposals.',
  },
  levels: { sv: 'Nivåer', en: 'Levels' },
  answers: { sv: 'Frågor och svar', en: 'Questions and answers' },
  suggestions: { sv: 'Förslag', en: 'Suggestions' },
  about: { sv: 'Om', en: 'About' },
  what: { sv: 'Vad', en: 'What' },
  value: { sv: 'Värde', en: 'Value' },
  madeFrom: { sv: 'Rapporten bygger på', en: 'The report rests on' },
  code: { sv: 'Kod', en: 'Code' },
  area: { sv: 'Område', en: 'Area' },
  level: { sv: 'Nivå', en: 'Level' },
  lowest: { sv: 'Lägst', en: 'Lowest' },
  highest: { sv: 'Högst', en: 'Highest' },
  importance: { sv: 'Vikt om två år', en: 'Importance in two years' },
  answeredWeight: { sv: 'Besvarad tyngd', en: 'Answered weight' },
  applicableWeight: { sv: 'Tyngd som gäller er', en: 'Weight that concerns you' },
  status: { sv: 'Läge', en: 'Status' },
  reviewed: { sv: 'Granskad nivå', en: 'Reviewed level' },
  difference: { sv: 'Skillnad sedan förra', en: 'Difference since the last' },
  mean: { sv: 'Andras medel', en: 'Mean of others' },
  question: { sv: 'Fråga', en: 'Question' },
  answer: { sv: 'Svar', en: 'Answer' },
  points: { sv: 'Poäng', en: 'Points' },
  weight: { sv: 'Tyngd', en: 'Weight' },
  comment: { sv: 'Kommentar', en: 'Comment' },
  kind: { sv: 'Slag', en: 'Kind' },
  name: { sv: 'Namn', en: 'Name' },
  provider: { sv: 'Område eller leverantör', en: 'Area or provider' },
  why: { sv: 'Mål eller skäl', en: 'Target or reason' },
  nextStep: { sv: 'Nästa steg', en: 'Next step' },
  package: { sv: 'Stödpaket', en: 'Support package' },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
  'dont-know': { sv: 'Vet ej', en: "Don't know" },
  'not-applicable': { sv: 'Ej relevant', en: 'Not applicable' },
  'no-answer': { sv: 'Inget svar', en: 'No answer' },
  scored: { sv: 'Har nivå', en: 'Has a level' },
  unsureLevel: {
    sv: 'Ingen säker nivå, svar saknas',
    en: 'No sure level, answers are missing',
  },
  'too-few-answers': { sv: 'För få svar', en: 'Too few answers' },
  summary: { sv: 'I korthet', en: 'In short' },
  'digital-ahead': {
    sv: 'Tekniken har kommit längre än arbetssätten.',
    en: 'The technology is ahead of the ways of working.',
  },
  'process-ahead': {
    sv: 'Arbetssätten har kommit längre än tekniken.',
    en: 'The ways of working are ahead of the technology.',
  },
  even: { sv: 'Teknik och arbetssätt går i takt.', en: 'Technology and ways of working keep pace.' },
  unknownBalance: {
    sv: 'Svaren räcker inte för att ställa teknik och arbetssätt mot varandra.',
    en: 'The answers do not reach to set technology and ways of working against each other.',
  },
  strongest: { sv: 'Starkast: {areas}.', en: 'Strongest: {areas}.' },
  weakest: { sv: 'Lägst: {areas}.', en: 'Lowest: {areas}.' },
  moreAlike: { sv: 'fler som ligger lika', en: 'more that stand alike' },
  firstStep: { sv: 'Börja gärna med frågan: {question}', en: 'A good place to begin is: {question}' },
  firstPackage: { sv: 'Stöd som passar: {name}, {provider}.', en: 'Support that fits: {name}, {provider}.' },
  noPackage: {
    sv: 'Inget stödpaket i katalogen passar svaren just nu. Behovet är noterat för regionerna.',
    en: 'No support package in the catalogue fits the answers right now. The need is recorded for the regions.',
  },
  nothingNow: {
    sv: 'Inget att föreslå just nu. Det som passar är ni redan med i eller har tagit, eller så är behovet inte tillräckligt stort.',
    en: 'Nothing to suggest right now. What fits you are in already or have taken, or the need is not large enough.',
  },
  allDeclined: {
    sv: 'Ni har tackat nej till allt som föreslogs.',
    en: 'You have declined all that was suggested.',
  },
  ownOrder: { sv: 'Stödpaketen står i er egen ordning.', en: 'The packages stand in your own order.' },
  choicesToOthers: {
    sv: 'Stödpaketen står så som de föreslogs. Vad företaget självt har gjort av dem är inte med: sin egen ordning, vad det har tackat nej till och vad det saknar.',
    en: 'The packages stand as they were suggested. What the firm itself made of them is left out: an order of its own, what it declined and what it asks for.',
  },
  declinedTitle: {
    sv: 'Föreslaget, och ni har tackat nej',
    en: 'Suggested, and you have declined',
  },
  declinedPackage: { sv: 'Ni har tackat nej', en: 'You have declined' },
  declined: { sv: '{name}, {provider}. {why}', en: '{name}, {provider}. {why}' },
  asksTitle: {
    sv: 'Det här har ni bett om, och inget paket ger det',
    en: 'You have asked for this, and no package offers it',
  },
  ask: { sv: 'Ni ber om', en: 'You ask for' },
  strengths: { sv: 'Det här är ni starka i', en: 'What you are strong in' },
  noStrengths: {
    sv: 'Inget område ligger säkert i det högsta bandet, och ingen fråga är besvarad med nivå 3 eller högre. Det säger inget om vad ni kan bli.',
    en: 'No area surely lies in the highest band, and no question is answered with level 3 or above. That says nothing of what you can become.',
  },
  strongArea: {
    sv: '{area} (nivå {level}). Det som håller: {questions}',
    en: '{area} (level {level}). What holds: {questions}',
  },
  strongPractice: {
    sv: '{area}: {question} Ert svar: {answer}',
    en: '{area}: {question} Your answer: {answer}',
  },
  rulers: { sv: 'Nivå per område', en: 'Level by area' },
  rulersText: {
    sv: 'Saknas svar kan nivån ligga var som helst i bandet. Är bandet brett visas ingen romb.',
    en: 'Where answers are missing the level could lie anywhere in the band. Where the band is wide no diamond is shown.',
  },
  signOfLevel: { sv: 'nivån i dag', en: 'the level today' },
  signOfRange: { sv: 'var nivån kan ligga', en: 'where the level could lie' },
  signOfImportance: { sv: 'hur viktigt ni säger att det är om två år', en: 'how important you say it is in two years' },
  signOfTarget: { sv: 'målet', en: 'the target' },
  together: { sv: 'Teknik och arbetssätt tillsammans', en: 'Technology and ways of working together' },
  stageReached: {
    sv: 'Arbetssätten når steg {stage}: {name}.',
    en: 'The ways of working reach stage {stage}: {name}.',
  },
  stageNone: {
    sv: 'Arbetssätten når inte det första steget än.',
    en: 'The ways of working do not reach the first stage yet.',
  },
  inTheWay: {
    sv: 'Det här håller er tillbaka från steg {stage}, {name}:',
    en: 'What holds you back from stage {stage}, {name}:',
  },
  noStage: {
    sv: 'Inget är svarat om arbetssätt, så inget steg kan sägas.',
    en: 'Nothing was answered of ways of working, so no stage can be told.',
  },
  importanceTitle: { sv: 'Viktigt för er, och nivån i dag', en: 'Important to you, and the level today' },
  importanceText: {
    sv: 'Viktigt är det som ni ger minst 3 av 4 om två år. Gränsen för nivån är målet för området.',
    en: 'Important is what you give at least 3 of 4 in two years. The limit for the level is the target of the area.',
  },
  targetsProposed: {
    sv: 'Målet är {target} i alla områden. Det är ett förslag, inte ert eget mål.',
    en: 'The target is {target} in every area. It is a proposal, not a target of your own.',
  },
  targetsToOthers: {
    sv: 'Målet är {target} i alla områden. Det är ett förslag. Vad företaget självt siktar på är inte med.',
    en: 'The target is {target} in every area. It is a proposal. What the firm itself aims at is left out.',
  },
  targetsMixed: {
    sv: 'Ni har satt egna mål i {own} av {all} områden. I de andra gäller förslaget, {target}.',
    en: 'You have set targets of your own in {own} of {all} areas. In the others the proposal, {target}, holds.',
  },
  targetsOwn: { sv: 'Målen är era egna i alla områden.', en: 'The targets are your own in every area.' },
  target: { sv: 'Mål', en: 'Target' },
  targetFrom: { sv: 'Målet är', en: 'The target is' },
  proposedTarget: { sv: 'förslag', en: 'proposal' },
  ownTarget: { sv: 'eget', en: 'own' },
  begin: { sv: 'Viktigt, under målet: börja här', en: 'Important, below the target: begin here' },
  keep: { sv: 'Viktigt, målet nått: behåll', en: 'Important, the target reached: keep' },
  wait: { sv: 'Mindre viktigt, under målet: kan vänta', en: 'Less important, below the target: can wait' },
  enough: { sv: 'Mindre viktigt, målet nått: räcker', en: 'Less important, the target reached: is enough' },
  unsure: { sv: 'osäkert, svar saknas', en: 'unsure, answers are missing' },
  unplaced: {
    sv: 'Utan nivå eller utan svar på hur viktigt det är: {areas}.',
    en: 'Without a level or without an answer to how important it is: {areas}.',
  },
  noImportance: {
    sv: 'Inget område har både en nivå och ett svar på hur viktigt det är om två år.',
    en: 'No area has both a level and an answer to how important it is in two years.',
  },
  moves: { sv: 'Det som flyttar nivåerna mest', en: 'What moves the levels most' },
  movesText: {
    sv: 'Uträknat: vad ett steg upp på en fråga gör med nivån i dess område, viktiga områden först. Det säger inget om hur svårt steget är.',
    en: 'Computed: what one step up on a question does to the level of its area, important areas first. It says nothing of how hard the step is.',
  },
  now: { sv: 'Nu', en: 'Now' },
  oneStep: { sv: 'Ett steg upp', en: 'One step up' },
  rise: { sv: 'Områdets nivå', en: 'Level of the area' },
  unknownMoves: {
    sv: 'Svar på de här frågorna skulle säga mest om var nivån ligger:',
    en: 'Answers to these questions would say most about where the level lies:',
  },
  unknownMove: {
    sv: '{area}: {question} Gör spannet {width} nivåer bredare.',
    en: '{area}: {question} Makes the range {width} levels wider.',
  },
  steps: { sv: 'Vad ni kan göra nu', en: 'What you can do now' },
  noSteps: { sv: 'Allt som är besvarat har nått målen.', en: 'Everything that was answered has reached the targets.' },
  today: { sv: 'I dag: ', en: 'Today: ' },
  aim: { sv: 'Föreslaget mål, nivå {aim}: ', en: 'Proposed target, level {aim}: ' },
  ownAim: { sv: 'Ert mål, nivå {aim}: ', en: 'Your target, level {aim}: ' },
  wayToBegin: { sv: 'Ett sätt att börja: ', en: 'A way to begin: ' },
  support: { sv: 'Stöd som passar', en: 'Support that fits' },
  toConfirm: { sv: 'förslag på leverantör', en: 'proposed provider' },
  contact: {
    sv: 'Kontakt tas genom Måttstock: på sidan med resultatet ber ni leverantören höra av sig.',
    en: 'Contact goes through Måttstock: on the page with the result you ask the provider to get in touch.',
  },
  runnerUp: {
    sv: 'Närmast därefter: {name}, {provider}. Varför det inte kom med:',
    en: 'Closest after that: {name}, {provider}. Why it is not among them:',
  },
  waiting: { sv: 'Bra att ta senare', en: 'Good to take later' },
  gaps: { sv: 'Behov som inget paket svarar mot', en: 'Needs that no package answers' },
  changeTitle: { sv: 'Sedan förra gången', en: 'Since last time' },
  changeText: {
    sv: 'Jämfört med svaren {day}, på frågor som har besvarats båda gångerna och betyder samma sak. Talen kan skilja sig från nivåerna, som bygger på alla svar. Vad som inte går att skilja från mätfel är inte detsamma som oförändrat.',
    en: 'Compared with the answers of {day}, on questions that were answered both times and mean the same. The numbers can differ from the levels, which rest on all answers. What cannot be told from error is not the same as unchanged.',
  },
  before: { sv: 'Då', en: 'Then' },
  verdict: { sv: 'Slutsats', en: 'Verdict' },
  holding: { sv: 'Det här har med säkerhet ändrats.', en: 'This has surely changed.' },
  signs: { sv: 'Inget område har med säkerhet ändrats.', en: 'No area has surely changed.' },
  nothing: {
    sv: 'Ingen förändring går att skilja från mätfel.',
    en: 'No change can be told from the error of measurement.',
  },
  onlySigns: {
    sv: 'När {count} områden jämförs på en gång får slumpen ensam ungefär ett av tjugo att se ut som förändrat. Ingen av förändringarna är så stor att den håller med hänsyn till det: se dem som tecken.',
    en: 'When {count} areas are compared at once, chance alone lets about one in twenty seem to have changed. None of these is so large that it holds with regard to that: take them as signs.',
  },
  someSigns: {
    sv: 'När {count} områden jämförs på en gång får slumpen ensam ungefär ett av tjugo att se ut som förändrat. Ett tecken är mer än mätfelet för sitt område för sig, men håller inte med hänsyn till det.',
    en: 'When {count} areas are compared at once, chance alone lets about one in twenty seem to have changed. A sign is more than the error of measurement for its area alone, but does not hold with regard to that.',
  },
  allHold: {
    sv: 'Det håller också med hänsyn till att {count} områden jämförs på en gång.',
    en: 'It holds also with regard to {count} areas being compared at once.',
  },
  risen: { sv: 'Har stigit', en: 'Risen' },
  fallen: { sv: 'Har sjunkit', en: 'Fallen' },
  'sign-of-rise': { sv: 'Tecken på att ha stigit', en: 'Sign of a rise' },
  'sign-of-fall': { sv: 'Tecken på att ha sjunkit', en: 'Sign of a fall' },
  'within-error': { sv: 'Inom mätfelet', en: 'Within error' },
  'too-few-comparable': { sv: 'för få frågor', en: 'too few questions' },
  'only-then': { sv: 'bara då', en: 'only then' },
  'only-now': { sv: 'bara nu', en: 'only now' },
  comparisonTitle: { sv: 'Bredvid andra som har svarat', en: 'Beside others that have answered' },
  comparisonText: {
    sv: 'Gruppen: {group}. Siffrorna är publicerade av regionerna, avrundade och utan ert företag. De beskriver företag som har svarat.',
    en: 'The group: {group}. The figures are published by the regions, rounded and without your firm. They describe firms that have answered.',
  },
  notCompared: {
    sv: '{missing} av {all} områden saknar jämförelse:',
    en: '{missing} of {all} areas without a comparison:',
  },
  'no-levelAreas': { sv: 'Ni har ingen nivå själva: {areas}.', en: 'You have no level yourselves: {areas}.' },
  unpublishedAreas: {
    sv: 'Regionerna har inte publicerat några siffror: {areas}.',
    en: 'The regions have published no figures: {areas}.',
  },
  hiddenAreas: {
    sv: 'Visas inte för gruppen, eftersom för få andra företag har svarat eller enskilda företag skulle avslöjas: {areas}.',
    en: 'Not shown for the group, since too few other firms have answered or single firms would be given away: {areas}.',
  },
  allFirms: { sv: 'alla företag', en: 'all firms' },
  simulatedGroup: { sv: 'Företagen i gruppen är simulerade.', en: 'The firms in the group are simulated.' },
  own: { sv: 'Ni', en: 'You' },
  firms: { sv: 'Företag, ungefär', en: 'Firms, about' },
  measureVersion: { sv: '{name}, reglernas version {version}', en: '{name}, rules of version {version}' },
  measuresTitle: { sv: 'EU:s mått', en: "The EU's measures" },
  measuresText: {
    sv: 'Härlett ur samma svar, inte officiellt. Vad svaren lämnar öppet visas som ett spann.',
    en: 'Derived from the same answers, not official. What the answers leave open is shown as a range.',
  },
  measuresLeaveOut: {
    sv: 'Det som företaget har lagt till ingår inte i dess samtycke och är inte med här.',
    en: 'What the firm has added is not in its consent and is left out here.',
  },
  figure: { sv: 'Värde', en: 'Figure' },
  nothingKnown: { sv: 'inget känt', en: 'nothing known' },
  of: { sv: 'av', en: 'of' },
  method: { sv: 'Så är det räknat', en: 'How it was calculated' },
  methodMean: {
    sv: 'Nivån i ett område är det vägda medelvärdet av svaren, 0–4. Ej relevant räknas inte. Vet ej och obesvarat ger inget avdrag utan ett bredare spann.',
    en: 'The level of an area is the weighted mean of the answers, 0–4. Not applicable does not count. Don’t know and unanswered take nothing away but widen the range.',
  },
  methodShare: {
    sv: 'Minst {share} % av tyngden måste vara besvarad för att området ska få en nivå. Delarnas nivå är medelvärdet av områdena.',
    en: 'At least {share}% of the weight must be answered for the area to get a level. The level of a part is the mean of its areas.',
  },
  methodRounding: {
    sv: 'Här visas nivåer med en decimal, eller grövre när spannet är brett. Filerna med data har de exakta talen.',
    en: 'Levels are shown with one decimal here, or coarser where the range is wide. The files of data have the exact numbers.',
  },
  complete: {
    sv: 'Alla frågor som räknas är besvarade, i alla områden.',
    en: 'All questions that count are answered, in all areas.',
  },
  incomplete: {
    sv: 'I de här områdena är inte allt besvarat, eller gäller inte allt er. I de andra är allt besvarat.',
    en: 'In these areas not all is answered, or not all concerns you. In the others all is answered.',
  },
  methodHash: {
    sv: 'Rapportens kontrollsumma (SHA-256 av JSON-filen): {sha256}. Frågornas: {definition}.',
    en: 'Checksum of the report (SHA-256 of the JSON file): {sha256}. Of the questions: {definition}.',
  },
  selfRated: {
    sv: 'Bygger på företagets egna svar.',
    en: 'Rests on the firm’s own answers.',
  },
  reviewedBy: { sv: '{by} har granskat {area}: {level}', en: '{by} has reviewed {area}: {level}' },
  viewersTitle: { sv: 'Vem kan se det här', en: 'Who can see this' },
  viewersNone: {
    sv: 'Ni har inte gett någon leverantör eller region lov att läsa resultatet eller räkna er.',
    en: 'You have let no provider read the result and no region count you.',
  },
  viewersHidden: { sv: 'Det framgår för företaget självt.', en: 'The firm itself can see that.' },
  result: { sv: 'läser resultatet', en: 'reads the result' },
  cohort: { sv: 'får nämna er för andra i en grupp', en: 'may name you to others in a group' },
  statistics: { sv: 'räknar er i sin statistik', en: 'counts you in its statistics' },
  linksApart: {
    sv: 'Länkar till resultatet som ni har delat räknas inte upp här.',
    en: 'Links to the result that you have shared are not listed here.',
  },
  fileNote: {
    sv: 'Den som får den här filen kan läsa allt i den.',
    en: 'Whoever gets this file can read all of it.',
  },
  page: { sv: 'Sida {page} av {pages}', en: 'Page {page} of {pages}' },
  footer: {
    sv: 'Kvitto {receipt} · frågor, version {version} · räkneregler, version {rules} · sammanställt {day} · SHA-256 {sha256}',
    en: 'Receipt {receipt} · questions, version {version} · scoring rules, version {rules} · put together {day} · SHA-256 {sha256}',
  },
  roundTitle: { sv: 'Dags att svara igen i Måttstock', en: 'Time to answer again in Måttstock' },
  roundText: {
    sv: 'Ett år sedan svaren med kvitto {receipt}. Samma frågor visar vad som har hänt.',
    en: 'A year since the answers with receipt {receipt}. The same questions show what has happened.',
  },
} as const;

export type ReportWord = keyof typeof words;

export function say(
  word: ReportWord,
  language: Language,
  filling: Readonly<Record<string, string | number>> = {},
): string {
  return words[word][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(filling[name] ?? ''));
}

/** What a file is called: whoever it was taken by is not always the firm. */
export function titleOf({ firm, viewers }: Pick<Report, 'firm' | 'viewers'>, language: Language): string {
  const title = say(isOfTheFirm({ viewers }) ? 'title' : 'titleToOthers', language);
  return `${title}: ${firm.name ?? say('unnamed', language)}`;
}

/** Why the firm has declined, and what it has written of it. */
export function whyDeclined(
  { reason, note }: Pick<NonNullable<Report['choices']>['declined'][number], 'reason' | 'note'>,
  language: Language,
): string {
  const why = declineWords(reason, language);
  return note === '' ? `${why}.` : `${why}: ${note}`;
}

/** What stands where no package does: each of the three has its own cause. */
export function whyNothing({ choices, gaps }: Pick<Report, 'choices' | 'gaps'>): ReportWord {
  if (choices !== null && choices.declined.length > 0) return 'allDeclined';
  return gaps.length > 0 ? 'noPackage' : 'nothingNow';
}
