import { useLingui } from '@lingui/react/macro';
import type { Verdict } from '#shared/domain/change/judge-change.ts';
import type { ItemMove, Said } from '#shared/domain/change/moved-items.ts';
import { useLocalised } from '../../lib/use-language.ts';

/** What is said of an area, of a question and of an answer. */
export function useChangeTexts() {
  const { t } = useLingui();
  const localise = useLocalised();
  return {
    verdict: (verdict: Verdict): string => {
      switch (verdict) {
        case 'risen':
          return t`Risen by more than the error`;
        case 'fallen':
          return t`Fallen by more than the error`;
        case 'within-error':
          return t`Cannot be told from the error`;
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
          return t`Yes`;
        case 'no':
          return t`No`;
        case 'dont-know':
          return t`Don't know`;
        case 'not-applicable':
          return t`Not relevant to us`;
        case 'unanswered':
          return t`No answer`;
        case 'not-asked':
          return t`Not asked`;
      }
    },
  };
}
