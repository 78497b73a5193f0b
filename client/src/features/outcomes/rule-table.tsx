import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { inTwo, LeftOut } from './left-out.tsx';
import { Shown } from './shown-count.tsx';
import { countIn, useOutcomeNames, useOutcomes, useOutcomeWords } from './use-outcomes.ts';

/** What each rule brought in, and how often that was declined, since the start; of the chosen package and rule. */
export function RuleSection() {
  const { t } = useLingui();
  const words = useOutcomeWords();
  const names = useOutcomeNames();
  const { outcomes, choice } = useOutcomes();
  const isNumeric = true;
  const rows = outcomes
    .filter(({ packageCode }) => choice.packageCode === null || packageCode === choice.packageCode)
    .flatMap(({ packageCode, rules }) => rules.map((rule) => ({ packageCode, ...rule })))
    .filter(({ ruleId }) => choice.ruleId === null || ruleId === choice.ruleId)
    .toSorted((one, other) => (other.total ?? 0) - (one.total ?? 0));
  const shown = rows.filter(({ total }) => total !== null);
  const hidden = rows.length - shown.length;
  type Row = (typeof shown)[number];
  const columns = inTwo(
    ['first', 'declined'].map((code) => ({
      key: code,
      header: words.part('suggestion', code),
      countOf: ({ byOutcome }: Row) => countIn(byOutcome, code),
    })),
    shown,
  );
  return (
    <Section
      title={<Trans>Rule by rule</Trans>}
      lead={<Trans>Suggestions that a rule lifted, since the start. Years are not told apart here.</Trans>}
    >
      {shown.length > 0 && (
        <Table
          caption={t`What rules brought in`}
          rows={shown}
          rowKey={({ ruleId, packageCode }) => `${ruleId} ${packageCode}`}
          columns={[
            { key: 'rule', header: t`Rule`, isRowHeader: true, cell: ({ ruleId }) => names.ruleName(ruleId) },
            { key: 'package', header: t`Package`, cell: ({ packageCode }) => names.packageName(packageCode) },
            { key: 'total', header: words.say('all'), isNumeric, cell: ({ total }) => <Shown count={total} /> },
            ...columns.shown.map(({ key, header, countOf }) => ({
              key,
              header,
              isNumeric,
              cell: (row: Row) => <Shown count={countOf(row)} />,
            })),
          ]}
        />
      )}
      {shown.length > 0 && <LeftOut names={columns.left} />}
      {rows.length === 0 && (
        <p>
          {outcomes.length === 0 ? (
            <Trans>The rule lifts no package.</Trans>
          ) : (
            <Trans>No rule of this choice brings a package in.</Trans>
          )}
        </p>
      )}
      {hidden > 0 && (
        <p>
          <Plural
            value={hidden}
            one="Of # rule and its package nothing can be shown: too few firms, or none."
            other="Of # rules, each with its package, nothing can be shown: too few firms, or none."
          />
        </p>
      )}
    </Section>
  );
}
