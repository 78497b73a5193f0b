import { Plural, Trans } from '@lingui/react/macro';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useLastTime } from './last-time.tsx';
import { useScoredItems } from './use-scored-items.ts';

/** On the overview: that earlier answers stand beside, and that nothing is chosen by them. */
export function LastTimeSummary() {
  const lastTime = useLastTime();
  const language = useLanguage();
  const scored = useScoredItems();
  if (lastTime === 'awaited') return null;
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
  const count = scored.filter((code) => lastTime.has(code)).length;
  const isTogether = [...lastTime.values()].some((each) => each.isTogether);
  return (
    <Notice
      title={
        <Plural
          value={count}
          _0="Answers from last time"
          one="# answer from last time"
          other="# answers from last time"
        />
      }
    >
      <p>
        <Trans>
          They stand beside the questions, the latest of {day}. Nothing is chosen beforehand: answer as things are now.
        </Trans>
        {isTogether && (
          <>
            {' '}
            <Trans>
              They are what the firm submitted: where several of you had answered, their answers put together, and not
              what each of you chose.
            </Trans>
          </>
        )}
      </p>
    </Notice>
  );
}
