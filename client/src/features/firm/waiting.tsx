import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FirmWaiting } from '#shared/contracts/firm-waiting.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './firm.module.css';

export type WaitingHrefs = {
  review: (responseId: string, reviewId: string) => string;
  placements: string;
  contacts: string;
  referrals: (responseId: string) => string;
};

type WaitingLine = { key: string; href: string; words: string; mark?: ReactNode };

function useLines(waiting: FirmWaiting, hrefs: WaitingHrefs): WaitingLine[] {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const day = (on: string) => formatDate(new Date(on), language);
  const placeWords = ({ status, name, organisationName, answerBy, ahead }: FirmWaiting['places'][number]): string => {
    const [group, organisation] = [localise(name), localise(organisationName)];
    if (status === 'waiting') {
      const before = ahead ?? 0;
      return before === 0
        ? t`You are first on the waiting list for ${group}, ${organisation}.`
        : t`You are on the waiting list for ${group}, ${organisation}, ${plural(before, { one: 'with # firm before you', other: 'with # firms before you' })}.`;
    }
    if (answerBy === null) return t`You are invited to ${group}, ${organisation}.`;
    const by = day(answerBy);
    return t`You are invited to ${group}, ${organisation}. Answer by ${by}.`;
  };
  return [
    ...waiting.places.map((place) => ({
      key: place.placementId,
      href: `${hrefs.placements}#${place.placementId}`,
      words: placeWords(place),
    })),
    ...waiting.reviews.map(({ reviewId, responseId, organisationName, givenAt }) => {
      const [organisation, on] = [localise(organisationName), day(givenAt)];
      const words = t`${organisation} has reviewed your answers, ${on}, and waits for your reply.`;
      return { key: reviewId, href: hrefs.review(responseId, reviewId), words };
    }),
    ...waiting.steps.map(({ meetingId, stepKey, what, dueOn, isOverdue, organisationName }) => {
      const [organisation, by] = [localise(organisationName), day(dueOn)];
      return {
        key: `${meetingId} ${stepKey}`,
        href: hrefs.contacts,
        words: t`${what}, by ${by}, agreed with ${organisation}.`,
        mark: isOverdue && (
          <Tag tone="warning">
            <Trans>Late</Trans>
          </Tag>
        ),
      };
    }),
    ...waiting.passedOn.map(({ referralId, responseId, packageName, providerName, receiverName }) => {
      const [name, provider, receiver] = [localise(packageName), localise(providerName), localise(receiverName)];
      return {
        key: referralId,
        href: hrefs.referrals(responseId),
        words: t`${provider} suggests ${receiver} for ${name}. Ask them, if you want to go on.`,
      };
    }),
  ];
}

/** What the firm has to see to, a line and a link each; nothing where there is nothing. */
export function Waiting({ waiting, hrefs }: { waiting: FirmWaiting; hrefs: WaitingHrefs }) {
  const lines = useLines(waiting, hrefs);
  if (lines.length === 0) return null;
  return (
    <Section title={<Trans>Waits for you</Trans>}>
      <RowList>
        {lines.map(({ key, href, words, mark }) => (
          <li key={key} className={styles.waiting}>
            <Link to={href}>{words}</Link> {mark}
          </li>
        ))}
      </RowList>
    </Section>
  );
}
