import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Item } from '#shared/domain/instrument/item.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

type Given = { readonly item: Item; readonly comment: string };

/** What was answered, in the order of the questionnaire; an answer in the own words is a comment, too. */
export function useGiven(): Given[] {
  const { structure, answers } = useResult();
  return structure.items.flatMap((item) => {
    const answer = answers[item.code];
    if (answer === undefined || (answer.value === null && answer.comment === '')) return [];
    const own = answer.value?.state === 'text' ? answer.value.text : '';
    return [{ item, comment: [own, answer.comment].filter((text) => text !== '').join('\n') }];
  });
}

function useAnswerColumns(): Column<Given>[] {
  const { t } = useLingui();
  const { texts, answers } = useResult();
  const words = useWords();
  const say = useAnswerWords();
  return [
    { key: 'question', header: t`Question`, isRowHeader: true, cell: ({ item }) => words.question(item.code) },
    {
      key: 'answer',
      header: t`Answer`,
      cell: ({ item }) => {
        const value = answers[item.code]?.value ?? null;
        return value?.state === 'text' ? <Trans>in own words</Trans> : say(item, value, texts);
      },
    },
    { key: 'comment', header: t`Comment`, cell: ({ comment }) => <p className={styles.ownWords}>{comment}</p> },
  ];
}

/** Every answer with its question and its comment, all in one place. */
export function SharedAnswers() {
  const { t } = useLingui();
  const given = useGiven();
  const columns = useAnswerColumns();
  const [isOnlyCommented, setOnlyCommented] = useState(true);
  const commented = given.filter(({ comment }) => comment !== '');
  const rows = isOnlyCommented ? commented : given;
  return (
    <Section title={<Trans>Answers and comments</Trans>}>
      <CheckboxField
        name="only-commented"
        label={t`Only answers with a comment`}
        checked={isOnlyCommented}
        onChange={({ currentTarget }) => setOnlyCommented(currentTarget.checked)}
      />
      <p role="status">
        <Plural value={rows.length} one="# answer is shown." other="# answers are shown." />
      </p>
      {rows.length === 0 ? (
        <EmptyState title={<Trans>The firm has written no comments</Trans>} />
      ) : (
        <Table
          caption={t`Each answer with its comment`}
          columns={columns}
          rows={rows}
          rowKey={({ item }) => item.code}
        />
      )}
    </Section>
  );
}
