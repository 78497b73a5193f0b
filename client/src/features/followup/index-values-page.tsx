import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { IndexValueRow } from '#shared/contracts/follow-up.ts';
import { compareIndex } from '#shared/domain/followup/index-value.ts';
import { formatLevel, formatMonth, formatNumber } from '../../lib/format.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { Link } from '../../ui/link/link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import type { LoadedIndexValues } from './api.ts';
import styles from './follow-up.module.css';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export type IndexValuesHrefs = {
  newValue: (organisationId: string) => string;
  value: (organisationId: string, indexValueId: string) => string;
  valuesOf: (organisationId: string) => string;
  release: (number: number) => string;
  context: string;
};
type IndexValuesPageProps = {
  loaded: LoadedIndexValues;
  hrefs: IndexValuesHrefs;
  /** What was done on the page that one comes from. */
  justDone: 'saved' | 'withdrawn' | null;
};
type Figure = LoadedIndexValues['figures'][number];

function OwnFigure({ figure, hrefs }: { figure: Figure | undefined; hrefs: IndexValuesHrefs }) {
  const { t } = useLingui();
  const language = useLanguage();
  if (figure === undefined) return <Trans>No release shows a figure for this area yet.</Trans>;
  const { releaseNumber, isSimulated } = figure;
  const [mean, firms] = [formatLevel(figure.mean, language), formatNumber(figure.firms, language)];
  const which = figure.population === 'sme' ? t`with fewer than 250 employees` : t`of every size`;
  const lastDay = new Date(Date.parse(figure.until) - 1).toISOString().slice(0, 10);
  const [first, last] = [formatMonth(figure.from, language), formatMonth(lastDay, language)];
  return (
    <>
      <span className={styles.named}>
        <Trans>Mean level {mean} on a scale from 0 to 4</Trans> <SimulatedTag isSimulated={isSimulated} />
      </span>
      <span className={styles.small}>
        <Trans>
          About {firms} firms that have answered, {which}, {first} to {last}.
        </Trans>{' '}
        <Link to={hrefs.release(releaseNumber)}>
          <Trans>Release {releaseNumber}</Trans>
        </Link>
      </span>
    </>
  );
}

function Difference({ row, figure }: { row: IndexValueRow; figure: Figure | undefined }) {
  const language = useLanguage();
  const comparison = compareIndex(row.indexValue, figure?.mean ?? null);
  if (comparison.kind === 'no-figure') return <Trans>There is nothing to compare with yet.</Trans>;
  if (comparison.kind === 'scales-differ')
    return <Trans>Not as a number: the scales differ. The two say different things, each on its own scale.</Trans>;
  const { difference } = comparison;
  const size = formatLevel(Math.abs(difference), language);
  if (difference === 0) return <Trans>The same level, in tenths.</Trans>;
  return difference > 0 ? (
    <Trans>The index is {size} of a level higher.</Trans>
  ) : (
    <Trans>The index is {size} of a level lower.</Trans>
  );
}

type CardProps = Omit<IndexValuesPageProps, 'justDone'> & { row: IndexValueRow };

function ValueCard({ row, loaded, hrefs }: CardProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useFollowUpWords();
  const { indexValue, isOwn } = row;
  const { dimension } = indexValue;
  const figure = loaded.figures.find((each) => each.dimension === dimension);
  const [value, scale, place] = [
    words.value(indexValue),
    words.scale(indexValue),
    words.geography(indexValue.geography),
  ];
  return (
    <Panel>
      <div className={styles.value}>
        <h3 className={styles.named}>
          {isOwn ? (
            <Link to={hrefs.value(loaded.organisationId, row.indexValueId)}>{indexValue.index}</Link>
          ) : (
            <span>{indexValue.index}</span>
          )}
          <SimulatedTag isSimulated={row.isSimulated} />
        </h3>
        <p className={styles.note}>
          <strong>
            <Trans>How far it can be compared:</Trans>
          </strong>{' '}
          {indexValue.note}
        </p>
        <Facts
          facts={[
            {
              term: t`Value`,
              detail: (
                <>
                  <strong>{value}</strong> <span className={styles.small}>({t`scale: ${scale}`})</span>
                </>
              ),
            },
            { term: t`What it measures`, detail: indexValue.measures },
            { term: t`Year and place`, detail: `${indexValue.year}, ${place}` },
            { term: t`Source`, detail: <ExternalLink href={indexValue.link}>{indexValue.source}</ExternalLink> },
            ...(dimension === null
              ? []
              : [
                  { term: t`What firms have answered here`, detail: <OwnFigure figure={figure} hrefs={hrefs} /> },
                  { term: t`Difference`, detail: <Difference row={row} figure={figure} /> },
                ]),
            { term: t`Entered by`, detail: localise(row.organisationName) },
          ]}
        />
      </div>
    </Panel>
  );
}

function ValueGroups({
  loaded,
  hrefs,
  rows,
}: Omit<IndexValuesPageProps, 'justDone'> & { rows: readonly IndexValueRow[] }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const groups = [
    ...loaded.dimensions.map(({ code, name }) => ({ code, title: localise(name) })),
    { code: null, title: t`Near to no area of ours` },
  ];
  return groups.map(({ code, title }) => {
    const own = rows.filter(({ indexValue }) => indexValue.dimension === code);
    if (own.length === 0) return null;
    return (
      <Section key={code ?? 'none'} title={title}>
        <ul className={styles.values}>
          {own.map((row) => (
            <li key={row.indexValueId}>
              <ValueCard row={row} loaded={loaded} hrefs={hrefs} />
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}

/** What others have measured, beside what firms have answered here: never without how far the two can be compared. */
export function IndexValuesPage({ loaded, hrefs, justDone }: IndexValuesPageProps) {
  const { t } = useLingui();
  const words = { saved: t`The value is saved.`, withdrawn: t`The value is withdrawn.` };
  const done = useDone(justDone === null ? undefined : words[justDone]);
  const localise = useLocalised();
  const navigate = useNavigate();
  const { organisationId, regions, indexValues, figures } = loaded;
  const rows = indexValues.filter(({ withdrawalReason }) => withdrawalReason === null);
  const withdrawn = indexValues.filter(({ withdrawalReason }) => withdrawalReason !== null);
  return (
    <Page width="results">
      <PageHeader
        title={t`Values for comparison`}
        lead={t`What others have measured of digitalisation and development, beside the newest published figure for the same area. What is measured differs, so that each has a note on how far it can be compared.`}
      />
      <DoneNotice done={done} />
      <SimulatedNotice isSimulated={[...rows, ...figures].some((each) => each.isSimulated)} />
      {regions.length > 1 && (
        <SelectField
          name="organisation"
          label={t`As an analyst of`}
          value={organisationId}
          options={regions.map((each) => ({ value: each.organisationId, label: localise(each.name) }))}
          onChange={({ target }) => void navigate(hrefs.valuesOf(target.value))}
        />
      )}
      <ButtonRow>
        <ButtonLink to={hrefs.newValue(organisationId)}>
          <Trans>Enter a value</Trans>
        </ButtonLink>
      </ButtonRow>
      {rows.length === 0 ? (
        <EmptyState title={<Trans>No value is entered yet</Trans>}>
          <p>
            <Trans>
              For example of the national digitalisation index: with its source, its year, its scale, and a note on how
              far it can be compared with what firms answer here.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <ValueGroups loaded={loaded} hrefs={hrefs} rows={rows} />
      )}
      {withdrawn.length > 0 && (
        <Details summary={<Trans>Withdrawn by your region ({withdrawn.length})</Trans>}>
          <ul className={styles.lines}>
            {withdrawn.map((row) => (
              <li key={row.indexValueId}>
                <Link to={hrefs.value(organisationId, row.indexValueId)}>{row.indexValue.index}</Link>{' '}
                <span className={styles.small}>{row.withdrawalReason}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p>
        <Link to={hrefs.context}>
          <Trans>The strategy's own figures, with source, year and what does not fit together</Trans>
        </Link>
      </p>
    </Page>
  );
}
