import { Trans } from '@lingui/react/macro';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useMemberName } from './member-list.tsx';

function Decision({ firm, hrefs }: PendingErasureProps) {
  const nameOf = useMemberName();
  if (firm.role === 'owner') {
    return (
      <Link to={hrefs.erasure}>
        <Trans>See the request</Trans>
      </Link>
    );
  }
  const names = firm.members
    .filter(({ role }) => role === 'owner')
    .map(nameOf)
    .join(', ');
  return <Trans>Ask those who are responsible for the firm about it: {names}.</Trans>;
}

type PendingErasureProps = { firm: FirmDocument; hrefs: { erasure: string } };

/** That the firm is about to go, for everybody who belongs to it. */
export function PendingErasure({ firm, hrefs }: PendingErasureProps) {
  const language = useLanguage();
  if (firm.erasureAskedAt === null) return null;
  const day = formatDate(new Date(firm.erasureAskedAt), language);
  return (
    <Notice tone="warning" title={<Trans>Somebody has asked for the firm's data to be erased</Trans>}>
      <p>
        <Trans>
          The request came in on {day} and is under way. Once it has been carried out the firm and its answers cannot be
          opened any longer, and everybody in it is told by mail.
        </Trans>
      </p>
      <p>
        <Decision firm={firm} hrefs={hrefs} />
      </p>
    </Notice>
  );
}
