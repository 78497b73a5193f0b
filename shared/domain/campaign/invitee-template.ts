import type { Language } from '../language.ts';
import type { InviteeField } from './invitee-rows.ts';

type Template = {
  readonly name: string;
  readonly headings: Readonly<Record<Exclude<InviteeField, 'telephone'>, string>>;
};

/** A file to fill in, by headings that are known when it comes back. No row: one that is an example could be invited. */
export const inviteeTemplates: Readonly<Record<Language, Template>> = {
  sv: {
    name: 'foretag-att-bjuda-in.csv',
    headings: {
      firmName: 'Företag',
      email: 'E-post',
      organisationNumber: 'Organisationsnummer',
      contactName: 'Kontaktperson',
      language: 'Språk',
      municipality: 'Kommun',
      branch: 'Bransch',
      sizeClass: 'Anställda',
    },
  },
  en: {
    name: 'firms-to-invite.csv',
    headings: {
      firmName: 'Firm',
      email: 'E-mail',
      organisationNumber: 'Organisation number',
      contactName: 'Contact person',
      language: 'Language',
      municipality: 'Municipality',
      branch: 'Branch',
      sizeClass: 'Employees',
    },
  },
};
