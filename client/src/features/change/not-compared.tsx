import { Trans } from '@lingui/react/macro';
import { useLocalised } from '../../lib/use-language.ts';
import type { Judged } from './compared-areas.ts';
import { useChangeTexts } from './use-change-texts.ts';

/** Areas of which nothing is said, with why. */
export function NotCompared({ areas }: { areas: readonly Judged[] }) {
  const localise = useLocalised();
  const texts = useChangeTexts();
  if (areas.length === 0) return null;
  return (
    <>
      <h3>
        <Trans>Not compared</Trans>
      </h3>
      <ul>
        {areas.map((area) => (
          <li key={area.dimension}>
            {localise(area.name)}: {texts.verdict(area)}
          </li>
        ))}
      </ul>
    </>
  );
}
