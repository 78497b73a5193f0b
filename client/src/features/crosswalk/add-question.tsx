import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CrosswalkQuestion, CrosswalkRow } from '#shared/contracts/crosswalk.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './crosswalk.module.css';
import { isOpen, type RowWords } from './use-row-words.ts';

const skip = 'skip';

type AddProps = {
  readonly words: RowWords;
  readonly pending: Readonly<Record<string, number | null>>;
  readonly onAdd: (rowCode: string, step: number | null) => void;
};
type RowFieldProps = AddProps & { readonly question: CrosswalkQuestion; readonly row: CrosswalkRow };

function useHint({ question, row, words }: RowFieldProps): string | undefined {
  const { t } = useLingui();
  const localise = useLocalised();
  if (row.origin === 'excluded') return t`Counts as no, since another row excludes it.`;
  if (row.origin !== 'derived') return undefined;
  const answer = words.answerWords(question, row);
  const because = row.because === null ? '' : localise(row.because);
  return t`Derived now: ${answer}. ${because}`;
}

function RowField(props: RowFieldProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { question, row, pending, onAdd } = props;
  const hint = useHint(props);
  const waiting = pending[row.code];
  const step = waiting === undefined ? (row.added?.step ?? null) : waiting;
  return (
    <RadioGroup
      name={row.code}
      legend={localise(row.text)}
      hint={hint}
      layout="inline"
      value={step === null ? skip : String(step)}
      options={[
        ...question.steps.map((text, index) => ({ value: String(index), label: localise(text) })),
        { value: skip, label: t`Skip` },
      ]}
      onChange={({ target }) => onAdd(row.code, target.value === skip ? null : Number(target.value))}
    />
  );
}

/** Rows to be asked: what is open, what was added, and what was when the page opened. Others are behind a fold. */
export function AddQuestion({
  question,
  asked,
  ...rest
}: AddProps & { readonly question: CrosswalkQuestion; readonly asked: ReadonlySet<string> }) {
  const localise = useLocalised();
  const first = question.rows.filter(({ code }) => asked.has(code));
  const others = question.rows.filter(({ code }) => !asked.has(code));
  return (
    <Section id={question.code} title={localise(question.text)}>
      {first.map((row) => (
        <RowField key={row.code} question={question} row={row} {...rest} />
      ))}
      {others.length > 0 && (
        <Details
          summary={
            <Plural
              value={others.length}
              one="Correct # row that your answers already say"
              other="Correct # rows that your answers already say"
            />
          }
        >
          <div className={styles.rows}>
            <p className={styles.muted}>
              <Trans>What you answer here counts before what is derived.</Trans>
            </p>
            {others.map((row) => (
              <RowField key={row.code} question={question} row={row} {...rest} />
            ))}
          </div>
        </Details>
      )}
    </Section>
  );
}

/** Which rows a question asks from the start; it stays as it is while one answers, so that nothing moves. */
export const askedAtFirst = (questions: readonly CrosswalkQuestion[]): ReadonlySet<string> =>
  new Set(
    questions.flatMap(({ rows }) =>
      rows.filter((row) => isOpen(row) || (row.added?.step ?? null) !== null).map(({ code }) => code),
    ),
  );
