import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import type { DimensionScore, ItemContribution } from '#shared/domain/scoring/score.ts';
import { formatLevel, formatNumber, formatShare } from '../../lib/format.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './result.module.css';
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

function Answers({ score }: { score: DimensionScore }) {
  const { t } = useLingui();
  const { index, texts, answers, result } = useResult();
  const words = useWords();
  const say = useAnswerWords();
  const effect = useEffectWords();
  const language = useLanguage();
  const name = words.dimension(score.dimension);
  const columns = [
    {
      key: 'question',
      header: t`Question`,
      isRowHeader: true,
      cell: ({ item: code }: ItemContribution) => {
        const item = index.items.get(code);
        return item === undefined ? code : questionOf(item, result.response.profile, texts);
      },
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
      cell: ({ points }: ItemContribution) =>
        points === null ? '–' : formatNumber(points, language, Number.isInteger(points) ? 0 : 2),
    },
    { key: 'weight', header: t`Weight`, isNumeric: true, cell: ({ weight }: ItemContribution) => weight },
    { key: 'effect', header: t`What it does`, cell: ({ state }: ItemContribution) => effect(state) },
  ];
  return <Table caption={t`Answers behind ${name}`} columns={columns} rows={score.items} rowKey={({ item }) => item} />;
}

function Sums({ score }: { score: DimensionScore }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useWords();
  const level = (value: number) => formatLevel(value, language);
  const number = (value: number) => formatNumber(value, language, Number.isInteger(value) ? 0 : 2);
  const sum = number(score.weightedPoints);
  const answered = score.answeredWeight;
  const applicable = score.applicableWeight;
  const [mean, percent] = [level(score.level ?? 0), formatNumber(score.percent ?? 0, language)];
  const [lowest, highest] = [level(score.range?.lowest ?? 0), level(score.range?.highest ?? 4)];
  const share = formatShare(applicable === 0 ? 0 : answered / applicable, language);
  const facts = [
    { term: t`Answered`, detail: t`${answered} of ${applicable} by weight, ${share}` },
    {
      term: t`Level`,
      detail:
        score.level === null
          ? t`none: too few answers, or not relevant`
          : t`${sum} points ÷ ${answered} = ${mean}, which is ${percent} of 100`,
    },
    ...(score.range === null
      ? []
      : [
          {
            term: t`Range`,
            detail: t`${lowest} if everything unknown is 0, ${highest} if it is 4`,
          },
        ]),
    ...(score.band === null ? [] : [{ term: t`In words`, detail: words.band(score.band) }]),
  ];
  return <Facts facts={facts} />;
}

/** Where a link from a dimension leads: the browser cannot find what was not there when it looked. */
function useFragment(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
}

/** Every number down to the answers it is made of. */
export function CalculationPage() {
  const { t } = useLingui();
  const { result, hrefs } = useResult();
  const words = useWords();
  useFragment();
  const { rulesVersion } = result.scoreProfile;
  return (
    <Page width="results">
      <BackLink to={hrefs.result}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <PageHeader
        title={t`How it was calculated`}
        lead={t`A level is the mean of the points you were given, weighted. Here is every answer behind every level.`}
      />
      <p>
        <Trans>
          Rules of the version {rulesVersion}. <Link to={hrefs.method}>How we measure</Link> says where they come from.
        </Trans>
      </p>
      {result.scoreProfile.dimensions.map((score) => (
        <section key={score.dimension} id={score.dimension} className={`${styles.part} ${styles.target}`}>
          <h2>{words.dimension(score.dimension)}</h2>
          <Answers score={score} />
          <Sums score={score} />
        </section>
      ))}
    </Page>
  );
}
