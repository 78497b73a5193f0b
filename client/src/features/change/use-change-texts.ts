import { useLingui } from '@lingui/react/macro';
import { findingOf } from '#shared/domain/change/change-findings.ts';
import type { ItemMove, Said } from '#shared/domain/change/moved-items.ts';
import { useAnswerKinds } from '../../lib/use-answer-words.ts';
import { useDifferenceWords } from '../../lib/use-difference-words.ts';
import { useLocalised } from '../../lib/use-language.ts';
import type { Judged } from './compared-areas.ts';

/** What is said of an area, of a question and of an answer. */
export function useChangeTexts() {
  const { t } = useLingui();
  const kinds = useAnswerKinds();
  const { findings } = useDifferenceWords();
  const localise = useLocalised();
  return {
    verdict: ({ verdict, change }: Pick<Judged, 'verdict' | 'change'>): string => {
      const told = findingOf(verdict, change?.holdsTogether === true);
      switch (told) {
        case 'risen':
        case 'fallen':
        case 'sign-of-rise':
        case 'sign-of-fall':
        case 'within-error':
          return findings[told];
        case 'too-few-comparable':
          return t`Too few questions mean the same in both rounds`;
        case 'only-then':
          return t`Has a level in the earlier round only`;
        case 'only-now':
          return t`Has a level in the later round only`;
      }
    },
    move: (move: ItemMove): string => {
      switch (move) {
        case 'risen':
          return t`Higher now`;
        case 'fallen':
          return t`Lower now`;
        case 'known-now':
          return t`Has become known: no rise`;
        case 'unknown-now':
          return t`Not known any more: no fall`;
        case 'only-then':
          return t`Not compared: answered then only`;
        case 'only-now':
          return t`Not compared: answered now only`;
        case 'reworded':
          return t`Not compared: the question asks something else now`;
        case 'rescaled':
          return t`Not compared: the answers give other points now`;
        case 'added':
          return t`Not compared: the question is new`;
        case 'removed':
          return t`Not compared: the question is no longer asked`;
      }
    },
    said: (said: Said): string => {
      switch (said.state) {
        case 'words':
          return localise(said.text);
        case 'yes':
        case 'no':
        case 'dont-know':
        case 'not-applicable':
          return kinds[said.state];
        case 'unanswered':
          return kinds.none;
        case 'not-asked':
          return t`Not asked`;
      }
    },
  };
}
