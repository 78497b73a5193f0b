import { Trans } from '@lingui/react/macro';
import { formatDate } from '../../lib/format.ts';
import { useDifferenceWords } from '../../lib/use-difference-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { areasByVerdict } from './compared-areas.ts';
import type { SharedChangeProps } from './shared-change.tsx';
import { useChangeSentences } from './use-change-sentences.ts';

/** What has become of a firm, in short, for who prepares a meeting with it. */
export function ChangeBeforeMeeting({ change: { status, since, change } }: SharedChangeProps) {
  const language = useLanguage();
  const localise = useLocalised();
  const { sentences } = useChangeSentences();
  const { level, signed } = useDifferenceWords();
  if (since === null || change === null) {
    return (
      <p>
        <Trans>The firm has measured one round</Trans>.
      </p>
    );
  }
  if (status !== 'compared') {
    return (
      <p>
        <Trans>Nothing can be compared between the rounds</Trans>.
      </p>
    );
  }
  const areas = areasByVerdict(change);
  const told = [...areas.risen, ...areas.fallen];
  const on = formatDate(new Date(since.submittedAt), language);
  return (
    <>
      <p>
        <Trans>Compared with {on}.</Trans>
      </p>
      <ul>
        {sentences(areas).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {told.length > 0 && (
        <ul>
          {told.map(({ dimension, name, change: { before, after, difference } }) => (
            <li key={dimension}>
              {localise(name)}: {level(before)} → {level(after)} ({signed(difference)})
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
