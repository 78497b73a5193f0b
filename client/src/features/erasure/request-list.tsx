import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ErasureRequestDocument } from '#shared/contracts/erasure.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { DecisionFacts } from './decision-facts.tsx';
import styles from './erasure.module.css';
import { RequestSentence, RequestTag } from './request-state.tsx';
import { useErasureProblemWords } from './use-erasure-problem-words.ts';

type RequestPanelProps = { request: ErasureRequestDocument; onWithdraw?: (() => Promise<void>) | undefined };

function RequestPanel({ request, onWithdraw }: RequestPanelProps) {
  const language = useLanguage();
  const { isBusy, fault, run } = useAction(useErasureProblemWords());
  const received = formatDate(new Date(request.receivedAt), language);
  return (
    <Panel tone={request.status === 'received' ? 'strong' : 'plain'}>
      <div className={styles.case}>
        <p>
          <strong>
            <Trans>Asked for on {received}</Trans>
          </strong>{' '}
          <RequestTag request={request} />
        </p>
        <p>
          <RequestSentence request={request} />
        </p>
        <DecisionFacts request={request} />
        {onWithdraw !== undefined && request.status === 'received' && (
          <p>
            <Button variant="secondary" isBusy={isBusy} onClick={() => run(onWithdraw)}>
              <Trans>Withdraw the request</Trans>
            </Button>
          </p>
        )}
        <FaultNotice fault={fault} />
      </div>
    </Panel>
  );
}

type RequestListProps<R extends ErasureRequestDocument> = {
  requests: readonly R[];
  onWithdraw?: ((request: R) => Promise<void>) | undefined;
  empty: ReactNode;
};

/** What has been asked for, the newest first, with what became of it. */
export function RequestList<R extends ErasureRequestDocument>({ requests, onWithdraw, empty }: RequestListProps<R>) {
  if (requests.length === 0) return <EmptyState title={empty} />;
  return (
    <ul className={styles.cases}>
      {requests.map((request) => (
        <li key={request.erasureRequestId}>
          <RequestPanel request={request} onWithdraw={onWithdraw && (() => onWithdraw(request))} />
        </li>
      ))}
    </ul>
  );
}
