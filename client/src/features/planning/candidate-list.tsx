import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanCandidates } from '#shared/contracts/plans.ts';
import { fitOf } from '#shared/domain/cohort/fit.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { ElsewhereLines } from './elsewhere-lines.tsx';
import { FirmTable } from './firm-table.tsx';
import type { PlanWords } from './use-plan-words.ts';

type ListProps = { candidates: PlanCandidates; words: PlanWords };

type Row = PlanCandidates['firms'][number];

/** How well each package of the plan that the firm needs fits it, the best first. */
function NeedsCell({ row, candidates, words }: ListProps & { row: Row }) {
  const nameOf = (code: string) => {
    const edition = candidates.editions.find(({ facts }) => facts.packageCode === code);
    return edition === undefined ? code : words.edition({ ...edition, name: null });
  };
  const needs = row.facts.needs.toSorted((one, other) => fitOf(other.fit) - fitOf(one.fit));
  return (
    <>
      {needs.length === 0 && <Trans>has a place already</Trans>}
      {needs.map(({ packageCode, fit, waitingDays }) => (
        <div key={packageCode}>
          {nameOf(packageCode)}: {fitOf(fit)}
          {waitingDays !== null && `, ${words.waited(waitingDays)}`}
        </div>
      ))}
      <ElsewhereLines places={candidates.elsewhere.filter(({ firmId }) => firmId === row.firmId)} words={words} />
    </>
  );
}

function Hindered({ candidates, words }: ListProps) {
  const { t } = useLingui();
  const { hindered, unshared } = candidates;
  if (hindered.length === 0 && unshared === 0) return null;
  return (
    <Details summary={<Trans>Why others who need them are not there</Trans>}>
      {unshared > 0 && (
        <p>
          {t`${plural(unshared, {
            one: '# firm has asked for one of the packages but does not share its result with you. Where it is and what fits it is not known, so it cannot be planned for. Ask it to share its result.',
            other:
              '# firms have asked for one of the packages but do not share their results with you. Where they are and what fits them is not known, so they cannot be planned for. Ask them to share their results.',
          })}`}
        </p>
      )}
      <p>
        <Trans>Firms that have not let you in are unknown here, as everywhere.</Trans>
      </p>
      {hindered.length > 0 && (
        <FirmTable
          id="hindered"
          caption={t`Firms that need a package and cannot be placed`}
          rows={hindered}
          rowKey={({ firmId, packageCode }) => `${firmId} ${packageCode}`}
          words={words}
          columns={[{ key: 'why', header: t`Why not`, cell: ({ hindrance }) => words.hindrance(hindrance) }]}
        />
      )}
    </Details>
  );
}

/** Of the package that fits best; of one that has a place already, nothing. */
const bestFit = ({ facts }: Row): number => Math.max(-1, ...facts.needs.map(({ fit }) => fitOf(fit)));

const byName = new Intl.Collator('sv');

const inOrder = (firms: readonly Row[], words: PlanWords): Row[] =>
  firms.toSorted((one, other) => bestFit(other) - bestFit(one) || byName.compare(words.firm(one), words.firm(other)));

/** Who could be placed, and why others are not among them. */
export function CandidateList({ candidates, words }: ListProps) {
  const { t } = useLingui();
  const firms = inOrder(candidates.firms, words);
  const placed = firms.filter(({ facts }) => facts.needs.length === 0).length;
  const placeable = firms.length - placed;
  return (
    <>
      {firms.length === 0 ? (
        <EmptyState title={<Trans>No firm that lets you in needs these packages</Trans>}>
          <p>
            <Trans>
              A firm is found here when it shares its result with you and the packages fit what it answered.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <Details
          summary={[
            t`${plural(placeable, { one: '# firm can be placed', other: '# firms can be placed' })}`,
            ...(placed === 0
              ? []
              : [t`${plural(placed, { one: '# has a place already', other: '# have a place already' })}`]),
          ].join('; ')}
        >
          <p>
            <Trans>Whom a package fits best comes first.</Trans>{' '}
            <Trans>The plan chooses among all of them, whatever the list shows.</Trans>
          </p>
          <FirmTable
            id="candidates"
            caption={t`Firms that need one of the packages, with how well it fits, of 100`}
            rows={firms}
            rowKey={({ firmId }) => firmId}
            words={words}
            columns={[
              { key: 'size', header: t`Size`, cell: ({ facts }) => words.size(facts.sizeClass) },
              {
                key: 'needs',
                header: t`Needs`,
                isRoomy: true,
                cell: (row) => <NeedsCell row={row} candidates={candidates} words={words} />,
              },
            ]}
          />
        </Details>
      )}
      <Hindered candidates={candidates} words={words} />
    </>
  );
}
