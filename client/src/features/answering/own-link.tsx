import { Trans } from '@lingui/react/macro';
import { Section } from '../../ui/page/section.tsx';
import { ResumeLink } from './resume-link.tsx';

/** A respondent's way back from elsewhere: what they came in by opens their answers once. */
export function OwnLink() {
  return (
    <Section title={<Trans>Go on later or on another device</Trans>}>
      <ResumeLink
        about={
          <Trans>
            This browser remembers where you were. To go on elsewhere, make a link of your own. Nobody else gets it.
          </Trans>
        }
      />
    </Section>
  );
}
