import type { LocalisedText } from '../language.ts';

type Words = Readonly<Record<string, LocalisedText>>;

/** What measures are listed under that belong to no part of the questionnaire. */
export const headingWords: Words = {
  importance: { sv: 'Hur viktigt området är om två år', en: 'How important the area is two years from now' },
  wish: { sv: 'Önskan om stöd', en: 'Wish for support' },
  gap: { sv: 'Behov utan paket', en: 'Needs without a package' },
  collaboration: { sv: 'Samarbete och mångfald', en: 'Collaboration and diversity' },
  firms: { sv: 'Antal företag', en: 'Number of firms' },
};

/** What is added to the name of a dimension. */
export const sourceWords: Words = {
  importance: { sv: 'hur viktigt', en: 'importance' },
  wish: { sv: 'vill ha stöd', en: 'wants support' },
  gap: { sv: 'behov utan paket', en: 'need without a package' },
};

export const ownMeasureWords: Words = {
  'firms.firms': { sv: 'Företag som har svarat', en: 'Firms that have answered' },
  'collaboration.other-sme': {
    sv: 'Samarbetar med andra små eller medelstora företag',
    en: 'Works with other small or medium-sized firms',
  },
  'collaboration.large-firm': { sv: 'Samarbetar med stora företag', en: 'Works with large firms' },
  'collaboration.university-or-institute': {
    sv: 'Samarbetar med högskola eller institut',
    en: 'Works with a university or institute',
  },
  'collaboration.test-bed': { sv: 'Samarbetar med en testbädd', en: 'Works with a test bed' },
  'collaboration.foreign-partner': {
    sv: 'Samarbetar med någon i ett annat land',
    en: 'Works with a partner in another country',
  },
  'women.all': { sv: 'Andel kvinnor bland de anställda', en: 'Share of women among the employees' },
  'women.management': { sv: 'Andel kvinnor i ledningen', en: 'Share of women in management' },
  'women.production': { sv: 'Andel kvinnor i produktionen', en: 'Share of women in production' },
};

/** The classes of `percentMeasure`. */
export const womenClasses = {
  classes: [
    { sv: 'under 10 %', en: 'under 10 %' },
    { sv: '10–19 %', en: '10–19 %' },
    { sv: '20–39 %', en: '20–39 %' },
    { sv: '40–60 %', en: '40–60 %' },
    { sv: 'över 60 %', en: 'over 60 %' },
  ],
  coarse: [
    { sv: 'under 20 %', en: 'under 20 %' },
    { sv: '20–39 %', en: '20–39 %' },
    { sv: '40 % eller mer', en: '40 % or more' },
  ],
};

export const yesNoWords: LocalisedText[] = [
  { sv: 'Nej', en: 'No' },
  { sv: 'Ja', en: 'Yes' },
];

export const attributeWords: Words = {
  county: { sv: 'Län', en: 'County' },
  branch: { sv: 'Bransch', en: 'Branch' },
  size: { sv: 'Storlek', en: 'Size' },
  municipality: { sv: 'Kommunstorlek', en: 'Size of municipality' },
};

/** By population; `municipalityKinds` says from what on. */
export const municipalityWords: readonly { readonly code: string; readonly name: LocalisedText }[] = [
  { code: 'large', name: { sv: 'Kommun med minst 50 000 invånare', en: 'Municipality of at least 50,000 people' } },
  { code: 'middle', name: { sv: 'Kommun med 20 000–49 999 invånare', en: 'Municipality of 20,000–49,999 people' } },
  {
    code: 'small',
    name: { sv: 'Kommun med färre än 20 000 invånare', en: 'Municipality of fewer than 20,000 people' },
  },
];

export const orWord: LocalisedText = { sv: 'eller', en: 'or' };
