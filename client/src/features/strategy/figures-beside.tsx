import { Trans, useLingui } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { FigureTable } from './figure-table.tsx';
import { SectionsContext } from './sections-context.ts';

type FiguresBesideProps = {
  strategy: StrategyDocument;
  codes: readonly string[];
  allFiguresHref: string;
  id?: string | undefined;
};

/** Figures of the strategy beside those of another page, with what they do not fit. */
export function FiguresBeside({ strategy, codes, allFiguresHref, id }: FiguresBesideProps) {
  const { t } = useLingui();
  const figures = strategy.figures.filter(({ code }) => codes.includes(code));
  const conflicts = strategy.conflicts.filter((conflict) => conflict.figures.some((code) => codes.includes(code)));
  return (
    <SectionsContext value={strategy.outline.sections}>
      <Section
        id={id}
        title={<Trans>What the strategy says of the same</Trans>}
        lead={
          <Trans>
            Other sources, other years and other firms than those that have answered. They are put beside the figures
            above and not compared with them.
          </Trans>
        }
      >
        <FigureTable caption={t`Figures of the strategy`} figures={figures} conflicts={conflicts} />
        {conflicts.map((conflict) => (
          <ConflictNotice key={conflict.code} conflict={conflict} figures={strategy.figures} />
        ))}
        <p>
          <Link to={allFiguresHref}>
            <Trans>All figures of the strategy, with their sources and conflicts</Trans>
          </Link>
        </p>
      </Section>
    </SectionsContext>
  );
}
