import { Trans } from '@lingui/react/macro';
import { formatDate } from '../../lib/format.ts';
import { useChangeSentences } from '../../lib/use-change-sentences.ts';
import { useDifferenceWords } from '../../lib/use-difference-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { areasOfChange } from './compared-areas.ts';
import type { SharedChangeProps } from './shared-change.tsx';

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
  const { findings } = areasOfChange(change);
  const { of } = findings;
  const told = [...of.risen, ...of.fallen, ...of['sign-of-rise'], ...of['sign-of-fall']];
  const on = formatDate(new Date(since.submittedAt), language);
  return (
    <>
      <p>
        <Trans>Compared with {on}.</Trans>
      </p>
      <ul>
        {sentences(findings).map((sentence) => (
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
