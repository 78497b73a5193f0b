import { useLingui } from '@lingui/react/macro';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { LastAnswer } from '#shared/domain/answers/last-time.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { formatDate } from '../../lib/format.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { isChoosable, radioOf } from './item-choices.ts';
import { type LastTime, loadLastTime, nothingBefore } from './load-last-time.ts';
import { useQuestions } from './question-context.tsx';
import type { AnsweredResponse } from './remembered-response.ts';

const LastTimeContext = createContext<LastTime>(nothingBefore);

type LastTimeProviderProps = {
  loaded: LastTime;
  response: AnsweredResponse;
  /** There is no network yet to ask what is saved. */
  awaitsSaved: boolean;
  children: ReactNode;
};

/** What was answered last time; opened without a network, as soon as there is one. */
export function LastTimeProvider({ loaded, response, awaitsSaved, children }: LastTimeProviderProps) {
  const [fetched, setFetched] = useState<LastTime | null>(null);
  const isDue = loaded === 'awaited' && !awaitsSaved;
  useEffect(() => {
    if (!isDue) return undefined;
    let isCurrent = true;
    void loadLastTime(response).then((lastTime) => {
      if (isCurrent) setFetched(lastTime);
    });
    return () => {
      isCurrent = false;
    };
  }, [isDue, response]);
  return <LastTimeContext value={isDue ? (fetched ?? nothingBefore) : loaded}>{children}</LastTimeContext>;
}

export const useLastTime = (): LastTime => use(LastTimeContext);

/** Whether what was answered last time is to be asked for when the network is back. */
export const useIsLastTimeAwaited = (): boolean => useLastTime() === 'awaited';

function useLastAnswer(item: Item): LastAnswer | undefined {
  const lastTime = useLastTime();
  return typeof lastTime === 'string' ? undefined : lastTime.get(item.code);
}

function useWhen(): (answer: LastAnswer) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return ({ submittedAt, isReworded, isTogether }) => {
    const day = formatDate(new Date(submittedAt), language);
    if (isTogether) {
      return isReworded
        ? t`What was submitted last time, ${day}, put together of what several answered, to the question in other words`
        : t`What was submitted last time, ${day}, put together of what several answered`;
    }
    return isReworded
      ? t`What was submitted last time, ${day}, to the question in other words`
      : t`What was submitted last time, ${day}`;
  };
}

/** The choice that was made last time, and what to say by it; undefined where none was. */
export function useLastChoice(item: Item): { value: string; words: string } | undefined {
  const last = useLastAnswer(item);
  const when = useWhen();
  const value = last === undefined ? null : radioOf(last.value);
  return last === undefined || value === null ? undefined : { value, words: when(last) };
}

/** What was answered last time to a question that is no choice among several. */
export function LastTimeLine({ item }: { item: Item }) {
  const { texts } = useQuestions();
  const last = useLastAnswer(item);
  const wordsOf = useAnswerWords();
  const when = useWhen();
  if (last === undefined || isChoosable(item)) return null;
  return (
    <p>
      <strong>{when(last)}:</strong> {wordsOf(item, last.value, texts)}
    </p>
  );
}
