import { createContext, type ReactNode, use, useMemo } from 'react';
import type { ResultDocument } from '#shared/contracts/results.ts';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { Structure, Texts } from '#shared/domain/instrument/definition.ts';
import { indexStructure, type StructureIndex } from '#shared/domain/instrument/index-structure.ts';
import { useFormWords } from '../../lib/use-form-words.ts';
import type { LoadedResult } from './load-result.ts';

export type ResultHrefs = {
  result: string;
  earlierResult: (responseId: string) => string;
  calculation: (dimension?: string) => string;
  contact: (packageCode: string) => string;
  package: (packageCode: string) => string;
  referrals: string;
  overview: (responseId: string) => string;
  method: string;
};

export type ResultView = {
  result: ResultDocument;
  structure: Structure;
  index: StructureIndex;
  texts: Texts;
  answers: Answers;
  hrefs: ResultHrefs;
};

const ResultContext = createContext<ResultView | null>(null);

export function useResult(): ResultView {
  const view = use(ResultContext);
  if (view === null) throw new Error('This part belongs inside ResultProvider.');
  return view;
}

export type ResultProviderProps = { loaded: LoadedResult; hrefs: ResultHrefs; children: ReactNode };

export function ResultProvider({ loaded, hrefs, children }: ResultProviderProps) {
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
    }),
    [result, structure, texts, hrefs],
  );
  return <ResultContext value={value}>{children}</ResultContext>;
}
