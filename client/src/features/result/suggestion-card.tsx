import { Trans, useLingui } from '@lingui/react/macro';
import type { SuggestionDocument } from '#shared/contracts/results.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { SuggestionDecisions, suggestionId } from './suggestion-decisions.tsx';
import { SuggestionRanking } from './suggestion-ranking.tsx';
import { useWords } from './use-words.ts';

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Reasons that are read at once; the rest open on request, so that the first ones are read at all. */
const shownReasons = 3;

function Reasons({ suggestion }: { suggestion: SuggestionDocument }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const name = localise(suggestion.packageName);
  // The reason for another county stands beside the provider already.
  const reasons = suggestion.reasons.filter(({ sv }) => sv !== suggestion.crossCounty?.sv).map(localise);
  const [first, rest] = [reasons.slice(0, shownReasons), reasons.slice(shownReasons)];
  return (
    <>
      <h4>
        <Trans>Why this one</Trans>
      </h4>
      <List lines={first} />
      {rest.length > 0 && (
        <Details summary={t`More reasons for ${name}`} onPaper="as-left">
          <List lines={rest} />
        </Details>
      )}
    </>
  );
}

/** One package that fits: what it is, who gives it, why, and how to ask for it. */
export function SuggestionCard({ suggestion, isFirst }: { suggestion: SuggestionDocument; isFirst: boolean }) {
  const { t } = useLingui();
  const { hrefs } = useResult();
  const words = useWords();
  const localise = useLocalised();
  const name = localise(suggestion.packageName);
  const provider = localise(suggestion.providerName);
  const isRequested = hrefs.own?.requested.includes(suggestion.packageCode) === true;
  return (
    <li>
      <Panel tone={isFirst ? 'strong' : 'plain'}>
        <p className={styles.tags}>
          <Tag tone="warning">
            <Trans>Proposal, awaits the regions' confirmation</Trans>
          </Tag>
          {isRequested && (
            <Tag tone="success">
              <Trans>You have asked for contact</Trans>
            </Tag>
          )}
          {suggestion.crossCounty !== null && (
            <Tag tone="info">
              <Trans>From another county</Trans>
            </Tag>
          )}
        </p>
        <h3 id={suggestionId(suggestion.packageCode)} tabIndex={-1}>
          {name}
        </h3>
        <p>{localise(suggestion.summary)}</p>
        <p>
          <Trans>
            Given by: <strong>{provider}</strong>
          </Trans>
        </p>
        {suggestion.crossCounty !== null && <p>{localise(suggestion.crossCounty)}</p>}
        <p>
          <Trans>Concerns:</Trans> {suggestion.dimensions.map(words.dimension).join(', ')}
        </p>
        <Reasons suggestion={suggestion} />
        {suggestion.attachments.length > 0 && (
          <>
            <h4>
              <Trans>Comes with it</Trans>
            </h4>
            <List lines={suggestion.attachments.map(localise)} />
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
        <SuggestionRanking suggestion={suggestion} />
        <SuggestionDecisions suggestion={suggestion} />
        <ButtonRow>
          {hrefs.own !== null && !isRequested && (
            <ButtonLink to={hrefs.own.contact(suggestion.packageCode)} aria-label={t`Ask for contact about ${name}`}>
              <Trans>Ask for contact</Trans>
            </ButtonLink>
          )}
          {hrefs.own !== null && isRequested && (
            <ButtonLink to={hrefs.own.referrals} aria-label={t`See your request about ${name}`}>
              <Trans>See your request</Trans>
            </ButtonLink>
          )}
          <ButtonLink
            to={hrefs.package(suggestion.packageCode)}
            variant="quiet"
            aria-label={t`Read about the package ${name}`}
          >
            <Trans>Read about the package</Trans>
          </ButtonLink>
        </ButtonRow>
      </Panel>
    </li>
  );
}
