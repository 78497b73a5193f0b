import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { findChanges, findingOf } from '#shared/domain/change/change-findings.ts';
import type { SaidAnswer, SharedContent } from '#shared/domain/sharing/shared-content.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { useAnswerKinds } from '../../lib/use-answer-words.ts';
import { useChangeSentences } from '../../lib/use-change-sentences.ts';
import { useDifferenceWords } from '../../lib/use-difference-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './sharing.module.css';

type Part<Name extends keyof SharedContent> = NonNullable<SharedContent[Name]>;

/** The staged level, the next one, and every practice that stands in its way. */
export function SharedStage({ stage }: { stage: Part<'stage'> }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { reached, next, inTheWay } = stage;
  const name = reached === null ? '' : localise(reached.name);
  const number = reached?.stage ?? 0;
  return (
    <Section title={<Trans>Process level</Trans>}>
      <Panel tone="strong">
        <h3>
          {reached === null ? t`The first process level is not reached yet` : t`Process level ${number}: ${name}`}
        </h3>
        {reached !== null && <p>{localise(reached.meaning)}</p>}
        {next !== null && (
          <p>
            <Trans>
              Next is level {next.stage}: <strong>{localise(next.name)}</strong>.
            </Trans>{' '}
            {localise(next.meaning)}
          </p>
        )}
      </Panel>
      {inTheWay.length > 0 && (
        <>
          <h3>
            <Trans>What stands in the way</Trans>
          </h3>
          <ul>
            {inTheWay.map((practice) => (
              <li key={practice.sv}>{localise(practice)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function useSaid(): (answer: SaidAnswer) => string {
  const { t } = useLingui();
  const kinds = useAnswerKinds();
  const localise = useLocalised();
  const language = useLanguage();
  return (answer) => {
    switch (answer.kind) {
      case 'words':
        return localise(answer.text);
      case 'number': {
        const number = formatNumber(answer.number, language, answer.decimals);
        return answer.unit === null ? number : `${number} ${localise(answer.unit)}`;
      }
      case 'yes':
      case 'no':
      case 'dont-know':
        return kinds[answer.kind];
      case 'not-applicable':
        return t`Not relevant to the firm`;
      case 'own-words':
        return t`in own words, which are not shown`;
      case 'no-answer':
        return kinds.none;
    }
  };
}

/** A table for each area. */
export function SharedAnswers({ answers }: { answers: Part<'answers'> }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const say = useSaid();
  type Row = Part<'answers'>[number]['items'][number];
  const columns = [
    { key: 'question', header: t`Question`, isRowHeader: true, cell: ({ question }: Row) => localise(question) },
    { key: 'answer', header: t`Answer`, cell: ({ answer }: Row) => say(answer) },
  ];
  return (
    <Section title={<Trans>The answers behind the levels</Trans>}>
      {answers
        .filter(({ items }) => items.length > 0)
        .map(({ dimension, name, items }) => (
          <Table key={dimension} caption={localise(name)} columns={columns} rows={items} rowKey={({ item }) => item} />
        ))}
    </Section>
  );
}

export function SharedSuggestions({ suggestions }: { suggestions: Part<'suggestions'> }) {
  const localise = useLocalised();
  return (
    <Section
      title={<Trans>Support packages that were suggested</Trans>}
      lead={
        <Trans>As they were suggested. The firm's own order, and what it may have declined, is not part of this.</Trans>
      }
    >
      {suggestions.length === 0 && <EmptyState title={<Trans>No package was suggested for this result.</Trans>} />}
      {suggestions.map(({ packageCode, packageName, providerName, summary, reasons }) => {
        const provider = localise(providerName);
        return (
          <Panel key={packageCode}>
            <h3>{localise(packageName)}</h3>
            <p className={styles.band}>
              <Trans>Given by {provider}</Trans>
            </p>
            <p>{localise(summary)}</p>
            <ul>
              {reasons.map((reason) => (
                <li key={reason.sv}>{localise(reason)}</li>
              ))}
            </ul>
          </Panel>
        );
      })}
    </Section>
  );
}

export function SharedChange({ change }: { change: Part<'change'> }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const { level, signed, limit: leaves, findings } = useDifferenceWords();
  const { title, sentences } = useChangeSentences();
  const found = findChanges(change.dimensions, (area) => area);
  const on = formatDate(new Date(change.since), language);
  type Row = Part<'change'>['dimensions'][number];
  const columns = [
    { key: 'area', header: t`Area`, isRowHeader: true, cell: ({ name }: Row) => localise(name) },
    { key: 'before', header: t`Then`, isNumeric: true, cell: ({ before }: Row) => level(before) },
    { key: 'after', header: t`Now`, isNumeric: true, cell: ({ after }: Row) => level(after) },
    { key: 'difference', header: t`Difference`, isNumeric: true, cell: ({ difference }: Row) => signed(difference) },
    { key: 'limit', header: t`Error leaves`, isNumeric: true, cell: ({ limit }: Row) => leaves(limit) },
    {
      key: 'verdict',
      header: t`What can be said`,
      isRoomy: true,
      cell: ({ verdict, holdsTogether }: Row) => findings[findingOf(verdict, holdsTogether)],
    },
    { key: 'items', header: t`Questions it rests on`, isNumeric: true, cell: ({ items }: Row) => items },
  ];
  return (
    <Section
      title={<Trans>Change since an earlier round</Trans>}
      lead={
        <Trans>
          Compared with {on}, on the questions that were answered both times. The numbers can differ from the levels,
          which rest on all answers.
        </Trans>
      }
    >
      <p>
        <strong>{title(found)}.</strong>
      </p>
      <ul>
        {sentences(found).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Table
        caption={t`Change, area by area`}
        columns={columns}
        rows={change.dimensions}
        rowKey={({ dimension }) => dimension}
      />
      {change.itemsLeftOut > 0 && (
        <p>
          <Plural
            value={change.itemsLeftOut}
            one="# question is left out, since it has another meaning now."
            other="# questions are left out, since they have another meaning now."
          />
        </p>
      )}
      <p>
        <Trans>
          Answers vary a little from one time to the next though nothing has changed. What cannot be told from that is
          not the same as unchanged.
        </Trans>
      </p>
    </Section>
  );
}
