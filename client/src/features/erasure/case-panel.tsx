import { Trans, useLingui } from '@lingui/react/macro';
import { useRevalidator } from 'react-router';
import type { ErasureCase } from '#shared/contracts/erasure.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { CaseSubject, useCaseName } from './case-subject.tsx';
import { DecisionFacts } from './decision-facts.tsx';
import { DecisionForm } from './decision-form.tsx';
import styles from './erasure.module.css';
import { RequestTag } from './request-state.tsx';

function Days({ request }: { request: ErasureCase }) {
  const language = useLanguage();
  const day = (at: string) => formatDate(new Date(at), language);
  const received = day(request.receivedAt);
  const due = day(request.dueAt);
  const done = request.carriedOutAt === null ? '' : day(request.carriedOutAt);
  return (
    <p className={styles.muted}>
      <Trans>Received on {received}.</Trans> {request.status === 'received' && <Trans>To be decided by {due}.</Trans>}
      {done !== '' && <Trans>Carried out on {done}.</Trans>}
    </p>
  );
}

function OwnNotice() {
  return (
    <Notice>
      <p>
        <Trans>
          This is your own request, or that of a firm you belong to. Another administrator has to decide on it and carry
          it out.
        </Trans>
      </p>
    </Notice>
  );
}

function MailWaits() {
  const { revalidate, state } = useRevalidator();
  return (
    <p>
      <Trans>The mail about the decision has not gone yet. It can be carried out once it has.</Trans>{' '}
      <Button variant="quiet" isBusy={state === 'loading'} onClick={() => void revalidate()}>
        <Trans>See whether it has gone</Trans>
      </Button>
    </p>
  );
}

function MailNotice({ mail }: Pick<ErasureCase, 'mail'>) {
  if (mail === 'waiting') return <MailWaits />;
  if (mail !== 'failed' && mail !== 'unconfirmed') return null;
  return (
    <Notice tone="warning">
      <p>
        <Trans>
          The mail about the decision may not have arrived. See to it that those it concerns know of the decision before
          it is carried out: afterwards there is no address left.
        </Trans>
      </p>
    </Notice>
  );
}

type CasePanelProps = {
  request: ErasureCase;
  isDeciding: boolean;
  onDecide: () => void;
  onCancel: () => void;
  onDecided: () => Promise<void>;
  onCarryOut: () => void;
};

function Actions(props: CasePanelProps) {
  const { request, isDeciding, onDecide, onCancel, onDecided, onCarryOut } = props;
  const { t } = useLingui();
  const name = useCaseName()(request);
  if (request.subject === null) return null;
  if (request.isOwn) return <OwnNotice />;
  if (request.status === 'received') {
    if (isDeciding) return <DecisionForm request={request} onDecided={onDecided} onCancel={onCancel} />;
    return (
      <p>
        <Button onClick={onDecide} aria-label={t`Decide: ${name}`}>
          <Trans>Decide</Trans>
        </Button>
      </p>
    );
  }
  return (
    <>
      <MailNotice mail={request.mail} />
      <p>
        <Button
          variant="danger"
          isUnavailable={request.mail === 'waiting'}
          onClick={onCarryOut}
          aria-label={t`Carry out: ${name}`}
        >
          <Trans>Carry out</Trans>
        </Button>
      </p>
    </>
  );
}

/** One request with all that is known of it, and what there is to do. */
export function CasePanel(props: CasePanelProps) {
  const { request } = props;
  const nameOf = useCaseName();
  return (
    <Panel tone={request.isOverdue ? 'strong' : 'plain'}>
      <div className={styles.case}>
        <h3>{nameOf(request)}</h3>
        <p>
          <RequestTag request={request} />{' '}
          {request.isOverdue && (
            <Tag tone="warning">
              <Trans>Overdue</Trans>
            </Tag>
          )}
        </p>
        <Days request={request} />
        <CaseSubject request={request} />
        <DecisionFacts request={request} />
        <Actions {...props} />
      </div>
    </Panel>
  );
}
