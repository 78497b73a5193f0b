import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { OwnChange } from '#shared/contracts/change.ts';
import type { RoundChange } from '#shared/domain/change/round-change.ts';
import { formatDate } from '../../lib/format.ts';
import { useChangeSentences } from '../../lib/use-change-sentences.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedExample } from '../../ui/tag/simulated-tag.tsx';
import { ChangeItems } from './change-items.tsx';
import { ChangePicture, ChangeTable } from './change-picture.tsx';
import { areasOfChange } from './compared-areas.ts';
import { HowJudged } from './how-judged.tsx';
import { NotCompared } from './not-compared.tsx';
import { ThenLevels } from './then-levels.tsx';

export type ChangeHrefs = {
  result: string;
  claim: string;
  firm: (firmId: string) => string;
};

export type ChangePageProps = {
  loaded: OwnChange;
  hrefs: ChangeHrefs;
  formName: (code: string) => string;
  /** Another round to compare with. */
  onChoose: (since: string) => void;
};

/** When there is something to compare, and what that takes. */
function OneRound({ loaded, hrefs }: Pick<ChangePageProps, 'loaded' | 'hrefs'>) {
  const { firmId } = loaded;
  return (
    <EmptyState
      title={<Trans>There is one round to tell of so far</Trans>}
      action={
        firmId === null ? (
          <ButtonLink to={hrefs.claim}>
            <Trans>Connect the answers to an account</Trans>
          </ButtonLink>
        ) : (
          <ButtonLink to={hrefs.firm(firmId)}>
            <Trans>To the firm's page</Trans>
          </ButtonLink>
        )
      }
    >
      <p>
        <Trans>
          Answer the same questions again in six months at the earliest, and preferably after a year: sooner there is
          seldom anything to see that is more than the error of measurement. What is submitted within three months of
          the first answers of a round belongs to that round.
        </Trans>
      </p>
      <p>
        {firmId === null ? (
          <Trans>For rounds to be compared, the answers have to belong to an account.</Trans>
        ) : (
          <Trans>A new round is begun on the firm's page, under “Answer more”.</Trans>
        )}
      </p>
    </EmptyState>
  );
}

function Header({ own }: { own: OwnChange }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { title } = useChangeSentences();
  const { since, now, change, status } = own;
  const day = (round: { submittedAt: string }) => formatDate(new Date(round.submittedAt), language);
  const [from, to] = [since === null ? '' : day(since), day(now)];
  return (
    <PageHeader
      title={
        status === 'compared' && change !== null ? title(areasOfChange(change).findings) : t`Change between rounds`
      }
      documentTitle={t`Change between rounds`}
      eyebrow={<Trans>Change between rounds</Trans>}
      lead={
        since === null ? undefined : t`Between ${from} and ${to}, on the questions that mean the same in both rounds.`
      }
    >
      <SimulatedExample isSimulated={own.isSimulated} />
    </PageHeader>
  );
}

function Compared({
  own,
  change,
  onChange,
}: {
  own: OwnChange;
  change: RoundChange;
  onChange: (own: OwnChange) => void;
}) {
  const { t } = useLingui();
  const areas = areasOfChange(change);
  const { sentences } = useChangeSentences();
  return (
    <>
      <Section title={<Trans>What can be said</Trans>}>
        <ul>
          {sentences(areas.findings).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>
          <Trans>
            It is reckoned as if the same persons had answered both times. Where others did, or several together one of
            the times, more of the difference can come from that than is reckoned with.
          </Trans>
        </p>
      </Section>
      <Section
        title={<Trans>Area by area</Trans>}
        lead={
          <Trans>
            On the questions that were answered both times. The numbers can differ from the levels of the result, which
            rest on all answers.
          </Trans>
        }
      >
        <ChangePicture areas={areas.compared} />
        <Details summary={t`The change as a table`}>
          <ChangeTable areas={areas.compared} />
        </Details>
        <NotCompared areas={areas.notCompared} />
      </Section>
      <ChangeItems change={change} />
      <ThenLevels own={own} change={change} areas={areas.compared} onChange={onChange} />
      <HowJudged change={change} />
    </>
  );
}

function Choose({ loaded, formName, onChoose }: Omit<ChangePageProps, 'hrefs'>) {
  const { t } = useLingui();
  const language = useLanguage();
  if (loaded.earlier.length < 2) return null;
  return (
    <SelectField
      name="since"
      label={t`Compare with`}
      value={loaded.since?.responseId ?? ''}
      options={loaded.earlier.map(({ responseId, formCode, submittedAt }) => ({
        value: responseId,
        label: `${formatDate(new Date(submittedAt), language)}, ${formName(formCode)}`,
      }))}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}

/** What has become of the firm between two rounds: what is more than error, what is not, and what cannot be compared. */
export function ChangePage(props: ChangePageProps) {
  const { t } = useLingui();
  const { loaded, hrefs } = props;
  const [own, setOwn] = useState(loaded);
  const { status, change } = own;
  return (
    <Page width="results">
      <BackLink to={hrefs.result}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <Header own={own} />
      <Choose {...props} />
      {status === 'one-round' && <OneRound loaded={own} hrefs={hrefs} />}
      {status === 'nothing-comparable' && change !== null && (
        <>
          <EmptyState title={<Trans>Nothing can be compared between the rounds</Trans>}>
            <p>
              <Trans>No area has a level in both rounds on questions that mean the same in both.</Trans>
            </p>
          </EmptyState>
          <NotCompared areas={change.dimensions} />
          <ChangeItems change={change} />
        </>
      )}
      {status === 'compared' && change !== null && <Compared own={own} change={change} onChange={setOwn} />}
      <p>
        <Button variant="quiet" onClick={() => window.print()} aria-label={t`Print the change`}>
          <Trans>Print</Trans>
        </Button>
      </p>
    </Page>
  );
}
