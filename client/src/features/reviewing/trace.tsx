import { Trans, useLingui } from '@lingui/react/macro';
import type { ReviewEvent } from '#shared/contracts/reviews.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { useReview } from './review-context.tsx';
import { useReviewWords } from './use-review-words.ts';
import { useSubjectWords } from './use-subject-words.ts';

type Row = ReviewEvent & { readonly key: string };

/** Who did what in the review, of which side, and when. */
export function Trace() {
  const { t } = useLingui();
  const { review } = useReview();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReviewWords();
  const subjects = useSubjectWords();
  const organisation = localise(review.organisationName);
  const whatOf = ({ deed, code, judgement }: Row): string => {
    if (code === null) return words.deed(deed);
    const subject = `${words.deed(deed)}: ${subjects.subject(code)}`;
    if (deed !== 'judge') return subject;
    return `${subject} (${judgement === null ? t`taken away` : subjects.judgement(code, judgement)})`;
  };
  const whoOf = ({ side, personName }: Row): string => {
    const place = side === 'firm' ? t`the firm` : organisation;
    return personName === null ? place : `${personName}, ${place}`;
  };
  const columns = [
    {
      key: 'at',
      header: t`When`,
      isRowHeader: true,
      cell: ({ at }: Row) => `${formatDate(new Date(at), language)} ${formatTime(new Date(at), language)}`,
    },
    { key: 'who', header: t`Who`, cell: whoOf },
    { key: 'what', header: t`What`, cell: whatOf },
  ];
  return (
    <Section title={<Trans>The trace</Trans>}>
      <Details summary={<Trans>Who did what, and when</Trans>}>
        <Table
          caption={t`What has been done in the review, oldest first`}
          columns={columns}
          rows={review.events.map((event, place) => ({ ...event, key: String(place) }))}
          rowKey={({ key }) => key}
        />
      </Details>
    </Section>
  );
}
