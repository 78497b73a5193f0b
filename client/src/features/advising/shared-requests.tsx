import { Trans, useLingui } from '@lingui/react/macro';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { isEnded } from '#shared/domain/referral/referral-states.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useWishWords } from '../../lib/use-wish-words.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { ActionBar } from './action-bar.tsx';
import { ActionReport } from './action-report.tsx';
import styles from './advising.module.css';
import type { SharedFirm } from './api.ts';
import { MoveDialog } from './move-dialog.tsx';
import { RequestHistory } from './request-history.tsx';
import { TimeLeftTag } from './request-state.tsx';
import { useActionWords } from './use-action-words.ts';
import { useAdvisingWords } from './use-advising-words.ts';
import { busyKeys } from './use-chosen-rows.ts';
import type { ReferralDesk } from './use-referral-desk.ts';

export type SharedRequest = NonNullable<SharedFirm['requests']>[number];

function RequestFacts({ request, ownPersonId }: { request: SharedRequest; ownPersonId: string | null }) {
  const { t } = useLingui();
  const actionWords = useActionWords();
  const wishWords = useWishWords();
  const { telephone, message, assignedTo } = request;
  const number = telephone?.replaceAll(/[^+\d]/g, '');
  const nameOf = (to: NonNullable<typeof assignedTo>) =>
    to.personId === ownPersonId ? t`Myself` : actionWords.person(to.name);
  return (
    <Facts
      facts={[
        { term: t`Ask for`, detail: `${request.contactName}, ${request.firmName}` },
        { term: t`E-mail`, detail: <ExternalLink href={`mailto:${request.email}`}>{request.email}</ExternalLink> },
        {
          term: t`Telephone`,
          detail: telephone === null ? t`not stated` : <ExternalLink href={`tel:${number}`}>{telephone}</ExternalLink>,
        },
        ...(request.wishedEdition === null
          ? []
          : [{ term: t`Wishes the group`, detail: wishWords(request.wishedEdition) }]),
        ...(message === null ? [] : [{ term: t`Message`, detail: <p className={styles.message}>{message}</p> }]),
        { term: t`Looked after by`, detail: assignedTo === null ? t`Nobody` : nameOf(assignedTo) },
        { term: t`What has happened`, detail: <RequestHistory events={request.events} /> },
      ]}
    />
  );
}

const toneOf = (status: SharedRequest['status']): TagTone => {
  if (status === 'chosen') return 'accent';
  return isEnded(status) ? 'neutral' : 'info';
};

type CardProps = { request: SharedRequest; lettingIn: LettingIn; desk: ReferralDesk; ownPersonId: string | null };

function Card({ request, lettingIn, desk, ownPersonId }: CardProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useAdvisingWords();
  const { referralId, revision, status, packageCode } = request;
  const about = localise(request.packageName);
  const isBusy = busyKeys(desk.actions).has(referralId);
  const target = {
    key: referralId,
    organisationId: lettingIn.organisationId,
    firmId: lettingIn.firmId,
    referralId,
    revision,
    status,
    packageCode,
    firmName: request.firmName,
    provider: request.providerName,
  };
  return (
    <li>
      <Panel>
        <p>
          <Tag tone={toneOf(status)}>{words.status(status)}</Tag>{' '}
          {status === 'chosen' && <TimeLeftTag answerDueAt={request.answerDueAt} />}
        </p>
        <h3>{about}</h3>
        <RequestFacts request={request} ownPersonId={ownPersonId} />
        <ActionBar
          name={`assign-${referralId}`}
          label={t`With the request about ${about}`}
          targets={isBusy ? [] : [target]}
          desk={desk}
          ownPersonId={ownPersonId}
        />
      </Panel>
    </li>
  );
}

type SharedRequestsProps = Omit<CardProps, 'request'> & { requests: readonly SharedRequest[] | null };

/** What the firm has asked the organisation for, whom to ask for, and what can be done about it. */
export function SharedRequests({ requests, desk, ...rest }: SharedRequestsProps) {
  const organisation = useLocalised()(rest.lettingIn.organisationName);
  return (
    <Section title={<Trans>Requests for contact</Trans>}>
      <ActionReport desk={desk} />
      {requests === null || requests.length === 0 ? (
        <EmptyState title={<Trans>The firm has no request with {organisation} now</Trans>} />
      ) : (
        <ul className={styles.requests}>
          {requests.map((request) => (
            <Card key={request.referralId} request={request} desk={desk} {...rest} />
          ))}
        </ul>
      )}
      <MoveDialog desk={desk} />
    </Section>
  );
}
