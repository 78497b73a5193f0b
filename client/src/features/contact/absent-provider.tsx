import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/notice/notice.tsx';

/** Nobody at the provider can read a request now. It stays, and whoever comes there later finds it. */
export function AbsentProvider({ name }: { name: string }) {
  return (
    <Notice tone="warning">
      <p>
        <Trans>
          Nobody at {name} uses Måttstock at present. A request stays here until somebody there does. If you want an
          answer now you have to reach them some other way.
        </Trans>
      </p>
    </Notice>
  );
}
