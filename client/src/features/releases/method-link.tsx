import { Trans } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';

/** Where it is told how firms are protected. */
export function MethodLink({ href }: { href: string }) {
  return (
    <p>
      <Link to={href}>
        <Trans>How the protection works</Trans>
      </Link>
    </p>
  );
}
