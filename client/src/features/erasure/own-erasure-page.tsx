import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { OwnErasure } from '#shared/contracts/erasure.ts';
import type { Attempt } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Link } from '../../ui/link/link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { sendOwnRequest, sendOwnWithdrawal } from './api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { isOpen } from './is-open.ts';
import { OwnConsequences } from './own-consequences.tsx';
import { RequestList } from './request-list.tsx';

type Obstacle = OwnErasure['obstacles'][number];

type MembersHref = { membersHref: (firmId: string) => string };

function ObstacleSentence({ obstacle, firmId, firmName, membersHref }: Obstacle & MembersHref) {
  if (obstacle === 'last-administrator') {
    return <Trans>You are the last administrator. Make somebody else one first.</Trans>;
  }
  return (
    <>
      {firmName === null ? (
        <Trans>
          You are the only one responsible for a firm with others in it. Make one of them responsible first.
        </Trans>
      ) : (
        <Trans>You are the only one responsible for {firmName}. Make one of the others there responsible first.</Trans>
      )}{' '}
      {firmId !== null && (
        <Link to={membersHref(firmId)}>
          <Trans>Change the role of somebody there</Trans>
        </Link>
      )}
    </>
  );
}

function Obstacles({ obstacles, membersHref }: Pick<OwnErasure, 'obstacles'> & MembersHref) {
  if (obstacles.length === 0) return null;
  return (
    <Notice tone="warning" title={<Trans>Somebody has to take over before the account can be erased</Trans>}>
      <ul>
        {obstacles.map((obstacle) => (
          <li key={`${obstacle.obstacle}-${obstacle.firmId}`}>
            <ObstacleSentence {...obstacle} membersHref={membersHref} />
          </li>
        ))}
      </ul>
      <p>
        <Trans>You can ask now all the same. It can be decided, and is carried out when somebody has.</Trans>
      </p>
    </Notice>
  );
}

export type OwnErasureHrefs = {
  account: string;
  retention: string;
  firmErasure: (firmId: string) => string;
  firmMembers: (firmId: string) => string;
};
type OwnErasurePageProps = {
  erasure: OwnErasure;
  /** The firms that the person is responsible for. */
  ownedFirms: readonly { firmId: string; name: string | null }[];
  hrefs: OwnErasureHrefs;
  attempt: Attempt;
};

function Firms({ ownedFirms, hrefs }: Pick<OwnErasurePageProps, 'ownedFirms' | 'hrefs'>) {
  const words = useFirmWords();
  if (ownedFirms.length === 0) return null;
  return (
    <Section
      title={<Trans>If you want the firm's data erased</Trans>}
      lead={
        <Trans>
          That is another request, made for the firm. Make it first if you are the only one there: with no account left,
          nobody can open what the firm has answered, or ask for anything.
        </Trans>
      }
    >
      <ul>
        {ownedFirms.map(({ firmId, name }) => (
          <li key={firmId}>
            <Link to={hrefs.firmErasure(firmId)}>{words.firm(name)}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What erasing the account takes away and leaves, how to ask for it, and what became of that. */
export function OwnErasurePage({ erasure: loaded, ownedFirms, hrefs, attempt }: OwnErasurePageProps) {
  const { t } = useLingui();
  const [erasure, setErasure] = useState(loaded);
  const [isAsking, setAsking] = useState(false);
  const done = useDone();
  const requests = erasure.requests.filter(({ scope }) => scope === 'person');
  const forFirms = erasure.requests.filter(({ scope }) => scope === 'firm');
  return (
    <Page>
      <PageHeader
        title={t`Erase your account`}
        eyebrow={<Link to={hrefs.account}>{t`Your account`}</Link>}
        lead={t`You can ask for it here. Somebody decides within a month, and you are told what and why.`}
      />
      <DoneNotice done={done} />
      <OwnConsequences hrefs={hrefs} />
      <Firms ownedFirms={ownedFirms} hrefs={hrefs} />
      <Section title={<Trans>Your request</Trans>}>
        <Obstacles obstacles={erasure.obstacles} membersHref={hrefs.firmMembers} />
        <RequestList
          requests={requests}
          empty={<Trans>You have not asked for anything</Trans>}
          onWithdraw={async ({ erasureRequestId }) => {
            setErasure(await sendOwnWithdrawal(erasureRequestId));
            done.say(t`The request is withdrawn. Nothing is erased.`);
          }}
        />
        {!requests.some(isOpen) && (
          <ButtonRow>
            <Button variant="secondary" onClick={() => setAsking(true)}>
              <Trans>Ask for the account to be erased</Trans>
            </Button>
          </ButtonRow>
        )}
      </Section>
      {forFirms.length > 0 && (
        <Section title={<Trans>What you have asked for on behalf of firms</Trans>}>
          <RequestList requests={forFirms} empty={null} />
        </Section>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={<Trans>Ask for the account to be erased?</Trans>}
        confirm={<Trans>Send the request for erasure</Trans>}
        attempt={attempt}
        onConfirm={async () => setErasure(await sendOwnRequest())}
        onClose={() => setAsking(false)}
        onDone={() => done.say(t`The request has come in. Until somebody has decided you can withdraw it here.`)}
      >
        <p>
          <Trans>
            Nothing is erased until somebody has decided. Once it is carried out it cannot be undone: you are signed
            out, and whoever signs in with your address then begins anew.
          </Trans>
        </p>
      </ConfirmDialog>
    </Page>
  );
}
