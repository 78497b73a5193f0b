import { Trans } from '@lingui/react/macro';
import type { ConsentPurpose } from '#shared/domain/access/consent.ts';

type WithoutUsersProps = { purpose: ConsentPurpose; name: string };

/** What a consent does as long as nobody at the receiver can sign in to read anything. */
export function WithoutUsers({ purpose, name }: WithoutUsersProps) {
  if (purpose === 'contact') {
    return (
      <Trans>
        Nobody at {name} uses Måttstock at present, so nobody there can see the request. You have to reach them some
        other way.
      </Trans>
    );
  }
  if (purpose === 'cohort') {
    return (
      <Trans>
        Nobody at {name} uses Måttstock at present. The consent does nothing until somebody there does, and we do not
        tell them of it.
      </Trans>
    );
  }
  return (
    <Trans>
      Nobody at {name} uses Måttstock at present. The consent shows them nothing until somebody there does, and we do
      not tell them of it. If you want advice now you have to reach them some other way.
    </Trans>
  );
}
