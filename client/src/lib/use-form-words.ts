import { useEffect, useState } from 'react';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import { fetchForm } from './fetch-form.ts';
import { useLanguage } from './use-language.ts';

/** The form in the reader's language; the words already there stay until the others have come. */
export function useFormWords(first: FormView, instrumentVersionId: string): FormView {
  const language = useLanguage();
  const [form, setForm] = useState(first);
  const { formCode } = first;
  useEffect(() => {
    if (form.language === language) return;
    let isWanted = true;
    fetchForm(instrumentVersionId, formCode, language).then(
      (fetched) => isWanted && setForm(fetched),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [form, language, instrumentVersionId, formCode]);
  return form;
}
