import { Plural, Trans } from '@lingui/react/macro';
import type { LeftOut } from '#shared/domain/coverage/population.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { useCoverageWords } from './use-coverage-names.ts';

/** What the source has and the table leaves out. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const words = useCoverageWords();
  const language = useLanguage();
  const told = leftOut.filter(({ why }) => why !== 'sum' && why !== 'elsewhere');
  if (told.length === 0) return null;
  return (
    <Details summary={<Trans>What is not in the number</Trans>}>
      <ul>
        {told.map(({ why, rows, number }) => (
          <li key={why}>
            {words.leftOut(why)}:{' '}
            {number === null ? <Plural value={rows} one="# row" other="# rows" /> : formatNumber(number, language)}
          </li>
        ))}
      </ul>
    </Details>
  );
}
