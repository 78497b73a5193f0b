import { Trans, useLingui } from '@lingui/react/macro';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { summariseProfile } from '#shared/domain/scoring/summarise-profile.ts';
import { formatNumber } from '../../lib/format.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useNamesInSentence } from '../../lib/use-names-in-sentence.ts';
import { Section } from '../../ui/page/section.tsx';
import { shownLevel } from '../../ui/ruler/shown-level.ts';
import { Table } from '../../ui/table/table.tsx';
import { PartRuler } from './parts-together.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { ReviewLegend } from './review-legend.tsx';
import { useReviewMarks } from './use-review-marks.ts';
import { useWords } from './use-words.ts';

/** A level no more exact than its range allows: "2,4", "2" or "1,8–3,1". */
export function useLevelWords(): (score: Pick<DimensionScore, 'level' | 'range'>) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return ({ level, range }) => {
    const shown = shownLevel({ value: level, range });
    if (shown === null) return t`too few answers`;
    if (shown.kind !== 'between') return formatNumber(shown.level, language, shown.decimals);
    return `${formatNumber(shown.lowest, language, 1)}–${formatNumber(shown.highest, language, 1)}`;
  };
}

function Ends() {
  const { result } = useResult();
  const words = useWords();
  const { strongest, weakest } = summariseProfile(result.scoreProfile);
  const names = useNamesInSentence();
  if (strongest.length === 0) return null;
  const high = names(strongest.map(({ dimension }) => words.dimension(dimension)));
  const low = names(weakest.map(({ dimension }) => words.dimension(dimension)));
  return (
    <p>
      <Trans>
        Strongest: <strong>{high}</strong>. Lowest: <strong>{low}</strong>.
      </Trans>
    </p>
  );
}

/** What the firm says of an area as a whole. */
export function useAreaAnswer(): (dimension: string, question: 'importance' | 'wish') => string {
  const { t } = useLingui();
  const { index, texts, answers } = useResult();
  const say = useAnswerWords();
  return (dimension, question) => {
    const item = index.items.get(`${dimension}.${question}`);
    return item === undefined ? t`not asked` : say(item, answers[item.code]?.value ?? null, texts);
  };
}

/** What the firm says matters, beside where it stands, and whether it wants support. */
function Wishes() {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const levelWords = useLevelWords();
  const localise = useLocalised();
  const marks = useReviewMarks();
  const answerTo = useAreaAnswer();
  const columns = [
    {
      key: 'area',
      header: t`Area`,
      isRowHeader: true,
      cell: ({ dimension }: DimensionScore) => words.dimension(dimension),
    },
    { key: 'level', header: t`Level`, isNumeric: true, cell: (score: DimensionScore) => levelWords(score) },
    ...result.reviews.map(({ reviewId, organisationName }) => {
      const organisation = localise(organisationName);
      const markOf = (code: string) => marks.ofDimension(code).find(({ key }) => key === reviewId);
      return {
        key: reviewId,
        header: t`Reviewed by ${organisation}`,
        isNumeric: true,
        cell: ({ dimension }: DimensionScore) => {
          const mark = markOf(dimension);
          if (mark === undefined) return '–';
          const level = levelWords({ level: mark.value, range: mark.range ?? null });
          return mark.basis === undefined ? level : `${level} (${mark.basis})`;
        },
      };
    }),
    {
      key: 'importance',
      header: t`Important in two years`,
      cell: ({ dimension }: DimensionScore) => answerTo(dimension, 'importance'),
    },
    { key: 'wish', header: t`Wants support`, cell: ({ dimension }: DimensionScore) => answerTo(dimension, 'wish') },
  ];
  return (
    <Table
      caption={t`Level, importance and wish for support, area by area`}
      columns={columns}
      rows={result.scoreProfile.dimensions}
      rowKey={({ dimension }) => dimension}
    />
  );
}

/** The firm on one screen, before a meeting. */
export function SharedPicture() {
  return (
    <Section title={<Trans>The picture at a glance</Trans>}>
      <Ends />
      <div className={styles.columns}>
        <PartRuler part="digital" />
        <PartRuler part="process" />
      </div>
      <ReviewLegend />
      <Wishes />
    </Section>
  );
}
