import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import type { LoadedCrosswalk } from './api.ts';
import { MeasureSection } from './measure-section.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { isAddedLeftOut, questionsIn, useRowWords } from './use-row-words.ts';

export type CrosswalkHrefs = {
  readonly back: string;
  /** Null for who reads and adds nothing. */
  readonly add: string | null;
  /** Address of the answer sheet without its format. */
  readonly sheet: string;
};

type CrosswalkPageProps = { readonly loaded: LoadedCrosswalk; readonly hrefs: CrosswalkHrefs };

function AnswerSheet({ hrefs }: Pick<CrosswalkPageProps, 'hrefs'>) {
  const { t } = useLingui();
  return (
    <Section
      title={t`Answer sheet`}
      lead={
        <Trans>
          Every row with its answer, in the order of the forms, for whoever fills in the EU's form with you. Go through
          it together: nothing here is official.
        </Trans>
      }
    >
      <p>
        <DownloadLink href={`${hrefs.sheet}/xlsx`}>
          <Trans>Answer sheet (Excel)</Trans>
        </DownloadLink>
      </p>
      <p>
        <DownloadLink href={`${hrefs.sheet}/csv`}>
          <Trans>Answer sheet (CSV)</Trans>
        </DownloadLink>
      </p>
      {hrefs.add === null && (
        <p>
          <Trans>The firm is told that you took it, and when.</Trans>
        </p>
      )}
      <ButtonRow>
        <Button variant="quiet" onClick={() => window.print()} aria-label={t`Print the figures`}>
          <Trans>Print</Trans>
        </Button>
      </ButtonRow>
    </Section>
  );
}

/** For an adviser whom the firm lets read nothing, or nothing any more. */
export function CrosswalkGone({ backHref }: { backHref: string }) {
  const { t } = useLingui();
  return (
    <Page width="results">
      <BackLink to={backHref}>
        <Trans>Back to your firms</Trans>
      </BackLink>
      <PageHeader
        title={t`There is nothing to read here`}
        lead={<Trans>The firm does not show its result to you, or does so no longer.</Trans>}
      />
    </Page>
  );
}

/** The same answers in the measures of others: figures, what they are made of, and what is left to ask. */
export function CrosswalkPage({ loaded: { crosswalk, form, isLastUnsaved }, hrefs }: CrosswalkPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useRowWords(questionsIn(crosswalk), form);
  const day = formatDate(new Date(crosswalk.submittedAt), language);
  return (
    <Page width="results">
      <BackLink to={hrefs.back}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <PageHeader
        title={t`The same answers in the EU's measures`}
        eyebrow={crosswalk.firmName ?? undefined}
        lead={
          <Trans>
            Derived from the answers of {day}, not official. What the answers leave open is shown as a range. Nothing
            here changes your levels or suggestions.
          </Trans>
        }
      >
        {crosswalk.isSimulated && (
          <p>
            <SimulatedFirmTag />
          </p>
        )}
        {crosswalk.changedItems.length > 0 && (
          <p>
            <Plural
              value={crosswalk.changedItems.length}
              one="One question has another meaning than these measures were written for. Nothing is derived from it."
              other="# questions have another meaning than these measures were written for. Nothing is derived from them."
            />
          </p>
        )}
        {hrefs.add === null && (
          <p>
            <Trans>Here are the words that the firm reads: “you” is the firm.</Trans>
          </p>
        )}
        {isAddedLeftOut(crosswalk) && (
          <p>
            <Trans>What the firm has added itself is not in its consent, and is left out here.</Trans>
          </p>
        )}
      </PageHeader>
      {isLastUnsaved && hrefs.add !== null && (
        <Notice tone="danger" title={<Trans>Your last answer was not saved</Trans>}>
          <p>
            <Trans>The figures stand without it.</Trans>{' '}
            <Link to={hrefs.add}>
              <Trans>Add it again</Trans>
            </Link>
          </p>
        </Notice>
      )}
      {crosswalk.measures.map((measure) => (
        <MeasureSection key={measure.code} measure={measure} words={words} mayAdd={hrefs.add !== null} />
      ))}
      <OpenQuestions crosswalk={crosswalk} addHref={hrefs.add} />
      <AnswerSheet hrefs={hrefs} />
    </Page>
  );
}
