import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { AgreementDocument } from '#shared/domain/respondents/agreement-document.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { useResult } from './result-context.tsx';
import { SpreadTable } from './spread-table.tsx';
import { useWords } from './use-words.ts';

type Dimension = AgreementDocument['dimensions'][number];
type Differences = AgreementDocument['differences'];

const decimals = 2;

function useStrengthWords(): Record<NonNullable<Dimension['strength']>, string> {
  const { t } = useLingui();
  return {
    weak: t`You see it differently`,
    moderate: t`You partly see it alike`,
    strong: t`You see it alike`,
    'very-strong': t`You see it very much alike`,
  };
}

function Conversation({ differences }: { differences: Differences }) {
  const language = useLanguage();
  const { question } = useWords();
  const points = (value: number) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  const lineOf = (item: string, words: ReactNode) => (
    <li key={item}>
      <strong>{question(item)}</strong> {words}
    </li>
  );
  switch (differences.kind) {
    case 'too-few':
      return (
        <p>
          <Trans>
            No question has been answered by three besides whoever leads, so nothing is told of how you differ. What any
            one has answered cannot be seen here.
          </Trans>
        </p>
      );
    case 'sides':
      return differences.items.length === 0 ? (
        <p>
          <Trans>Office and shop floor give the same picture on every question that both have answered.</Trans>
        </p>
      ) : (
        <ol>
          {differences.items.map(({ item, office, floor }) =>
            lineOf(
              item,
              <Trans>
                On average the office says level {points(office)} and the shop floor level {points(floor)}.
              </Trans>,
            ),
          )}
        </ol>
      );
    case 'spread':
      return (
        <>
          {differences.items.length === 0 ? (
            <p>
              <Trans>You give the same answer to every question that is told of.</Trans>
            </p>
          ) : (
            <ol>
              {differences.items.map(({ item, lowest, highest }) =>
                lineOf(
                  item,
                  <Trans>
                    The answers go from level {points(lowest)} to level {points(highest)}.
                  </Trans>,
                ),
              )}
            </ol>
          )}
          <p>
            <Trans>
              Office and shop floor are not set against each other: too few questions have been answered by three of
              each, besides whoever leads.
            </Trans>
          </p>
        </>
      );
  }
}

/** The areas that enough have answered, and how many there are beside them. */
function AgreementTable({ dimensions }: { dimensions: readonly Dimension[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useWords();
  const strength = useStrengthWords();
  const columns = [
    { key: 'area', header: t`Area`, isRowHeader: true, cell: ({ dimension }: Dimension) => words.dimension(dimension) },
    {
      key: 'words',
      header: t`In words`,
      cell: ({ strength: kind }: Dimension) => (kind === null ? '–' : strength[kind]),
    },
    {
      key: 'agreement',
      header: t`Agreement, 0–1`,
      isNumeric: true,
      cell: ({ agreement }: Dimension) => (agreement === null ? '–' : formatNumber(agreement, language, decimals)),
    },
    { key: 'items', header: t`Questions`, isNumeric: true, cell: ({ items }: Dimension) => String(items) },
  ];
  const told = dimensions.filter(({ agreement }) => agreement !== null);
  const left = dimensions.filter(({ agreement }) => agreement === null).map((area) => words.dimension(area.dimension));
  const areas = listInWords(left, language);
  return (
    <>
      {told.length > 0 && (
        <Table
          caption={t`How far you agree, area by area`}
          columns={columns}
          rows={told}
          rowKey={({ dimension }) => dimension}
        />
      )}
      {left.length > 0 && (
        <p>
          <Trans>Too few answers to be told of: {areas}.</Trans>
        </p>
      )}
    </>
  );
}

/** What the two coefficients say, or why they say nothing. */
function BetweenItems({ betweenItems }: { betweenItems: AgreementDocument['betweenItems'] }) {
  const language = useLanguage();
  switch (betweenItems.kind) {
    case 'too-few':
      return (
        <p>
          <Trans>
            Fewer than five questions have answers from three besides whoever leads: too few for telling how much of the
            difference lies between questions and how much between you.
          </Trans>
        </p>
      );
    case 'no-variation':
      return (
        <p>
          <Trans>Every answer is the same, so there is no difference to divide between questions and people.</Trans>
        </p>
      );
    case 'told': {
      const { one, mean, items } = betweenItems;
      const share = formatNumber(Math.max(one, 0), language, decimals);
      const reliability = mean === null ? null : formatNumber(Math.max(mean, 0), language, decimals);
      return (
        <>
          <p>
            <Plural
              value={items}
              one={`Of all difference in your answers to # question, the share ${share} lies between questions and the rest between you (ICC(1), Shrout and Fleiss 1979). Near 1 you agree on what is strong and what is weak; near 0 it matters more who answers than what is asked.`}
              other={`Of all difference in your answers to # questions, the share ${share} lies between questions and the rest between you (ICC(1), Shrout and Fleiss 1979). Near 1 you agree on what is strong and what is weak; near 0 it matters more who answers than what is asked.`}
            />
          </p>
          <p>
            {reliability === null ? (
              <Trans>
                Your questions have the same mean, so it cannot be told how surely your mean tells them apart
                (ICC(1,k)).
              </Trans>
            ) : (
              <Trans>
                How surely the mean of your answers tells one question from another: {reliability} of 1 (ICC(1,k)). From
                0.70 it is usually taken to be enough; below that, more of you need to answer.
              </Trans>
            )}
          </p>
        </>
      );
    }
  }
}

/** What several respondents make of each other's answers; nothing where one answered alone. */
export function Agreement() {
  const { result } = useResult();
  const { agreement } = result;
  if (agreement === null) return null;
  const { respondents, betweenItems, differences, dimensions, items } = agreement;
  return (
    <Section
      id="agreement"
      title={<Trans>Where you see it differently</Trans>}
      lead={
        <Plural
          value={respondents}
          _0="None of you has answered a question with levels, so there is nothing to compare."
          one="Only # of you has answered questions with levels, so there is nothing to compare."
          other="# of you have answered questions with levels. A difference is a finding: talk about why."
        />
      }
    >
      <Conversation differences={differences} />
      <Details summary={<Trans>Question by question</Trans>}>
        <SpreadTable items={items} />
      </Details>
      <Details summary={<Trans>Agreement area by area</Trans>}>
        <AgreementTable dimensions={dimensions} />
        <p>
          <Trans>
            Agreement compares how far your answers lie apart with answers given by chance (r_wg, James, Demaree and
            Wolf 1984). It is told of questions that at least three have answered besides whoever leads.
          </Trans>
        </p>
        <BetweenItems betweenItems={betweenItems} />
      </Details>
    </Section>
  );
}
