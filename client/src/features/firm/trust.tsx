import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { Link } from '../../ui/link/link.tsx';
import { TrustStrip } from '../../ui/trust-strip/trust-strip.tsx';
import { useSightWords } from './use-sight-words.ts';

function Strip({ children, action }: { children: ReactNode; action?: ReactNode }) {
  const { t } = useLingui();
  return (
    <TrustStrip label={t`Who can see this`} action={action}>
      {children}
    </TrustStrip>
  );
}

type FirmTrustProps = {
  /** Null when it could not be fetched just now. */
  access: FirmAccess | null;
  isOwner: boolean;
  accessHref: string;
};

/** For a firm that belongs to an account: who outside it sees the results, since when. */
export function FirmTrust({ access, isOwner, accessHref }: FirmTrustProps) {
  const { t } = useLingui();
  const sight = useSightWords();
  return (
    <Strip
      action={
        <Link to={accessHref} aria-label={isOwner ? t`Change who sees us` : t`More on who sees us`}>
          {isOwner ? <Trans>Change</Trans> : <Trans>More</Trans>}
        </Link>
      }
    >
      <p>{access === null ? <Trans>Who sees this could not be fetched just now.</Trans> : sight.results(access)}</p>
    </Strip>
  );
}

/** For answers that no account has: the key in the browser is all there is. */
function KeyTrust({ claimHref }: { claimHref: string }) {
  return (
    <Strip
      action={
        <Link to={claimHref}>
          <Trans>Save under your e-mail</Trans>
        </Link>
      }
    >
      <p>
        <Trans>Only you with the key in the browser see this, and those whom you have given a link.</Trans>
      </p>
    </Strip>
  );
}

/** For the example of a demo site. */
function ExampleTrust() {
  return (
    <Strip>
      <p>
        <Trans>The example is of a simulated firm, and only this browser sees your copy of it.</Trans>
      </p>
    </Strip>
  );
}

type ResponseTrustProps = {
  response: Pick<ResponseDocument, 'firmId' | 'isSimulated'>;
  access: FirmAccess | null;
  isOwner: boolean;
  hrefs: { access: (firmId: string) => string; claim: string };
};

/** Who can see what came of one response. */
export function ResponseTrust({ response, access, isOwner, hrefs }: ResponseTrustProps) {
  const { firmId, isSimulated } = response;
  if (firmId !== null) return <FirmTrust access={access} isOwner={isOwner} accessHref={hrefs.access(firmId)} />;
  return isSimulated ? <ExampleTrust /> : <KeyTrust claimHref={hrefs.claim} />;
}
