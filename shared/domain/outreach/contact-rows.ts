import * as z from 'zod/mini';
import { checkOrganisationNumber } from '../firm/organisation-number.ts';
import { type Language, languages } from '../language.ts';
import { guessByWords } from './table-rows.ts';

/** What is kept of an earlier contact. Firm and address are needed to write to it; the rest is as it comes. */
export const contactFields = [
  'firmName',
  'email',
  'organisationNumber',
  'contactName',
  'telephone',
  'language',
] as const;
export type ContactField = (typeof contactFields)[number];

/** Which column of a file holds which field; the first is 0. */
export type ContactColumns = Readonly<Partial<Record<ContactField, number>>>;

export type Contact = {
  readonly firmName: string;
  readonly email: string;
  readonly organisationNumber: string | null;
  readonly contactName: string | null;
  readonly telephone: string | null;
  /** In which it is written to; null where the file does not say. */
  readonly language: Language | null;
};

export type ContactFault =
  | 'no-firm-name'
  | 'no-address'
  | 'faulty-address'
  | 'faulty-number'
  | 'personal-number'
  | 'too-long'
  | 'faulty-language';

const longest: Readonly<Record<ContactField, number>> = {
  firmName: 120,
  email: 254,
  organisationNumber: 40,
  contactName: 120,
  telephone: 25,
  language: 40,
};

/** Words that headings have, in small letters without anything but letters; of several the first that fits counts. */
const words: Readonly<Record<ContactField, readonly string[]>> = {
  email: ['epost', 'epostadress', 'email', 'emailaddress', 'mail', 'mejl', 'mailadress', 'mejladress'],
  organisationNumber: [
    'organisationsnummer',
    'orgnr',
    'orgnummer',
    'organisationsnr',
    'organisationnumber',
    'organizationnumber',
    'regno',
  ],
  firmName: [
    'företag',
    'företagsnamn',
    'firma',
    'firmanamn',
    'bolag',
    'kund',
    'organisation',
    'company',
    'companyname',
    'firm',
    'firmname',
  ],
  contactName: ['kontaktperson', 'kontakt', 'namn', 'contact', 'contactname', 'contactperson', 'name', 'person'],
  telephone: ['telefon', 'telefonnummer', 'mobil', 'mobilnummer', 'tel', 'phone', 'telephone', 'mobile'],
  language: ['språk', 'sprak', 'language', 'lang'],
};

/** What a language is called in files, in small letters. */
const languageWords: Readonly<Record<Language, readonly string[]>> = {
  sv: ['sv', 'swe', 'svenska', 'swedish', 'sv-se'],
  en: ['en', 'eng', 'engelska', 'english', 'en-gb', 'en-us'],
};

const languageOf = (text: string): Language | undefined =>
  languages.find((language) => languageWords[language].includes(text.toLowerCase()));

const bare = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-zåäö]/g, '');

/** Which column is which, by its heading; no column twice. */
export function guessColumns(headings: readonly string[]): ContactColumns {
  const order = ['email', 'organisationNumber', 'firmName', 'contactName', 'telephone', 'language'] as const;
  return guessByWords(headings.map(bare), words, order);
}

const addressSchema = z.string().check(z.email());

/** Reads one row; all that is wrong with it, or the contact. */
export function readContact(
  cells: readonly string[],
  columns: ContactColumns,
): { readonly contact: Contact } | { readonly faults: readonly ContactFault[] } {
  const textOf = (field: ContactField): string => {
    const column = columns[field];
    return column === undefined ? '' : (cells[column] ?? '').replaceAll('\u0000', '').trim();
  };
  const firmName = textOf('firmName');
  const email = textOf('email').toLowerCase();
  const numberText = textOf('organisationNumber');
  const number = numberText === '' ? null : checkOrganisationNumber(numberText);
  const languageText = textOf('language');
  const language = languageText === '' ? null : languageOf(languageText);
  const faults: ContactFault[] = [];
  if (firmName === '') faults.push('no-firm-name');
  if (email === '') faults.push('no-address');
  else if (!addressSchema.safeParse(email).success) faults.push('faulty-address');
  if (number?.ok === false) faults.push(number.code === 'personal-number' ? 'personal-number' : 'faulty-number');
  if (language === undefined) faults.push('faulty-language');
  if (contactFields.some((field) => textOf(field).length > longest[field])) faults.push('too-long');
  if (faults.length > 0 || language === undefined) return { faults };
  return {
    contact: {
      firmName,
      email,
      organisationNumber: number?.ok === true ? number.organisationNumber : null,
      contactName: textOf('contactName') || null,
      telephone: textOf('telephone') || null,
      language,
    },
  };
}
