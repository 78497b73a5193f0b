import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { fillIn } from '#shared/domain/wording/fill-in.ts';

/** What papers about the effect of support say besides what all papers do. What is filled in is `{named}`. */
const words = {
  risen: {
    sv: 'Jämförelser som går att säga något om: {told}. I {risen} av dem har företag som deltog ökat mer än liknande företag inom området. Det visar inte att det var paketet. Vore det ingen skillnad alls skulle slumpen ändå i genomsnitt ge ungefär {chance}.',
    en: 'Comparisons that can be told of: {told}. In {risen} of them firms that took part have risen more than similar firms in that area. It does not show that it was the package. Were there no difference at all, chance would still give about {chance} on average.',
  },
  nothingTold: {
    sv: 'För få företag för att säga hur det har gått för något paket.',
    en: 'Too few firms to tell how any package has gone.',
  },
  moreOfPackage: {
    sv: '{name}: de som deltog har ökat mer inom {areas}.',
    en: '{name}: those that took part have risen more in {areas}.',
  },
  lessOfPackage: {
    sv: '{name}: de som deltog har ökat mindre inom {areas}.',
    en: '{name}: those that took part have risen less in {areas}.',
  },
  askShown: {
    sv: 'Vad vet vi om de företag som deltog i paketen här ovanför, och vad annat kan ha gjort att de har ökat mer eller mindre?',
    en: 'What do we know of the firms that took part in the packages above, and what else may have made them rise more or less?',
  },
  askUntold: {
    sv: 'Om {untold} av {all} paket går det inte att säga något. Hur får vi fler företag att svara igen efter ett paket?',
    en: 'Of {untold} of {all} packages nothing can be told. How do we get more firms to answer again after a package?',
  },
  askElse: {
    sv: 'Vad behöver vi veta, utöver de här siffrorna, för att besluta om stöd?',
    en: 'What do we need to know, besides these figures, to decide on support?',
  },
  sameAsPackage: {
    sv: 'Samma siffror som för {name}: {areas}.',
    en: 'The same figures as for {name}: {areas}.',
  },
  counted: { sv: 'Vad som är jämfört', en: 'What is compared' },
  periods: {
    sv: 'Företag som svarade {beforeFrom} till och med {beforeTo} och igen {afterFrom} till och med {afterTo}, och har samtyckt till att deras förändringar och paket räknas.',
    en: 'Firms that answered from {beforeFrom} to {beforeTo} and again from {afterFrom} to {afterTo}, and have agreed that their changes and packages are counted.',
  },
  cannotTell: { sv: 'Vad siffrorna inte kan säga', en: 'What the figures cannot tell' },
  packages: { sv: 'Paket för paket', en: 'Package by package' },
  together: { sv: 'Alla paket tillsammans', en: 'All packages together' },
  togetherMeans: {
    sv: 'Inom varje område: företag som deltog i något paket som handlar om det.',
    en: 'In each area: firms that took part in some package about it.',
  },
  steps: { sv: 'Steg för steg i strategin', en: 'Step by step of the strategy' },
  more: {
    sv: 'Företag som deltog har ökat mer än liknande företag inom: {areas}.',
    en: 'Firms that took part have risen more than similar firms in: {areas}.',
  },
  less: {
    sv: 'Företag som deltog har ökat mindre än liknande företag inom: {areas}.',
    en: 'Firms that took part have risen less than similar firms in: {areas}.',
  },
  unclear: {
    sv: 'Oklart inom: {areas}. Intervallet rymmer 0, så de kan ha ökat mer, mindre eller lika mycket.',
    en: 'Unclear in: {areas}. The interval holds 0, so they may have risen more, less or just as much.',
  },
  filled: {
    sv: 'En fylld punkt: intervallet ligger på ena sidan om 0. Skalan är samma i alla tabeller.',
    en: 'A filled dot: the interval lies on one side of 0. All tables have the same scale.',
  },
  interval: { sv: '{estimate} ({low} till {high})', en: '{estimate} ({low} to {high})' },
  difference: { sv: 'Skillnad (intervall)', en: 'Difference (interval)' },
  tookPart: { sv: 'Deltog, ca', en: 'Took part, about' },
  matched: { sv: 'Jämförda, ca', en: 'Compared, about' },
  nothingOfThem: {
    sv: 'Det går inte att säga något om något av dem.',
    en: 'Nothing can be told of any of them.',
  },
  notTold: { sv: 'Paket som inte går att säga något om', en: 'Packages that cannot be told of' },
  allTold: { sv: 'Något visas av varje paket.', en: 'Something is shown of every package.' },
  notToldList: { sv: '{count} paket: {packages}.', en: '{count} packages: {packages}.' },
  notToldCount: {
    sv: '{count} av {all} paket. Vilka står i arbetsgruppens underlag.',
    en: '{count} of {all} packages. Which is in the papers for the working group.',
  },
  notToldOne: { sv: 'Ett paket: {packages}.', en: 'One package: {packages}.' },
  whyNotTold: {
    sv: 'För få företag deltog, eller inget, eller för få gick att jämföra, eller så är siffrorna dolda för att andras inte ska gå att räkna ut. Det betyder inte att inget har hänt.',
    en: 'Too few firms took part, or none, or too few could be compared, or the figures are hidden so that those of others cannot be worked out. It does not mean that nothing has happened.',
  },
  shownCount: {
    sv: '{shown} av {total} skillnader visas. En skillnad är ett område för ett paket, ett steg eller alla paket tillsammans.',
    en: '{shown} of {total} differences are shown. A difference is one area of one package, one step or all packages together.',
  },
} satisfies Record<string, LocalisedText>;

export type EffectWord = keyof typeof words;

export const effectWordsIn =
  (language: Language) =>
  (word: EffectWord, filling: Readonly<Record<string, string | number>> = {}): string =>
    fillIn(words[word][language], filling);
export type EffectWords = ReturnType<typeof effectWordsIn>;
