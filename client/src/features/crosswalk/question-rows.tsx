import { Trans, useLingui } from '@lingui/react/macro';
import type { CrosswalkQuestion, CrosswalkRow } from '#shared/contracts/crosswalk.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import styles from './crosswalk.module.css';
import { isOpen, type RowWords } from './use-row-words.ts';

function Row({ question, row, words }: { question: CrosswalkQuestion; row: CrosswalkRow; words: RowWords }) {
  const localise = useLocalised();
  const answer = words.answerWords(question, row);
  const origin = words.originWords(row);
  return (
    <li className={styles.row}>
      <span>{localise(row.text)}</span>
      <span>
        <strong>{answer}</strong> <span className={styles.muted}>({origin})</span>
      </span>
      {row.origin === 'derived' && (
        <span className={styles.muted}>
          {row.sources.map((source) => words.sourceWords(source)).join(' ')}{' '}
          {row.because !== null && localise(row.because)}
        </span>
      )}
    </li>
  );
}

/** One question with every row: its answer, from where, and why. */
export function QuestionRows({ question, words }: { question: CrosswalkQuestion; words: RowWords }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const text = localise(question.text);
  const { number } = question;
  const known = question.rows.filter((row) => !isOpen(row)).length;
  const all = question.rows.length;
  return (
    <Details summary={t`Question ${number}: ${text} ${known} of ${all} known`}>
      <ul className={styles.rows}>
        {question.rows.map((row) => (
          <Row key={row.code} question={question} row={row} words={words} />
        ))}
      </ul>
      {question.rows.some(({ isExclusive }) => isExclusive) && (
        <p className={styles.muted}>
          <Trans>One of the rows excludes the others and is no point itself.</Trans>
        </p>
      )}
    </Details>
  );
}
