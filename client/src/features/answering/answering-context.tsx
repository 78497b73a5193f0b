import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import { type Completeness, completeness } from '#shared/domain/answers/completeness.ts';
import type { PathProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Structure, Texts } from '#shared/domain/instrument/definition.ts';
import { type PathSection, type PathStep, stepsOnPath } from '#shared/domain/instrument/path.ts';
import { limitToPart } from '#shared/domain/respondents/part.ts';
import { useFormWords } from '../../lib/use-form-words.ts';
import type { AnsweringSession } from './answering-session.ts';
import { LastTimeProvider } from './last-time.tsx';
import type { LoadedAnswering } from './load-answering.ts';
import type { Versions } from './load-versions.ts';
import type { OutboxState } from './outbox/outbox-parts.ts';
import { QuestionContext } from './question-context.tsx';

/** Of how many questions the answer is not saved after a closing, and what became of it. */
export type LeftBehind = { readonly kept: number; readonly dropped: number; readonly late: number };

export type AnsweringHrefs = {
  item: (step: number) => string;
  overview: string;
  /** Where whoever leads asks colleagues to answer too. */
  respondents: string;
  /** Where a respondent comes who has closed their answers in this browser. */
  closedHere: (left: LeftBehind) => string;
  review: string;
  result: string;
  method: string;
  /** Where the answers are saved under an account. */
  claim: string;
  resume: string;
  /** What going over to another version of the questions changes. */
  version: string;
  signIn: (next: string) => string;
};

export type Answering = {
  session: AnsweringSession;
  hrefs: AnsweringHrefs;
  structure: Structure;
  profile: PathProfile;
  texts: Texts;
  answers: Answers;
  /** Items whose answers came along from an earlier form and have not been given again. */
  carried: ReadonlySet<string>;
  outbox: OutboxState;
  /** Opened without a network: the saved answers are not among `answers` until there is one. */
  awaitsSaved: boolean;
  /** The response has gone over to another version than the one that is put here. */
  isMoved: boolean;
  versions: Versions;
  /** Address of who is signed in, as far as the page knows. */
  ownEmail: string | null;
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

export type AnsweringProviderProps = {
  loaded: LoadedAnswering;
  hrefs: AnsweringHrefs;
  ownEmail: string | null;
  children: ReactNode;
};

export function AnsweringProvider({ loaded, hrefs, ownEmail, children }: AnsweringProviderProps) {
  const { session, versions } = loaded;
  const { structure: whole, texts } = useFormWords(loaded.form, session.response.instrumentVersionId);
  const { answers, carried, outbox, awaitsSaved, isMoved } = useSyncExternalStore(session.subscribe, session.read);
  const { profile, formCode, respondent } = session.response;
  // Somebody who answers a part sees a form of their own, which is all that the pages know of.
  const structure = useMemo(
    () => (respondent === null ? whole : limitToPart(whole, formCode, respondent.part)),
    [whole, formCode, respondent],
  );
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
      carried,
      outbox,
      awaitsSaved,
      isMoved,
      versions,
      ownEmail,
      sections,
      steps: sections.flatMap((section) => section.steps),
      counts: completeness(structure, formCode, profile, answers),
      give: session.give,
    };
  }, [
    session,
    hrefs,
    structure,
    profile,
    formCode,
    texts,
    answers,
    carried,
    outbox,
    awaitsSaved,
    isMoved,
    versions,
    ownEmail,
  ]);

  return (
    <AnsweringContext value={value}>
      <QuestionContext value={value}>
        <LastTimeProvider loaded={loaded.lastTime} response={session.response} awaitsSaved={awaitsSaved}>
          {children}
        </LastTimeProvider>
      </QuestionContext>
    </AnsweringContext>
  );
}
