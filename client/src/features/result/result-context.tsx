import { createContext, type ReactNode, use, useMemo } from 'react';
import type { ResultDocument } from '#shared/contracts/results.ts';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { Structure, Texts } from '#shared/domain/instrument/definition.ts';
import { indexStructure, type StructureIndex } from '#shared/domain/instrument/index-structure.ts';
import { useFormWords } from '../../lib/use-form-words.ts';
import type { LoadedResult } from './load-result.ts';

/** Where the firm itself goes from its result. */
export type OwnHrefs = {
  result: string;
  earlierResult: (responseId: string) => string;
  calculation: (dimension?: string) => string;
  /** What has become of the firm since an earlier round. */
  change: string;
  contact: (packageCode: string) => string;
  /** Packages that the firm has asked about already, on this result. */
  requested: readonly string[];
  referrals: string;
  /** The same answers in the EU's measures. */
  reports: string;
  crosswalk: string;
  /** Where the result is shown to somebody else; null for whoever does not decide that. */
  sharing: string | null;
  overview: (responseId: string) => string;
  /** A published release, for everybody. */
  release: (number: number) => string;
};

export type ResultHrefs = {
  package: (packageCode: string) => string;
  method: string;
  /** Null for somebody whom the firm lets read the result: there is nothing to do on its behalf. */
  own: OwnHrefs | null;
};

export type ResultView = {
  result: ResultDocument;
  structure: Structure;
  index: StructureIndex;
  texts: Texts;
  answers: Answers;
  hrefs: ResultHrefs;
  /** Who can see this, for the firm itself. */
  trust: ReactNode;
  /** Who has reviewed it, for the firm itself. */
  reviews: ReactNode;
};

const ResultContext = createContext<ResultView | null>(null);

export function useResult(): ResultView {
  const view = use(ResultContext);
  if (view === null) throw new Error('This part belongs inside ResultProvider.');
  return view;
}

/** For what only the firm itself is shown. */
export function useOwnHrefs(): OwnHrefs {
  const { own } = useResult().hrefs;
  if (own === null) throw new Error('This part belongs to the firm itself.');
  return own;
}

export type ResultProviderProps = {
  loaded: LoadedResult;
  hrefs: ResultHrefs;
  trust?: ReactNode;
  reviews?: ReactNode;
  children: ReactNode;
};

export function ResultProvider({ loaded, hrefs, trust = null, reviews = null, children }: ResultProviderProps) {
  const { result } = loaded;
  const { structure, texts } = useFormWords(loaded.form, result.response.instrumentVersionId);
  const value = useMemo(
    (): ResultView => ({
      result,
      structure,
      index: indexStructure(structure),
      texts,
      answers: Object.fromEntries(result.response.answers.map(({ itemCode, answer }) => [itemCode, answer])),
      hrefs,
      trust,
      reviews,
    }),
    [result, structure, texts, hrefs, trust, reviews],
  );
  return <ResultContext value={value}>{children}</ResultContext>;
}
