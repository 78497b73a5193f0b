import { Trans } from '@lingui/react/macro';
import { Section } from '../../ui/page/section.tsx';

/** Told to whoever is about to answer a part, before anything is opened. */
export function WhoSeesWhat() {
  return (
    <Section title={<Trans>Who sees what you answer</Trans>}>
      <ul>
        <li>
          <Trans>
            Nobody is shown what you answered, neither your manager nor your colleagues. Whoever leads the answering
            sees how many questions you have answered, and when you are done; so do the firm’s owners once the answers
            are submitted.
          </Trans>
        </li>
        <li>
          <Trans>
            The firm’s answer to a question is the middle one of yours. Your answers are counted where at least three
            have answered besides whoever leads. Where fewer have, they are counted only if you say yes to that: then
            whoever leads may understand what you answered.
          </Trans>
        </li>
        <li>
          <Trans>
            Of questions that at least three have answered besides whoever leads, the firm sees the lowest, the middle
            and the highest answer, and what a role answers on average where three have that role. Who answered what is
            not told. If all answer alike, it is seen.
          </Trans>
        </li>
        <li>
          <Trans>What you write in your own words stays with you. It is not shown to anybody, nor counted.</Trans>
        </li>
        <li>
          <Trans>
            Questions without levels, such as what the firm wants support with, are answered for the firm by whoever
            leads. What you say there is not counted.
          </Trans>
        </li>
        <li>
          <Trans>What you have answered is deleted 90 days after the firm has submitted its answers.</Trans>
        </li>
      </ul>
    </Section>
  );
}
