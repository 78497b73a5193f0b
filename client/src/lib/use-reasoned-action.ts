import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from './use-action.ts';
import { useProblemWords } from './use-problem-words.ts';

const longestReason = 500;

/** Nothing is sent without a reason. */
class MissingReason extends Error {}

/** An action that is done with a reason. What was typed stays when it could not be done. */
export function useReasonedAction() {
  const { t } = useLingui();
  const problemWords = useProblemWords();
  const action = useAction((failure) =>
    failure instanceof MissingReason ? t`Write why, with at most ${longestReason} characters.` : problemWords(failure),
  );
  const [reason, setReason] = useState('');
  return {
    action,
    reason,
    setReason,
    /** The reason as it is sent. */
    givenReason: (): string => {
      const given = reason.trim();
      if (given.length === 0 || given.length > longestReason) throw new MissingReason();
      return given;
    },
  };
}
