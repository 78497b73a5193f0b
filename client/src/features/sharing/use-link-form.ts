import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { emailSchema } from '#shared/contracts/people.ts';
import type { ResultLinks } from '#shared/contracts/result-links.ts';
import type { Language } from '#shared/domain/language.ts';
import { type linkDays, type SharedPart, sharedParts } from '#shared/domain/sharing/share-choice.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { LinkBody } from './api.ts';

export type Days = (typeof linkDays)[number];

export type LinkFields = {
  recipientName: string;
  recipientEmail: string;
  sendsMail: boolean;
  note: string;
  parts: readonly SharedPart[];
  showsFirmName: boolean;
  language: Language;
  days: Days;
};

export type LinkFaults = Partial<Record<'recipientName' | 'recipientEmail' | 'note' | 'parts', string>>;

export const longestNote = 500;
const longestName = 120;
const usualDays: Days = 30;

/** What has been filled in, and what of it is amiss once one has tried to go on. */
export function useLinkForm({ firmName }: Pick<ResultLinks, 'firmName'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const blank: LinkFields = {
    recipientName: '',
    recipientEmail: '',
    sendsMail: false,
    note: '',
    parts: ['levels'],
    showsFirmName: firmName !== null,
    language,
    days: usualDays,
  };
  const [fields, setFields] = useState(blank);
  const [hasTried, setTried] = useState(false);
  const { recipientName, recipientEmail, sendsMail, note, parts } = fields;
  const email = recipientEmail.trim();
  const hasEmail = emailSchema.safeParse(email).success;
  const name = recipientName.trim();
  const found: LinkFaults = {
    ...(name === '' && { recipientName: t`Write who the link is for.` }),
    ...(name.length > longestName && { recipientName: t`Shorten the name to at most ${longestName} characters.` }),
    ...(email !== '' && !hasEmail && { recipientEmail: t`Write an e-mail address such as name@firm.se.` }),
    ...(email === '' && sendsMail && { recipientEmail: t`Write the address that the link is sent to.` }),
    ...(note.trim().length > longestNote && { note: t`Shorten the greeting to at most ${longestNote} characters.` }),
    ...(parts.length === 0 && { parts: t`Choose at least one thing to show.` }),
  };
  const body: LinkBody = {
    recipientName: name,
    ...(email !== '' && { recipientEmail: email }),
    ...(note.trim() !== '' && { note: note.trim() }),
    days: fields.days,
    sendsMail,
    choice: {
      parts: sharedParts.filter((part) => parts.includes(part)),
      showsFirmName: fields.showsFirmName,
      language: fields.language,
    },
  };
  return {
    fields,
    body,
    faults: hasTried ? found : {},
    change: (changes: Partial<LinkFields>) => setFields((before) => ({ ...before, ...changes })),
    /** Whether everything is as it should be; from now on what is not is told. */
    check: () => {
      setTried(true);
      return Object.keys(found).length === 0;
    },
    clear: () => {
      setFields(blank);
      setTried(false);
    },
  };
}
export type LinkForm = ReturnType<typeof useLinkForm>;
