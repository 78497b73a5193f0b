import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import { type Completeness, completeness } from '#shared/domain/answers/completeness.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Structure, Texts } from '#shared/domain/instrument/definition.ts';
import { type PathSection, type PathStep, stepsOnPath } from '#shared/domain/instrument/path.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { AnsweringSession } from './answering-session.ts';
import { fetchForm } from './api.ts';
import type { LoadedAnswering } from './load-answering.ts';
import type { OutboxState } from './outbox/outbox.ts';

export type AnsweringHrefs = {
  item: (step: number) => string;
  overview: string;
  review: string;
  result: string;
  method: string;
};

export type Answering = {
  session: AnsweringSession;
  hrefs: AnsweringHrefs;
  structure: Structure;
  profile: FirmProfile;
  texts: Texts;
  answers: Answers;
  outbox: OutboxState;
  sections: readonly PathSection[];
  steps: readonly PathStep[];
  counts: Completeness;
  give: (itemCode: string, answer: Answer) => void;
};

const AnsweringContext = createContext<Answering | null>(null);

export function useAnswering(): Answering {
  const answering = use(AnsweringContext);
  if (answering === null) throw new Error('This page belongs inside AnsweringProvider.');
  return answering;
}

/** The form in the reader's language; the words already there stay until the others have come. */
function useForm(first: FormView, session: AnsweringSession): FormView {
  const language = useLanguage();
  const [form, setForm] = useState(first);
  const { instrumentVersionId, formCode } = session.response;
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

export type AnsweringProviderProps = { loaded: LoadedAnswering; hrefs: AnsweringHrefs; children: ReactNode };

export function AnsweringProvider({ loaded, hrefs, children }: AnsweringProviderProps) {
  const { session } = loaded;
  const { structure, texts } = useForm(loaded.form, session);
  const { answers, outbox } = useSyncExternalStore(session.subscribe, session.read);
  const { profile, formCode } = session.response;
  useEffect(() => session.begin(), [session]);

  const value = useMemo((): Answering => {
    const sections = stepsOnPath(structure, formCode, profile, answers);
    return {
      session,
      hrefs,
      structure,
      profile,
      texts,
      answers,
      outbox,
      sections,
      steps: sections.flatMap((section) => section.steps),
      counts: completeness(structure, formCode, profile, answers),
      give: session.give,
    };
  }, [session, hrefs, structure, profile, formCode, texts, answers, outbox]);

  return <AnsweringContext value={value}>{children}</AnsweringContext>;
}
