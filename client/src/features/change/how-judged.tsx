import { Trans } from '@lingui/react/macro';
import type { RoundChange } from '#shared/domain/change/round-change.ts';
import { shownVersion } from '#shared/domain/wording/shown-version.ts';
import { useDifferenceWords } from '../../lib/use-difference-words.ts';
import { Section } from '../../ui/page/section.tsx';

/** What stands between a difference and a change. */
export function HowJudged({ change }: { change: RoundChange }) {
  const { level } = useDifferenceWords();
  const [error, version] = [level(change.itemError), shownVersion(change.rulesVersion)];
  return (
    <Section title={<Trans>How it is judged</Trans>}>
      <p>
        <Trans>
          Who answers the same question twice does not always answer the same, though nothing has changed. We reckon
          with an error of {error} levels for one answer: as if every second unchanged practice were answered one step
          differently the next time. That is our cautious proposal (the rules of change, version {version}), until it
          has been measured. The more questions an area rests on, the less of the error is left.
        </Trans>
      </p>
      <p>
        <Trans>
          A change counts as more than error when error alone gives one as large in one case of twenty at most (smallest
          detectable change, de Vet and others 2006). It says nothing of what the change comes from.
        </Trans>
      </p>
    </Section>
  );
}
