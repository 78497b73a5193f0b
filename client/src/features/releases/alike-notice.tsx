import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/notice/notice.tsx';

/** Said, and not forbidden: the same may be told with other areas or divisions. `number`: null when nothing is published. */
export function AlikeNotice({ number }: { number: number | null }) {
  if (number === null) return null;
  return (
    <Notice tone="warning" title={<Trans>Already published as release {number}</Trans>}>
      <p>
        <Trans>
          Release {number} counts the same firms of the same period. Both will stand beside each other, and pages that
          take the newest figures take those of the later one where it has them.
        </Trans>
      </p>
    </Notice>
  );
}
