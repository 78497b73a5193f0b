import { Trans } from '@lingui/react/macro';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import { populationBeside } from '#shared/domain/coverage/population.ts';
import { Section } from '../../ui/page/section.tsx';
import type { CurrentPopulations } from './api.ts';
import { CoverageView, type CoverageViewProps } from './coverage-view.tsx';

/** Whether a table says how many firms of the kind there are. */
export const hasCoverage = ({ populations }: CurrentPopulations, { spec }: ReleaseDocument): boolean =>
  populationBeside(populations, 'firms', spec) !== undefined;

/** Coverage below the figures of a release. */
export function CoverageSection(props: CoverageViewProps) {
  return (
    <Section id="coverage" title={<Trans>Coverage</Trans>}>
      <CoverageView {...props} />
    </Section>
  );
}
