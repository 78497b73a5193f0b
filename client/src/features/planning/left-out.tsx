import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { needFor } from '#shared/domain/cohort/pair.ts';
import { whyNot } from '#shared/domain/cohort/why-not.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import type { PlanView, ShownFirm } from './plan-view.ts';
import type { PlanWords } from './use-plan-words.ts';

type LeftOutProps = { view: PlanView; words: PlanWords; onOpen: (firmId: string) => void };

const shownAtFirst = 100;

function Reasons({ view, words, firm }: Omit<LeftOutProps, 'onOpen'> & { firm: ShownFirm }) {
  const { plan, document } = view;
  if (plan === null) return null;
  const nameOf = (firmId: string): string => {
    const other = view.firm(firmId);
    return other === undefined ? '–' : words.firm(other.words);
  };
  return view.editions
    .filter((edition) => needFor(firm, edition) !== undefined)
    .map((edition) => {
      const why = whyNot(document.problem, plan, firm, edition);
      return (
        <div key={edition.editionId}>
          {words.edition(edition.words)}: {why !== undefined && words.whyNot(why, nameOf)}
        </div>
      );
    });
}

/** Firms with the need that the plan gives no place, and why. */
export function LeftOut({ view, words, onOpen }: LeftOutProps) {
  const { t } = useLingui();
  if (view.plan === null) return null;
  const given = new Set(view.plan.assignments.map(({ firmId }) => firmId));
  const left = view.firms.filter(
    ({ firmId, needs, placedIn }) => needs.length > 0 && placedIn.length === 0 && !given.has(firmId),
  );
  if (left.length === 0) return null;
  const rows = left.slice(0, shownAtFirst);
  return (
    <Section title={<Trans>Without a place</Trans>}>
      <Details
        summary={t`${plural(left.length, {
          one: '# firm with the need gets no place by this plan',
          other: '# firms with the need get no place by this plan',
        })}`}
      >
        {left.length > rows.length && (
          <p>
            <Trans>The first {shownAtFirst} by name.</Trans>
          </p>
        )}
        <Table
          caption={t`Firms without a place, and why for each edition they need`}
          rows={rows}
          rowKey={({ firmId }) => firmId}
          columns={[
            {
              key: 'firm',
              header: t`Firm`,
              isRowHeader: true,
              cell: (firm) => (
                <>
                  {words.firm(firm.words)} <SimulatedTag isSimulated={firm.words.isSimulated} />
                </>
              ),
            },
            { key: 'place', header: t`Place`, cell: (firm) => words.municipality(firm.words.municipality) },
            { key: 'why', header: t`Why`, cell: (firm) => <Reasons view={view} words={words} firm={firm} /> },
            {
              key: 'change',
              header: t`Change`,
              cell: (firm) => (
                <Button
                  variant="quiet"
                  aria-label={t`Change: ${words.firm(firm.words)}`}
                  onClick={() => onOpen(firm.firmId)}
                >
                  <Trans>Change</Trans>
                </Button>
              ),
            },
          ]}
        />
      </Details>
    </Section>
  );
}
