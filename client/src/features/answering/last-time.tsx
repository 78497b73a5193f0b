import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { createContext, use } from 'react';
import type { LastAnswer } from '#shared/domain/answers/last-time.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { formatDate } from '../../lib/format.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { isChoosable, radioOf } from './item-choices.ts';
import { type LastTime, nothingBefore } from './load-last-time.ts';
import { useQuestions } from './question-context.tsx';

const LastTimeContext = createContext<LastTime>(nothingBefore);
export const LastTimeProvider = LastTimeContext.Provider;

function useLastAnswer(item: Item): LastAnswer | undefined {
  const lastTime = use(LastTimeContext);
  return lastTime === 'missing' ? undefined : lastTime.get(item.code);
}

function useWhen(): (answer: LastAnswer) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return ({ submittedAt, isReworded }) => {
    const day = formatDate(new Date(submittedAt), language);
    return isReworded
      ? t`Your answer last time, ${day}, to the question in other words`
      : t`Your answer last time, ${day}`;
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

/** On the overview: that earlier answers stand beside, and that nothing is chosen by them. */
export function LastTimeSummary() {
  const lastTime = use(LastTimeContext);
  const language = useLanguage();
  if (lastTime === 'missing') {
    return (
      <Notice>
        <p>
          <Trans>
            What you answered last time could not be fetched. Load the page again to see it beside the questions.
          </Trans>
        </p>
      </Notice>
    );
  }
  const days = [...lastTime.values()].map(({ submittedAt }) => submittedAt).toSorted();
  const newest = days.at(-1);
  if (newest === undefined) return null;
  const day = formatDate(new Date(newest), language);
  return (
    <Notice title={<Plural value={days.length} one="# answer from last time" other="# answers from last time" />}>
      <p>
        <Trans>
          They stand beside the questions, the latest of {day}. Nothing is chosen beforehand: answer as things are now.
        </Trans>
      </p>
    </Notice>
  );
}
