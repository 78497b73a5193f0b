import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';

export type PrivacyHrefs = { retention: string; erasure: string };

function WhatIsStored() {
  return (
    <Section title={<Trans>What is stored</Trans>}>
      <ul>
        <li>
          <Trans>Your answers, comments and profile, with the time of every change, so that nothing is lost.</Trans>
        </li>
        <li>
          <Trans>The firm's name and organisation number, and that of its group, only if you write them.</Trans>
        </li>
        <li>
          <Trans>Your result and suggestions, as they were on the day you submitted.</Trans>
        </li>
        <li>
          <Trans>Name, e-mail and telephone of a contact person, only if you ask for contact.</Trans>
        </li>
        <li>
          <Trans>
            For an account: your e-mail, your name if you give it, your role, and where and when you are signed in.
          </Trans>
        </li>
        <li>
          <Trans>What you have agreed to, on which words, when and by whom, also after you have withdrawn it.</Trans>
        </li>
        <li>
          <Trans>Who outside the firm has read anything of yours, and when.</Trans>
        </li>
      </ul>
    </Section>
  );
}

function WithoutAccount() {
  return (
    <Section title={<Trans>Without an account</Trans>}>
      <p>
        <Trans>
          The answers open with a key that lies in this browser, or with the secret link you made. Whoever has the link
          can read them, so treat it like a key to the workshop.
        </Trans>
      </p>
    </Section>
  );
}

function SeveralWhoAnswer() {
  return (
    <Section title={<Trans>When several answer</Trans>}>
      <p>
        <Trans>
          Each one you ask answers by a link of their own, and nobody else is shown those answers. The firm’s answer to
          a question is the middle one where at least three have answered besides whoever leads. Where fewer have, only
          the one who leads counts, and those who have said that they may count all the same: there it can be worked out
          what they answered. What somebody writes in their own words stays with that person.
        </Trans>
      </p>
      <p>
        <Trans>
          Whom you asked, and what each one answered, is deleted 90 days after you submit. Their links go on when you
          save the answers under an e-mail.
        </Trans>
      </p>
    </Section>
  );
}

function WithAccount() {
  return (
    <Section title={<Trans>With an account</Trans>}>
      <p>
        <Trans>
          You can save the answers under your e-mail. From then on they open by signing in, and every key and secret
          link made earlier stops working. You sign in with a code that is sent to your e-mail; there is no password.
        </Trans>
      </p>
      <p>
        <Trans>
          In the firm, everybody sees the own answers. Whoever is responsible for the firm sees every submitted result,
          and invites colleagues. On the page of your account you see where you are signed in, and can end it there.
        </Trans>
      </p>
      <p>
        <Trans>
          With an account you can fetch everything that the site holds about you in one file. Without one you have to
          ask whoever runs the site.
        </Trans>
      </p>
    </Section>
  );
}

function OutsideTheFirm() {
  return (
    <Section title={<Trans>Outside the firm</Trans>}>
      <p>
        <Trans>
          No adviser, cluster or region can open your answers unless you let them. You do that on the page “Who sees
          us”: one organisation and one purpose at a time, and you see the words you agree to. Advisers sign in in two
          steps.
        </Trans>
      </p>
      <p>
        <Trans>
          Every time somebody outside the firm reads anything of yours it is written down, with organisation, person and
          time, before anything is shown. Everybody in the firm can see that list.
        </Trans>
      </p>
      <p>
        <Trans>
          You can withdraw a consent at any time. It takes effect at once: the next page they open or reload is closed.
          What somebody has already read cannot be taken back, and figures already published stay, since no firm can be
          read from them.
        </Trans>
      </p>
      <p>
        <Trans>
          When you ask for contact, what you wrote in that form is addressed to the provider you see there. You can
          withdraw it, and the consent with it.
        </Trans>
      </p>
      <p>
        <Trans>
          Two things are counted across firms without your being asked: whether at least five share a need, so that a
          group can be proposed; and requests for contact and places in groups, by package, for providers and for those
          who look after the rules for suggestions. No firm is named, and no number of fewer than five firms is shown.
        </Trans>
      </p>
      <p>
        <Trans>
          Those who look after the site manage organisations and people, and cannot open your answers in it. Whoever
          runs the server itself can technically reach the database.
        </Trans>
      </p>
    </Section>
  );
}

function InYourBrowser() {
  return (
    <Section title={<Trans>In your browser</Trans>}>
      <p>
        <Trans>
          One cookie holds the key to your response, and one your sign-in, if you have signed in; a third ties the code
          in your mail to this browser until you have used it. They are needed, no page can read them, and they follow
          nobody.
        </Trans>
      </p>
      <p>
        <Trans>
          Answers that have not reached the server yet are kept in the browser until they have, also when your sign-in
          has ended meanwhile. So that the questions open without a network, the browser also keeps the program, the
          questions, and which response they belong to with the branch, size and role that decide which you get; no
          answers are among that. The choice of language and of light or dark is remembered. Nothing is fetched from
          other sites, and nothing counts your visits.
        </Trans>
      </p>
    </Section>
  );
}

function Log() {
  return (
    <Section title={<Trans>The log</Trans>}>
      <p>
        <Trans>
          What is done with accounts, roles and consents is written in a log that shows if anybody changes it
          afterwards. It holds no answers, names or addresses.
        </Trans>
      </p>
    </Section>
  );
}

function HowLong({ hrefs }: { hrefs: PrivacyHrefs }) {
  return (
    <Section title={<Trans>How long, and how to have it erased</Trans>}>
      <p>
        <Trans>
          The site clears away by a list that says how long what is kept, and why. With an account you can also ask for
          the account to be erased, and whoever is responsible for a firm for the firm's data; where you ask it says
          what goes and what a public body has to keep. Without an account you have to ask whoever runs the site.
        </Trans>
      </p>
      <p>
        <Link to={hrefs.retention}>
          <Trans>How long we keep what</Trans>
        </Link>
      </p>
      <p>
        <Link to={hrefs.erasure}>
          <Trans>Erase your account</Trans>
        </Link>
      </p>
    </Section>
  );
}

function Statistics() {
  return (
    <Section title={<Trans>The regions' statistics</Trans>}>
      <p>
        <Trans>
          Firms that have agreed to it are counted in figures that the regions publish, and only in what the consent
          names. No single firm can be found in them. Whoever withdraws the consent is not counted in new figures; what
          has been published remains.
        </Trans>
      </p>
      <p>
        <Trans>
          By the newest wording the coordination of Måttstock, which looks after the rules for suggestions, also counts
          what is suggested, what would be by other rules, and what the firm makes of it. It sees counts only, and
          publishes none of them.
        </Trans>
      </p>
    </Section>
  );
}

/** Who sees what, in words that match what the server does. */
export function PrivacyPage({ hrefs }: { hrefs: PrivacyHrefs }) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Who sees the answers`}
        lead={t`You do. Others only when you decide it, one purpose at a time.`}
      />
      <WhatIsStored />
      <WithoutAccount />
      <SeveralWhoAnswer />
      <WithAccount />
      <OutsideTheFirm />
      <InYourBrowser />
      <Log />
      <HowLong hrefs={hrefs} />
      <Statistics />
    </Page>
  );
}
