import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { countReasons, type LeftOutReason, listLeftOut } from '#shared/domain/cohort/left-out.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { PlanView } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';
import { useWhyWords } from './use-why-words.ts';

type LeftOutProps = { view: PlanView; words: PlanWords; onOpen: (firmId: string) => void };
type Row = { firmId: string; reasons: readonly LeftOutReason[] };

const shownAtOnce = 100;

function Reasons({ view, words, firmId, reasons }: Omit<LeftOutProps, 'onOpen'> & Row) {
  const whyWords = useWhyWords(view, words);
  return reasons.map(({ editionId, why }) => {
    const edition = view.edition(editionId);
    if (edition === undefined) return null;
    return (
      <div key={editionId} className={styles.reasons}>
        {words.edition(edition.words)}: {whyWords(why, { firm: { firmId }, edition })}
      </div>
    );
  });
}

/** What the firm has asked for by itself. */
function AskedFor({ view, words, firmId }: Omit<LeftOutProps, 'onOpen'> & { firmId: string }) {
  const { t } = useLingui();
  const asked = view.editions.filter((edition) => view.request(firmId, edition) !== undefined);
  const names = [...new Set(asked.map((edition) => words.edition(edition.words)))].join(', ');
  if (asked.length === 0) return null;
  return (
    <p className={styles.small}>
      <Tag tone="warning">{t`Has asked for ${names}`}</Tag>
    </p>
  );
}

/** Found once for a plan: with thousands of firms it is not done again at every change on the page. */
function useLeftOut({ document, plan }: PlanView) {
  const { problem } = document;
  return useMemo(() => {
    const leftOut = plan === null ? [] : listLeftOut(problem, plan);
    return { leftOut, counts: countReasons(leftOut) };
  }, [problem, plan]);
}

const changeId = (firmId: string): string => `left-out-${firmId}`;

/** Firms with the need that the plan gives no place, and why. */
export function LeftOut({ view, words, onOpen }: LeftOutProps) {
  const { t } = useLingui();
  const { leftOut, counts } = useLeftOut(view);
  const [kind, setKind] = useState('');
  const [most, setMost] = useState(shownAtOnce);
  const focusAfter = useFocusAfter();
  if (leftOut.length === 0) return null;
  const rows: Row[] = leftOut
    .filter(({ reasons }) => kind === '' || reasons.some(({ why }) => why.kind === kind))
    .map(({ firm, reasons }) => ({ firmId: firm.firmId, reasons }));
  const shown = rows.slice(0, most);
  const name = (firmId: string): string => {
    const firm = view.firm(firmId);
    return firm === undefined ? '–' : words.firm(firm.words);
  };
  const showMore = () => {
    const next = rows[most]?.firmId;
    setMost(most + shownAtOnce);
    focusAfter(() => (next === undefined ? null : window.document.getElementById(changeId(next))));
  };
  return (
    <Section title={<Trans>Without a place</Trans>}>
      <Details
        summary={t`${plural(leftOut.length, {
          one: '# firm with the need gets no place by this plan',
          other: '# firms with the need get no place by this plan',
        })}`}
      >
        <SelectField
          name="left-out-why"
          label={t`Why`}
          hint={t`A firm that needs several packages can have several reasons.`}
          value={kind}
          options={[
            { value: '', label: t`All reasons (${leftOut.length})` },
            ...[...counts]
              .sort(([, one], [, other]) => other - one)
              .map(([value, count]) => ({ value, label: `${words.whyNotKind(value)} (${count})` })),
          ]}
          onChange={(event) => {
            setKind(event.currentTarget.value);
            setMost(shownAtOnce);
          }}
        />
        <p role="status">
          <Trans>
            {shown.length} of {rows.length} firms are shown.
          </Trans>
        </p>
        <Table
          caption={t`Firms without a place, and why for each group they need`}
          rows={shown}
          rowKey={({ firmId }) => firmId}
          columns={[
            {
              key: 'firm',
              header: t`Firm`,
              isRowHeader: true,
              cell: ({ firmId }) => (
                <>
                  {name(firmId)} <SimulatedTag isSimulated={view.firm(firmId)?.words.isSimulated === true} />
                  <p className={styles.small}>{words.municipality(view.firm(firmId)?.words.municipality ?? null)}</p>
                  <AskedFor view={view} words={words} firmId={firmId} />
                </>
              ),
            },
            {
              key: 'why',
              header: t`Why`,
              cell: (row) => <Reasons view={view} words={words} {...row} />,
            },
            {
              key: 'change',
              header: t`Change`,
              cell: ({ firmId }) => (
                <Button
                  id={changeId(firmId)}
                  variant="quiet"
                  aria-label={t`Change: ${name(firmId)}`}
                  onClick={() => onOpen(firmId)}
                >
                  <Trans>Change</Trans>
                </Button>
              ),
            },
          ]}
        />
        {shown.length < rows.length && (
          <p>
            <Button variant="secondary" onClick={showMore}>
              <Trans>Show more</Trans>
            </Button>
          </p>
        )}
      </Details>
    </Section>
  );
}
