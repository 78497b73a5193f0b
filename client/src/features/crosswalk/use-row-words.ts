import { useLingui } from '@lingui/react/macro';
import type {
  CrosswalkDocument,
  CrosswalkQuestion,
  CrosswalkRow,
  CrosswalkSource,
} from '#shared/contracts/crosswalk.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { useLocalised } from '../../lib/use-language.ts';

/** Whether the firm could say more of a row than is known. */
export const isOpen = ({ lowest, highest }: CrosswalkRow): boolean => lowest !== highest;

/** Every question of the document, of both measures. */
export const questionsIn = ({ measures }: Pick<CrosswalkDocument, 'measures'>): CrosswalkQuestion[] =>
  measures.flatMap(({ dimensions }) => dimensions.flatMap(({ questions }) => questions));

/** Whether what the firm has added is kept from the reader. */
export const isAddedLeftOut = (crosswalk: Pick<CrosswalkDocument, 'measures'>): boolean =>
  questionsIn(crosswalk).some(({ rows }) => rows.some(({ added }) => added === null));

/** What a row is answered with, and from where that comes, in the reader's words. */
export function useRowWords(questions: readonly CrosswalkQuestion[], { structure, texts }: FormView) {
  const { t } = useLingui();
  const localise = useLocalised();
  const say = useAnswerWords();
  const stepWords = ({ steps }: CrosswalkQuestion, step: number): string => {
    const word = steps[step];
    return word === undefined ? String(step) : localise(word);
  };
  const sourceWords = (source: CrosswalkSource): string => {
    if ('certification' in source) return t`You have stated a certificate for the environment.`;
    if ('row' in source) {
      const question = questions.find(({ rows }) => rows.some(({ code }) => code === source.row));
      const text = question?.rows.find(({ code }) => code === source.row)?.text;
      const name = text === undefined ? source.row : localise(text);
      const answer = question === undefined ? String(source.step) : stepWords(question, source.step);
      return t`You have added “${answer}” to: ${name}`;
    }
    const item = structure.items.find(({ code }) => code === source.item);
    const answer = item === undefined ? '' : say(item, source.value, texts);
    const code = source.item;
    return answer === '' ? t`Question ${code}` : t`Question ${code}, where you answered: ${answer}`;
  };
  return {
    stepWords,
    sourceWords,
    answerWords: (question: CrosswalkQuestion, row: CrosswalkRow): string => {
      if (!isOpen(row)) return stepWords(question, row.lowest);
      if (row.highest - row.lowest === question.steps.length - 1) return t`Not known`;
      const [from, to] = [stepWords(question, row.lowest), stepWords(question, row.highest)];
      return t`From “${from}” to “${to}”`;
    },
    originWords: ({ origin }: CrosswalkRow): string => {
      switch (origin) {
        case 'added':
          return t`added by the firm`;
        case 'derived':
          return t`derived`;
        case 'excluded':
          return t`no, since another row excludes it`;
        case 'unknown':
          return t`a question for the firm`;
      }
    },
  };
}
export type RowWords = ReturnType<typeof useRowWords>;
