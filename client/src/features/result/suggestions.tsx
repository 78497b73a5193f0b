import { Trans, useLingui } from '@lingui/react/macro';
import type { SuggestionDocument } from '#shared/contracts/results.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

function Ranking({ suggestion }: { suggestion: SuggestionDocument }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const points = (value: number) => formatNumber(value, language, 2);
  const rows = suggestion.components
    .filter((component) => component.points !== 0)
    .map(({ name, points: value }, place) => ({ key: String(place), name: localise(name), value }));
  const name = localise(suggestion.packageName);
  return (
    <Details summary={<Trans>How the suggestion was ranked</Trans>}>
      <Table
        caption={t`Points of the suggestion ${name}`}
        columns={[
          { key: 'name', header: t`What counts`, isRowHeader: true, cell: (row) => row.name },
          { key: 'points', header: t`Points`, isNumeric: true, cell: (row) => points(row.value) },
        ]}
        rows={[...rows, { key: 'total', name: t`In all`, value: suggestion.total }]}
        rowKey={({ key }) => key}
      />
    </Details>
  );
}

function Suggestion({ suggestion }: { suggestion: SuggestionDocument }) {
  const { t } = useLingui();
  const { hrefs } = useResult();
  const words = useWords();
  const localise = useLocalised();
  const name = localise(suggestion.packageName);
  const provider = localise(suggestion.providerName);
  return (
    <li>
      <Panel tone={suggestion.rank === 1 ? 'strong' : 'plain'}>
        <p className={styles.tags}>
          <Tag tone="warning">
            <Trans>Proposal, awaits the regions' confirmation</Trans>
          </Tag>
          {suggestion.crossCounty !== null && (
            <Tag tone="info">
              <Trans>From another county</Trans>
            </Tag>
          )}
        </p>
        <h3>{name}</h3>
        <p>{localise(suggestion.summary)}</p>
        <p>
          <Trans>
            Given by: <strong>{provider}</strong>
          </Trans>
        </p>
        <p>
          <Trans>Concerns:</Trans> {suggestion.dimensions.map(words.dimension).join(', ')}
        </p>
        <h4>
          <Trans>Why this one</Trans>
        </h4>
        <ul>
          {suggestion.reasons.map((reason) => (
            <li key={reason.sv}>{localise(reason)}</li>
          ))}
        </ul>
        {suggestion.attachments.length > 0 && (
          <>
            <h4>
              <Trans>Comes with it</Trans>
            </h4>
            <ul>
              {suggestion.attachments.map((attachment) => (
                <li key={attachment.sv}>{localise(attachment)}</li>
              ))}
            </ul>
          </>
        )}
        <p>
          <strong>
            <Trans>Green gain:</Trans>
          </strong>{' '}
          {localise(suggestion.greenStatement)}
        </p>
        <p className={styles.eyebrow}>
          <Trans>Steps of the regional strategy:</Trans>{' '}
          {suggestion.steps.map((step) => `${step.code} ${localise(step.name)}`).join('; ')}
        </p>
        <Ranking suggestion={suggestion} />
        <ButtonRow>
          <ButtonLink to={hrefs.contact(suggestion.packageCode)} aria-label={t`Ask for contact about ${name}`}>
            <Trans>Ask for contact</Trans>
          </ButtonLink>
          <ButtonLink to={hrefs.package(suggestion.packageCode)} variant="quiet" aria-label={t`Read about ${name}`}>
            <Trans>Read about the package</Trans>
          </ButtonLink>
        </ButtonRow>
      </Panel>
    </li>
  );
}

function Later() {
  const { result } = useResult();
  const localise = useLocalised();
  if (result.postponed.length === 0) return null;
  return (
    <Details summary={<Trans>What can wait, and why</Trans>}>
      <ul>
        {result.postponed.map(({ packageCode, packageName, reason }) => (
          <li key={packageCode}>
            <strong>{localise(packageName)}.</strong> {localise(reason)}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Gaps() {
  const { result } = useResult();
  const words = useWords();
  const localise = useLocalised();
  if (result.gaps.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>
        <Trans>Needs that no package meets</Trans>
      </h3>
      <ul>
        {result.gaps.map(({ dimension, text }) => (
          <li key={dimension}>
            <strong>{words.dimension(dimension)}.</strong> {localise(text)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One to three packages with their reasons, what can wait, and what nobody offers. */
export function Suggestions() {
  const { result } = useResult();
  return (
    <Section
      title={<Trans>Support that fits</Trans>}
      lead={<Trans>At most three suggestions. You choose; nobody is told unless you ask for contact.</Trans>}
    >
      {result.suggestions.length === 0 ? (
        <EmptyState title={<Trans>No package fits your answers</Trans>}>
          <p>
            <Trans>
              We would rather suggest nothing than something that does not fit. The need is recorded for the regions.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <ol className={styles.steps}>
          {result.suggestions.map((suggestion) => (
            <Suggestion key={suggestion.packageCode} suggestion={suggestion} />
          ))}
        </ol>
      )}
      <Later />
      <Gaps />
    </Section>
  );
}
