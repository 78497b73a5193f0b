import { Trans } from '@lingui/react/macro';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';

/** What each figure counts, and how single firms are protected. */
export function CountingMethod({ loaded }: { loaded: AchievementDocument }) {
  const localise = useLocalised();
  const provider = localise(loaded.organisationName);
  const { fewestFirms, roundTo, rateStepPercent, fewestForChange, version } = loaded.protection;
  const weekdays = loaded.answerWithinWeekdays;
  const fingerprint = loaded.sha256.slice(0, 16);
  return (
    <Details summary={<Trans>How this is counted</Trans>} isOpenAtFirst>
      <ul>
        <li>
          <Trans>
            Firms: each that has given {provider} a consent or asked about a package, once, in the year it first
            happened. A firm that has withdrawn its consent stays in the count. Nobody reads anything about it any more.
          </Trans>
        </li>
        <li>
          <Trans>
            County, size and branch: as they were when the firm first let {provider} see its results. Groups of
            companies are not counted as one.
          </Trans>
        </li>
        <li>
          <Trans>
            Time to an answer: weekdays from the request to the first answer, public holidays included. What is waiting
            counts for as long as it has waited, and so does what the firm took back (Kaplan–Meier 1958). The target of{' '}
            {weekdays} weekdays is our proposal. The share is shown in steps of {rateStepPercent} %.
          </Trans>
        </li>
        <li>
          <Trans>
            Completed packages: in the year {provider} ended them. The same firm may have completed several.
          </Trans>
        </li>
        <li>
          <Trans>
            Change: one difference per firm, of those that let {provider} read their results when the last counted month
            ended. The rounds were answered with the same questions. The interval is a paired t interval. Fewer than{' '}
            {fewestForChange} firms are not shown.
          </Trans>
        </li>
        <li>
          <Trans>
            Protection: a count with fewer than {fewestFirms} firms behind it is shown as "..", and so is none. More is
            hidden where it could otherwise be worked out. Counts are rounded to the nearest {roundTo}, so parts do not
            always add up. There are only calendar years and everything since the start to choose from, and the figures
            change once a month. The limits are our proposal.
          </Trans>
        </li>
        <li>
          <Trans>
            Protection rules {version}, checksum of the figures {fingerprint}.
          </Trans>
        </li>
      </ul>
    </Details>
  );
}
