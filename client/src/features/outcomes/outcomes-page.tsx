import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import type { RuleOutcomesDocument } from '#shared/contracts/rule-outcomes.ts';
import { versionNumber } from '#shared/domain/version-number.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { outcomesTableAddress } from './api.ts';
import { AskedSection } from './asked-section.tsx';
import { isAskingForUnknown, readChoice, writeChoice } from './choice.ts';
import { OutcomeFilter } from './outcome-filter.tsx';
import { PackageDivisions } from './package-divisions.tsx';
import { PlacementTable, RequestTable, SuggestionTable } from './package-tables.tsx';
import { RuleSection } from './rule-table.tsx';
import { OutcomesContext, useOutcomeNames, useOutcomes, useOutcomeWords } from './use-outcomes.ts';

/** Whether there is a count to show anywhere. */
const isEmpty = ({ outcomes, asked }: RuleOutcomesDocument): boolean =>
  asked.every(({ total }) => total === null) &&
  outcomes.every(({ suggestions, requests, placements }) =>
    [...suggestions, ...requests, ...placements].every(({ total }) => total === null),
  );

function NothingYet() {
  const { fewestFirms } = useOutcomes().loaded.protection;
  return (
    <EmptyState title={<Trans>Nothing can be shown yet</Trans>}>
      <p>
        <Trans>
          Counts come when at least {fewestFirms} firms are behind one, and the month in which it happened has ended.
          What firms make of suggestions is counted of those that have agreed to it.
        </Trans>
      </p>
    </EmptyState>
  );
}

function Method() {
  const words = useOutcomeWords();
  const { protection, sha256 } = useOutcomes().loaded;
  const told = words.method({ ...protection, step: protection.roundTo });
  return (
    <Details summary={<Trans>How this is counted</Trans>} isOpenAtFirst>
      <ul>
        {told.map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li>{words.say('footer', { version: versionNumber(protection.version), sha256: sha256.slice(0, 16) })}</li>
      </ul>
    </Details>
  );
}

/** What is looked at, said when it changes; and the way back from one package or rule. */
function Narrowed() {
  const words = useOutcomeWords();
  const names = useOutcomeNames();
  const { choice } = useOutcomes();
  const { year, packageCode, ruleId } = choice;
  const period = year ?? words.say('sinceStart').toLowerCase();
  const rule = ruleId === null ? '' : names.ruleName(ruleId);
  const name = packageCode === null ? '' : names.packageName(packageCode);
  return (
    <div>
      <p role="status">
        {packageCode !== null && ruleId !== null && (
          <Trans>
            Shown: {period}, {name}, and what {rule} had to do with it.
          </Trans>
        )}
        {packageCode !== null && ruleId === null && (
          <Trans>
            Shown: {period}, {name}.
          </Trans>
        )}
        {packageCode === null && ruleId !== null && <ShownOfRule period={period} rule={rule} />}
        {packageCode === null && ruleId === null && <Trans>Shown: {period}, all packages.</Trans>}
      </p>
      {(packageCode !== null || ruleId !== null) && (
        <p>
          <Link to={{ search: writeChoice({ ...choice, packageCode: null, ruleId: null }) }}>
            <Trans>Show all packages</Trans>
          </Link>
        </p>
      )}
    </div>
  );
}

function ShownOfRule({ period, rule }: { period: string | number; rule: string }) {
  const { outcomes } = useOutcomes();
  if (outcomes.length === 0) return <Trans>Shown: {rule}.</Trans>;
  return (
    <Trans>
      Shown: {period}, the packages that {rule} can lift, also where it did not.
    </Trans>
  );
}

function Figures() {
  const { loaded, choice, outcomes } = useOutcomes();
  const chosen = loaded.outcomes.find(({ packageCode }) => packageCode === choice.packageCode);
  if (outcomes.length === 0 && chosen === undefined) {
    return (
      <>
        <Narrowed />
        <RuleSection />
      </>
    );
  }
  return (
    <>
      <Narrowed />
      {choice.ruleId !== null && <RuleSection />}
      <Section
        title={<Trans>What firms made of the suggestions</Trans>}
        lead={<Trans>Of firms that have agreed to it being counted.</Trans>}
      >
        {chosen === undefined ? (
          <SuggestionTable />
        ) : (
          <PackageDivisions kind="suggestion" periods={chosen.suggestions} />
        )}
      </Section>
      <Section
        title={<Trans>What advisers answered</Trans>}
        lead={
          <Trans>
            Requests for contact, of all firms. An adviser answers each with yes, with no and a reason, or hands it
            over.
          </Trans>
        }
      >
        {chosen === undefined ? <RequestTable /> : <PackageDivisions kind="request" periods={chosen.requests} />}
      </Section>
      <Section
        title={<Trans>What came of it in groups</Trans>}
        lead={<Trans>Places in groups, of all firms, also those that advisers put in without a request.</Trans>}
      >
        {chosen === undefined ? <PlacementTable /> : <PackageDivisions kind="placement" periods={chosen.placements} />}
      </Section>
      {choice.ruleId === null && <RuleSection />}
      {chosen === undefined && choice.ruleId === null && <AskedSection />}
    </>
  );
}

/** What became of what the rules suggested, to learn from: counts that no firm can be read from. */
export function OutcomesPage({ loaded, rulesHref }: { loaded: RuleOutcomesDocument; rulesHref: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useOutcomeWords();
  const [parameters] = useSearchParams();
  const choice = readChoice(parameters, loaded);
  const day = formatDate(new Date(Date.parse(loaded.countedUntil) - 1), language);
  return (
    <OutcomesContext value={{ loaded, choice }}>
      <Page width="results">
        <BackLink to={rulesHref}>
          <Trans>Rules for suggestions</Trans>
        </BackLink>
        <PageHeader title={words.say('title')} lead={words.say('counted', { day, step: loaded.protection.roundTo })} />
        {loaded.isSimulated && (
          <Notice tone="warning" title={t`Simulated firms`}>
            <p>
              <Trans>The figures show how the page works and say nothing about real firms.</Trans>
            </p>
          </Notice>
        )}
        {isEmpty(loaded) ? (
          <NothingYet />
        ) : (
          <>
            <OutcomeFilter />
            {isAskingForUnknown(parameters, loaded) && (
              <Notice tone="warning">
                <p>
                  <Trans>
                    The address asks for a period, a package or a rule that is not here. That is left out below.
                  </Trans>
                </p>
              </Notice>
            )}
            <p>
              <DownloadLink href={outcomesTableAddress(language)}>
                <Trans>Save every package and period as a table (CSV)</Trans>
              </DownloadLink>
            </p>
            <Figures />
          </>
        )}
        <Method />
      </Page>
    </OutcomesContext>
  );
}
