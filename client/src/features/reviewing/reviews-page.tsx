import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { allowsAnotherReview } from '#shared/domain/review/review-states.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import { type FirmParams, type ReviewedSubmission, type ReviewList, sendBeginning } from './api.ts';
import { useReviewWords } from './use-review-words.ts';

export type ReviewsHrefs = { firm: string; review: (reviewId: string) => string };

type SubmissionProps = {
  submission: ReviewedSubmission;
  params: FirmParams;
  hrefs: ReviewsHrefs;
  formName: (code: string) => string;
};

function Submission({ submission, params, hrefs, formName }: SubmissionProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useReviewWords();
  const navigate = useNavigate();
  const action = useAction(useProblemWords());
  const { reviews, responseId, formCode } = submission;
  const day = formatDate(new Date(submission.submittedAt), language);
  const form = formName(formCode);
  const isFree = reviews.every(({ status }) => allowsAnotherReview(status));
  const begin = () =>
    action.run(async () => {
      const { reviewId } = await sendBeginning({ ...params, responseId });
      await navigate(hrefs.review(reviewId));
    });
  type Row = (typeof reviews)[number];
  const columns = [
    {
      key: 'begun',
      header: t`Begun on`,
      isRowHeader: true,
      cell: ({ reviewId, createdAt }: Row) => (
        <Link to={hrefs.review(reviewId)}>{formatDate(new Date(createdAt), language)}</Link>
      ),
    },
    { key: 'status', header: t`How it stands`, cell: ({ status }: Row) => words.status(status) },
    { key: 'entries', header: t`Judgements`, isNumeric: true, cell: ({ entries }: Row) => entries },
    {
      key: 'given',
      header: t`Given`,
      cell: ({ givenAt }: Row) => (givenAt === null ? '–' : formatDate(new Date(givenAt), language)),
    },
  ];
  return (
    <Section
      title={
        <Trans>
          {form}, submitted {day}
        </Trans>
      }
    >
      {reviews.length === 0 ? (
        <EmptyState title={<Trans>Nobody of you has reviewed this yet</Trans>} />
      ) : (
        <Table
          caption={t`Your organisation's reviews`}
          columns={columns}
          rows={reviews}
          rowKey={(row) => row.reviewId}
        />
      )}
      <FaultNotice fault={action.fault} />
      {isFree && (
        <p>
          <Button isBusy={action.isBusy} onClick={begin} aria-label={t`Begin a review of ${form}, submitted ${day}`}>
            <Trans>Begin a review</Trans>
          </Button>
        </p>
      )}
    </Section>
  );
}

type ReviewsPageProps = {
  loaded: ReviewList | null;
  params: FirmParams;
  hrefs: ReviewsHrefs;
  formName: (code: string) => string;
};

/** The organisation's reviews of one firm, submission by submission. */
export function ReviewsPage({ loaded, params, hrefs, formName }: ReviewsPageProps) {
  const { t } = useLingui();
  const firmWords = useFirmWords();
  if (loaded === null) {
    return (
      <Page>
        <PageHeader title={t`Reviews`} />
        <EmptyState title={<Trans>The firm does not share its results with you</Trans>} />
      </Page>
    );
  }
  const firm = firmWords.firm(loaded.firmName);
  return (
    <Page width="results">
      <BackLink to={hrefs.firm}>
        <Trans>The firm</Trans>
      </BackLink>
      <PageHeader
        title={t`Reviews of ${firm}`}
        documentTitle={t`Reviews`}
        lead={
          <Trans>
            Go through what the firm has answered, with what you have seen. Your levels stand beside the firm's own,
            never in their place. The firm reads them when you give it the review, and replies.
          </Trans>
        }
      >
        {loaded.isSimulated && (
          <p>
            <SimulatedFirmTag />
          </p>
        )}
      </PageHeader>
      {loaded.submissions.length === 0 && <EmptyState title={<Trans>The firm has not submitted anything yet</Trans>} />}
      {loaded.submissions.map((submission) => (
        <Submission
          key={submission.responseId}
          submission={submission}
          params={params}
          hrefs={hrefs}
          formName={formName}
        />
      ))}
    </Page>
  );
}
