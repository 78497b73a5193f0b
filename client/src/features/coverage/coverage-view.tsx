import { Trans } from '@lingui/react/macro';
import type { Population } from '#shared/contracts/coverage.ts';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import { coverageAttributes, coverageBy, largeFirms } from '#shared/domain/coverage/coverage.ts';
import { countAt, populationBeside } from '#shared/domain/coverage/population.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import type { CurrentPopulations } from './api.ts';
import { GroupCoverage } from './group-coverage.tsx';
import { PopulationSource } from './population-source.tsx';
import { useCoverageWords } from './use-coverage-names.ts';
import { WeightedTable } from './weighted-table.tsx';

/** What the source does not tell of any group. */
function Limits({ document, population }: { document: ReleaseDocument; population: Population }) {
  const language = useLanguage();
  const { across, all } = coverageBy('county', document, population.cells);
  const outside = formatNumber(across, language);
  const large = largeFirms(population.cells, document.spec);
  const tooLarge = formatNumber(large, language);
  return (
    <>
      <p>
        <Trans>
          How many firms sell services to industry can not be told: the codes of SNI also hold firms that do not. Among
          all firms, counties and sizes they are counted as the source has them, so that those shares are only about
          right.
        </Trans>
      </p>
      {large > 0 && (
        <p>
          <Trans>
            {tooLarge} of the firms in the source have 250 employees or more. The release does not count those, so they
            are left out below.
          </Trans>
        </p>
      )}
      <p>
        <Trans>Numbers of answers are rounded, each by itself, so that groups need not add up to the whole.</Trans>
      </p>
      {across > 0 && (
        <p>
          <Trans>
            {outside} firms may be too large for these figures or not: the source has them in a class on both sides of
            250 employees. Shares are told without them, and are at most so high.
          </Trans>
        </p>
      )}
      {all.most === null && (
        <p>
          <Trans>
            The source keeps some numbers secret. Where it does, there are at least as many firms as is said, and the
            share that has answered is at most so high.
          </Trans>
        </p>
      )}
    </>
  );
}

function Workplaces({ population }: { population: Population | undefined }) {
  const words = useCoverageWords();
  if (population === undefined) return null;
  const number = words.counted(countAt(population.cells, {}));
  const { year } = population;
  return (
    <p>
      <Trans>
        Workplaces are another thing than firms, since a firm may have several. There were {number} in industry in the
        three counties in {year}. They are not compared with the answers, which are of firms.
      </Trans>
    </p>
  );
}

export type CoverageViewProps = { release: Pick<PublishedLevels, 'document'>; current: CurrentPopulations };

/** How far the firms that have answered stand for those there are, from nothing but what is published. */
export function CoverageView({ release: { document }, current }: CoverageViewProps) {
  const population = populationBeside(current.populations, 'firms', document.spec);
  const workplaces = populationBeside(current.populations, 'workplaces', document.spec);
  if (population === undefined) return null;
  return (
    <>
      <p>
        <Trans>
          The figures are of the firms that have answered. Beside them stands how many firms there are, so that you see
          which groups have answered more than others.
        </Trans>
      </p>
      <PopulationSource population={population} />
      <Limits document={document} population={population} />
      {coverageAttributes.map((attribute) => (
        <GroupCoverage key={attribute} attribute={attribute} document={document} cells={population.cells} />
      ))}
      <WeightedTable document={document} population={population} rules={current.rules} />
      <Workplaces population={workplaces} />
      <Details summary={<Trans>What this can not tell</Trans>}>
        <p>
          <Trans>
            Firms choose themselves whether they answer. Those that do may differ from those that do not in ways that no
            table shows, for instance in how interested they are. Numbers of answers are rounded, and the source counts
            firms at another time than the answers were given.
          </Trans>
        </p>
        <p>
          <Trans>
            A group of companies counts once among the answers, and with each of its companies in the source. Where
            there are many groups, fewer seem to have answered than have. A firm says itself which branch it is in,
            while the source goes by SNI code, so that the two may differ.
          </Trans>
        </p>
      </Details>
    </>
  );
}
