import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ResultLink } from '#shared/contracts/result-links.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { RecordCard, RecordList } from '../../ui/record/record.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { usePartWords } from './use-part-words.ts';

function State({ state }: { state: ResultLink['state'] }) {
  switch (state) {
    case 'active':
      return (
        <Tag tone="success">
          <Trans>Active</Trans>
        </Tag>
      );
    case 'expired':
      return (
        <Tag>
          <Trans>Expired</Trans>
        </Tag>
      );
    case 'taken-back':
      return (
        <Tag>
          <Trans>Taken back</Trans>
        </Tag>
      );
  }
}

function useMailWords(): (mail: NonNullable<ResultLink['mail']>, email: string) => string {
  const { t } = useLingui();
  return (mail, email) => {
    switch (mail) {
      case 'waiting':
        return t`${email}: on its way`;
      case 'sent':
        return t`${email}: sent`;
      case 'failed':
        return t`${email}: could not be sent. Make a new link and hand it over yourselves.`;
      case 'unconfirmed':
        return t`${email}: not known whether it arrived`;
    }
  };
}

function useFacts(link: ResultLink) {
  const { t } = useLingui();
  const language = useLanguage();
  const parts = usePartWords();
  const mailWords = useMailWords();
  const dayOf = (at: string) => formatDate(new Date(at), language);
  const { recipientEmail, mail, lastOpenedAt, takenBackAt, note } = link;
  const opened = lastOpenedAt ?? '';
  const lastly = opened === '' ? '' : t`${dayOf(opened)} at ${formatTime(new Date(opened), language)}`;
  const shown = [
    ...link.parts.map((part) => parts[part].name),
    link.showsFirmName ? t`With the firm’s name` : t`Without the firm’s name`,
  ];
  return [
    {
      term: t`Opened`,
      detail:
        link.openings === 0 ? (
          t`Not yet`
        ) : (
          <>
            <Plural value={link.openings} one="# time" other="# times" />
            {t`, the last time ${lastly}`}
          </>
        ),
    },
    ...(takenBackAt === null
      ? [{ term: t`Can be read until`, detail: dayOf(link.expiresAt) }]
      : [{ term: t`Taken back on`, detail: dayOf(takenBackAt) }]),
    { term: t`Made on`, detail: dayOf(link.createdAt) },
    {
      term: t`Made by`,
      detail: link.makerName ?? t`Somebody with the key before the firm had an owner, or whose account is erased`,
    },
    { term: t`Shows the result of`, detail: dayOf(link.submittedAt) },
    { term: t`What is shown`, detail: shown.join('. ') },
    ...(recipientEmail === null
      ? []
      : [{ term: t`E-mail`, detail: mail === null ? recipientEmail : mailWords(mail, recipientEmail) }]),
    ...(note === null ? [] : [{ term: t`Greeting`, detail: note }]),
  ];
}

function LinkCard({ link, onTakeBack }: { link: ResultLink; onTakeBack: (link: ResultLink) => void }) {
  const { t } = useLingui();
  const facts = useFacts(link);
  const { recipientName } = link;
  return (
    <RecordCard>
      <h3>{recipientName}</h3>
      <p>
        <State state={link.state} />
      </p>
      <Facts facts={facts} />
      {link.state === 'active' && (
        <p>
          <Button
            variant="secondary"
            aria-label={t`Take back the link for ${recipientName}`}
            onClick={() => onTakeBack(link)}
          >
            <Trans>Take back</Trans>
          </Button>
        </p>
      )}
    </RecordCard>
  );
}

/** Every link of the firm, the newest first. */
export function LinkList({
  links,
  onTakeBack,
}: {
  links: readonly ResultLink[];
  onTakeBack: (link: ResultLink) => void;
}) {
  if (links.length === 0) {
    return (
      <EmptyState title={<Trans>No links</Trans>}>
        <p>
          <Trans>Every link that you make stands here, with who it is for and whether it has been opened.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <RecordList>
      {links.map((link) => (
        <li key={link.resultLinkId}>
          <LinkCard link={link} onTakeBack={onTakeBack} />
        </li>
      ))}
    </RecordList>
  );
}
