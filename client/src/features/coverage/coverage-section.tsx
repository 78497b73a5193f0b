import { Trans } from '@lingui/react/macro';
import { Section } from '../../ui/page/section.tsx';
import { CoverageView, type CoverageViewProps } from './coverage-view.tsx';

/** Coverage below the figures of a release; nothing where no table says how many firms there are. */
export function CoverageSection(props: CoverageViewProps) {
  if (!props.current.populations.some(({ unit }) => unit === 'firms')) return null;
  return (
    <Section title={<Trans>Coverage</Trans>}>
      <CoverageView {...props} />
    </Section>
  );
}
