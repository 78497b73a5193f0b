import { Trans, useLingui } from '@lingui/react/macro';
import type { WhatIfRun } from '#shared/contracts/what-if.ts';
import type { CountRules, RoutingComparison, ToldCount, Turnover } from '#shared/domain/routing/compare-routings.ts';
import { formatDate, formatNumber, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './catalogue.module.css';
import { useNames } from './catalogue-context.tsx';

/** A count in words: about so many, or that it is hidden. */
export function useToldCount(): (count: ToldCount) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (count) => {
    if (count === null) return t`hidden`;
    const number = formatNumber(count, language);
    return t`about ${number}`;
  };
}

function WhenCounted({ run }: { run: WhatIfRun }) {
  const language = useLanguage();
  if (run.countedAt === null) return null;
  const { versionNumber } = run;
  const counted = new Date(run.countedAt);
  const [day, time] = [formatDate(counted, language), formatTime(counted, language)];
  return (
    <p className={styles.muted}>
      <Trans>
        Counted {day} at {time}, for the draft over version {versionNumber} of the catalogue.
      </Trans>{' '}
      {run.isRepeated && (
        <Trans>
          The same had been counted earlier that day, so this is the same reply, whatever has been answered since, and
          it takes nothing of the day.
        </Trans>
      )}
    </p>
  );
}

type Turning = {
  caption: string;
  what: string;
  gained: string;
  lost: string;
  none: string;
  rows: readonly Turnover[];
  nameOf: (code: string) => string;
};

function Turnovers({ caption, what, gained, lost, none, rows, nameOf }: Turning) {
  const say = useToldCount();
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'what', header: what, isRowHeader: true, cell: ({ code }) => nameOf(code) },
        { key: 'gained', header: gained, isNumeric: true, cell: (row) => say(row.gained) },
        { key: 'lost', header: lost, isNumeric: true, cell: (row) => say(row.lost) },
      ]}
    />
  );
}

function Counts({ comparison }: { comparison: RoutingComparison }) {
  const { t } = useLingui();
  const say = useToldCount();
  const names = useNames();
  return (
    <>
      <Facts
        facts={[
          { term: t`Firms counted`, detail: say(comparison.firms) },
          { term: t`Would get other suggestions`, detail: say(comparison.otherSet) },
          { term: t`Would get another first suggestion`, detail: say(comparison.otherFirst) },
          { term: t`Groups and earlier support not known`, detail: say(comparison.withoutContext) },
        ]}
      />
      <p className={styles.muted}>
        <Trans>
          Where groups and earlier support are not known, the firm’s result does not keep them, and its answers alone
          are counted by.
        </Trans>
      </p>
      <Turnovers
        caption={t`Packages: how many firms would get or lose the suggestion`}
        what={t`Package`}
        gained={t`Would get`}
        lost={t`Would lose`}
        none={t`No count of a single package can be shown: each is of few firms, perhaps none, or of nearly all.`}
        rows={comparison.packages}
        nameOf={names.package}
      />
      <Turnovers
        caption={t`Needs that no package fits: in how many firms the gap would come or go`}
        what={t`Area`}
        gained={t`Would come`}
        lost={t`Would go`}
        none={t`No count of needs without a package can be shown: each is of few firms, perhaps none, or of nearly all.`}
        rows={comparison.gaps}
        nameOf={names.dimension}
      />
    </>
  );
}

/** What came of the counting, with what is hidden said as hidden. */
export function WhatIfResult({ run, rules }: { run: WhatIfRun; rules: CountRules }) {
  const { comparison } = run;
  const { fewest, fewestOutside, step } = rules;
  if (comparison === null) return null;
  return (
    <div className={styles.stack}>
      <WhenCounted run={run} />
      {comparison.firms === null ? (
        <Notice title={<Trans>Too few firms to show anything</Trans>}>
          <p>
            <Trans>Fewer than {fewest} firms agree to be counted here and have submitted a result.</Trans>
          </p>
        </Notice>
      ) : (
        <Counts comparison={comparison} />
      )}
      <p className={styles.muted}>
        <Trans>
          Hidden means that it concerns fewer than {fewest} firms, perhaps none, or so many that fewer than{' '}
          {fewestOutside} are left out. Other numbers are rounded to the nearest {step}.
        </Trans>
      </p>
    </div>
  );
}
