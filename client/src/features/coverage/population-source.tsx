import { Plural, Trans } from '@lingui/react/macro';
import type { Population } from '#shared/contracts/coverage.ts';
import { countAt } from '#shared/domain/coverage/population.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { useCoverageWords } from './use-coverage-names.ts';

/** Where the number of firms comes from, and what is not in it. */
export function PopulationSource({ population }: { population: Population }) {
  const language = useLanguage();
  const { sourceUrl, year, cells, leftOut, isSimulated } = population;
  const source = useCoverageWords().source(population);
  const { surely: number, secretRows } = countAt(cells, {});
  const shown = formatNumber(number, language);
  return (
    <>
      <p>
        {secretRows > 0 ? (
          <Plural value={number} one={`At least ${shown} firm`} other={`At least ${shown} firms`} />
        ) : (
          <Plural value={number} one={`${shown} firm`} other={`${shown} firms`} />
        )}
        ,{' '}
        <Trans>
          {year}. Source: {source}.
        </Trans>{' '}
        {sourceUrl !== null && (
          <ExternalLink href={sourceUrl}>
            <Trans>To the source</Trans>
          </ExternalLink>
        )}{' '}
        <SimulatedTag isSimulated={isSimulated} />
      </p>
      <LeftOutList leftOut={leftOut} />
    </>
  );
}
