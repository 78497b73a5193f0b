import { Trans } from '@lingui/react/macro';
import { populationBeside } from '#shared/domain/coverage/population.ts';
import { Section } from '../../ui/page/section.tsx';
import { CoverageView, type CoverageViewProps } from './coverage-view.tsx';

/** Coverage below the figures of a release; nothing where no table says how many firms there are. */
export function CoverageSection(props: CoverageViewProps) {
  const { populations } = props.current;
  if (populationBeside(populations, 'firms', props.release.document.spec) === undefined) return null;
  return (
    <Section title={<Trans>Coverage</Trans>}>
      <CoverageView {...props} />
    </Section>
  );
}
