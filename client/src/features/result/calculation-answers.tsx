import { useLingui } from '@lingui/react/macro';
import type { StandingReview } from '#shared/contracts/reviews.ts';
import type { DimensionScore, ItemContribution } from '#shared/domain/scoring/score.ts';
import { formatPoints } from '../../lib/format.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Table } from '../../ui/table/table.tsx';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

function useEffectWords(): (state: ItemContribution['state']) => string {
  const { t } = useLingui();
  return (state) => {
    switch (state) {
      case 'answered':
        return t`counts`;
      case 'dont-know':
      case 'unanswered':
        return t`widens the range`;
      case 'not-applicable':
        return t`left out`;
      case 'off-path':
        return t`not asked of you`;
    }
  };
}

/** What each review says of the items; of a dimension judged as a whole that it was. */
function useReviewedColumns({ dimension }: DimensionScore) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { result } = useResult();
  const wordsOf = (judgement: StandingReview['judgements'][number]['judgement'] | undefined): string => {
    if (judgement === undefined) return '–';
    return judgement.state === 'level' ? t`level ${judgement.level}` : t`could not be judged`;
  };
  return result.reviews.flatMap(({ reviewId, organisationName, judgements }) => {
    const judgementOf = (code: string) => judgements.find((each) => each.code === code)?.judgement;
    const whole = judgementOf(dimension);
    if (whole === undefined && !judgements.some(({ code }) => code.startsWith(`${dimension}.`))) return [];
    const organisation = localise(organisationName);
    return [
      {
        key: reviewId,
        header: t`Reviewed by ${organisation}`,
        cell: ({ item }: ItemContribution) =>
          whole === undefined ? wordsOf(judgementOf(item)) : t`the area as a whole: ${wordsOf(whole)}`,
      },
    ];
  });
}

/** Every answer of a dimension with its points, its weight and what became of it. */
export function CalculationAnswers({ score }: { score: DimensionScore }) {
  const { t } = useLingui();
  const { index, texts, answers } = useResult();
  const words = useWords();
  const say = useAnswerWords();
  const effect = useEffectWords();
  const language = useLanguage();
  const name = words.dimension(score.dimension);
  const reviewed = useReviewedColumns(score);
  const columns = [
    {
      key: 'question',
      header: t`Question`,
      isRowHeader: true,
      cell: ({ item }: ItemContribution) => words.question(item),
    },
    {
      key: 'answer',
      header: t`Answer`,
      cell: ({ item: code }: ItemContribution) => {
        const item = index.items.get(code);
        return item === undefined ? '' : say(item, answers[code]?.value ?? null, texts);
      },
    },
    {
      key: 'points',
      header: t`Points`,
      isNumeric: true,
      cell: ({ points }: ItemContribution) => (points === null ? '–' : formatPoints(points, language)),
    },
    ...reviewed,
    { key: 'weight', header: t`Weight`, isNumeric: true, cell: ({ weight }: ItemContribution) => weight },
    { key: 'effect', header: t`What it does`, cell: ({ state }: ItemContribution) => effect(state) },
  ];
  return <Table caption={t`Answers behind ${name}`} columns={columns} rows={score.items} rowKey={({ item }) => item} />;
}
