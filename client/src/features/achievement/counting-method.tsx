import { Trans } from '@lingui/react/macro';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import { versionNumber } from '#shared/domain/version-number.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { useAchievementWords } from './use-achievement-words.ts';

/** What each figure counts, and how single firms are protected. */
export function CountingMethod({ loaded }: { loaded: AchievementDocument }) {
  const localise = useLocalised();
  const words = useAchievementWords();
  const { organisationName, protection, answerWithinWeekdays } = loaded;
  const { roundTo, rateStepPercent } = protection;
  const version = versionNumber(protection.version);
  const fingerprint = loaded.sha256.slice(0, 16);
  const told = words.method({
    ...protection,
    provider: localise(organisationName),
    weekdays: answerWithinWeekdays,
    step: roundTo,
    rateStep: rateStepPercent,
  });
  return (
    <Details summary={words.say('method')} isOpenAtFirst>
      <ul>
        {told.map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li>
          <Trans>
            Protection rules, version {version}, checksum of the figures {fingerprint}.
          </Trans>
        </li>
      </ul>
    </Details>
  );
}
