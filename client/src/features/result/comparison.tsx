import { Trans } from '@lingui/react/macro';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';

/** No release of figures exists, and nothing is shown in its place. */
export function Comparison() {
  return (
    <Section title={<Trans>Compared with others</Trans>}>
      <EmptyState title={<Trans>There is nothing to compare with yet</Trans>}>
        <p>
          <Trans>
            The regions have not published any figures. When they do, you see here where the middle half of comparable
            firms lies, and never a single firm.
          </Trans>
        </p>
      </EmptyState>
    </Section>
  );
}
