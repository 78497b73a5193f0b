import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { OwnErasure } from '#shared/contracts/erasure.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import styles from './account.module.css';
import { sendErasureRequest, sendErasureWithdrawal } from './api.ts';
import { FaultNotice } from './fault-notice.tsx';
import { PlaceName } from './places.tsx';
import { useAccountAction } from './proof.tsx';
import { RemovalDialog } from './removal-dialog.tsx';
import { useErasureWords } from './use-erasure-words.ts';

type Request = OwnErasure['requests'][number];
type Obstacle = OwnErasure['obstacles'][number];

function Subject({ request, account }: { request: Request; account: AccountDocument }) {
  const place = account.memberships.find((membership) => membership.place.placeId === request.firmId)?.place;
  if (request.scope === 'person') return <Trans>Your account</Trans>;
  return place === undefined ? <Trans>A firm</Trans> : <PlaceName place={place} />;
}

function RequestRow({ request, account }: { request: Request; account: AccountDocument }) {
  const language = useLanguage();
  const say = useErasureWords();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useAccountAction();
  const received = formatDate(new Date(request.receivedAt), language);
  const withdraw = () =>
    run(async () => {
      await sendErasureWithdrawal(request.erasureRequestId);
      await revalidate();
    });
  return (
    <li className={styles.row}>
      <div>
        <strong>
          <Subject request={request} account={account} />
        </strong>
        <br />
        {say(request)}
        <br />
        <span className={styles.muted}>
          <Trans>Asked for {received}.</Trans> {request.decision?.text}
        </span>
        <FaultNotice failure={failure} />
      </div>
      {request.status === 'received' && (
        <Button variant="quiet" isBusy={isBusy} onClick={withdraw}>
          <Trans>Withdraw the request</Trans>
        </Button>
      )}
    </li>
  );
}

function ObstacleItem({ obstacle, firmName }: Obstacle) {
  if (obstacle === 'last-administrator') return <Trans>You are the only administrator.</Trans>;
  if (firmName === null) return <Trans>You are the only one responsible for a firm.</Trans>;
  return <Trans>You are the only one responsible for {firmName}.</Trans>;
}

function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
  if (obstacles.length === 0) return null;
  return (
    <Notice title={<Trans>Somebody has to take over before the account can be erased</Trans>}>
      <ul>
        {obstacles.map((obstacle) => (
          <li key={`${obstacle.obstacle}-${obstacle.firmId}`}>
            <ObstacleItem {...obstacle} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type ErasureProps = {
  account: AccountDocument;
  erasure: OwnErasure;
  /** Where it is said in full what goes and what stays. */
  href: string;
};

/** How to have the account erased, and what became of it where it has been asked for. */
export function Erasure({ account, erasure, href }: ErasureProps) {
  const { revalidate } = useRevalidator();
  const [isAsking, setAsking] = useState(false);
  const { requests, obstacles } = erasure;
  const isOpen = requests.some(({ scope, status }) => scope === 'person' && status === 'received');
  return (
    <div className={styles.form}>
      <h3>
        <Trans>If you want it erased</Trans>
      </h3>
      <p>
        <Trans>
          Ask for it here. Within a month you are told by mail what is erased, and what the law makes us keep and why.
          What you share with others you can withdraw at once, on the pages of the firm.
        </Trans>
      </p>
      <p>
        <Link to={href}>
          <Trans>What is erased, what is not, and why</Trans>
        </Link>
      </p>
      <Obstacles obstacles={obstacles} />
      {requests.length > 0 && (
        <ul className={styles.list}>
          {requests.map((request) => (
            <RequestRow key={request.erasureRequestId} request={request} account={account} />
          ))}
        </ul>
      )}
      {!isOpen && (
        <ButtonRow>
          <Button variant="secondary" onClick={() => setAsking(true)}>
            <Trans>Ask for the account to be erased</Trans>
          </Button>
        </ButtonRow>
      )}
      <RemovalDialog
        isOpen={isAsking}
        title={<Trans>Ask for the account to be erased?</Trans>}
        actionLabel={<Trans>Ask for it</Trans>}
        remove={async () => {
          await sendErasureRequest();
          await revalidate();
        }}
        onClose={() => setAsking(false)}
      >
        <Trans>Nothing is erased before somebody has decided. Until then you can withdraw the request.</Trans>
      </RemovalDialog>
    </div>
  );
}
