import { Trans, useLingui } from '@lingui/react/macro';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';

/** Who sees what, in words that match what the server does. */
export function PrivacyPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Who sees the answers`}
        lead={t`You do. Others only when you decide it, one purpose at a time.`}
      />
      <Section title={<Trans>What is stored</Trans>}>
        <ul>
          <li>
            <Trans>Your answers, comments and profile, with the time of every change, so that nothing is lost.</Trans>
          </li>
          <li>
            <Trans>The firm's name and organisation number, only if you write them.</Trans>
          </li>
          <li>
            <Trans>Your result and suggestions, as they were on the day you submitted.</Trans>
          </li>
          <li>
            <Trans>Name, e-mail and telephone of a contact person, only if you ask for contact.</Trans>
          </li>
        </ul>
      </Section>
      <Section title={<Trans>Who reaches it</Trans>}>
        <p>
          <Trans>
            The answers open with a key that lies in this browser, or with the secret link you made. Whoever has the
            link can read them, so treat it like a key to the workshop.
          </Trans>
        </p>
        <p>
          <Trans>
            No adviser, cluster or region can open your answers today. When you ask for contact, what you wrote in that
            form is addressed to the provider you see there. You can withdraw it, and the consent with it.
          </Trans>
        </p>
        <p>
          <Trans>
            One thing is counted across firms: whether at least five share a need, so that a group can be proposed. No
            firm is named.
          </Trans>
        </p>
      </Section>
      <Section title={<Trans>In your browser</Trans>}>
        <p>
          <Trans>
            One cookie holds the key to your response; it is needed and follows nobody. Answers that have not reached
            the server yet are kept in the browser until they have. The choice of language and of light or dark is
            remembered. Nothing is fetched from other sites, and nothing counts your visits.
          </Trans>
        </p>
      </Section>
      <Section title={<Trans>What is not there yet</Trans>}>
        <p>
          <Trans>
            There is no button yet that deletes a response or hands out everything in one file. Until there is, whoever
            runs this site does it when you ask.
          </Trans>
        </p>
      </Section>
    </Page>
  );
}
