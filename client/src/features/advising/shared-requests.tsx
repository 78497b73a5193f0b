import { Trans, useLingui } from '@lingui/react/macro';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './advising.module.css';
import type { SharedFirm } from './api.ts';
import { useAdvisingWords } from './use-advising-words.ts';

type Request = NonNullable<SharedFirm['requests']>[number];

function Card({ request }: { request: Request }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useAdvisingWords();
  const { telephone, message } = request;
  const [first] = request.events;
  const number = telephone?.replaceAll(/[^+\d]/g, '');
  return (
    <li>
      <Panel>
        <p>
          <Tag tone="accent">{words.status(request.status)}</Tag>
        </p>
        <h3>{localise(request.packageName)}</h3>
        <Facts
          facts={[
            { term: t`Ask for`, detail: `${request.contactName}, ${request.firmName}` },
            { term: t`E-mail`, detail: <ExternalLink href={`mailto:${request.email}`}>{request.email}</ExternalLink> },
            {
              term: t`Telephone`,
              detail:
                telephone === null ? t`not stated` : <ExternalLink href={`tel:${number}`}>{telephone}</ExternalLink>,
            },
            ...(first === undefined ? [] : [{ term: t`Asked on`, detail: formatDate(new Date(first.at), language) }]),
            ...(message === null ? [] : [{ term: t`Message`, detail: <p className={styles.message}>{message}</p> }]),
          ]}
        />
      </Panel>
    </li>
  );
}

/** What the firm has asked the organisation for, and whom to ask for. */
export function SharedRequests({ requests }: { requests: readonly Request[] | null }) {
  return (
    <Section title={<Trans>Requests for contact</Trans>}>
      {requests === null || requests.length === 0 ? (
        <EmptyState title={<Trans>The firm has no request with you now</Trans>} />
      ) : (
        <ul className={styles.requests}>
          {requests.map((request) => (
            <Card key={request.referralId} request={request} />
          ))}
        </ul>
      )}
    </Section>
  );
}
