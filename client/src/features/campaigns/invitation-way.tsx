import { Trans } from '@lingui/react/macro';
import { formatDate, formatDay } from '../../lib/format.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { Invitation, OwnFirm } from './api.ts';
import { keepKey } from './kept-key.ts';

export type WayHrefs = {
  start: string;
  resume: string;
  /** Signs in, and goes on to the own firm. */
  signIn: string;
  /** Signs in, and comes back to the invitation. */
  signInAndBack: string;
  /** Where whoever is signed in finds the own firms. */
  own: string;
};

type WayProps = {
  invitation: Invitation;
  keyOfLink: string;
  hrefs: WayHrefs;
  firms: readonly OwnFirm[] | undefined;
  onBegin: () => void;
  onBeginIn: (firmId: string) => void;
  onResume: () => void;
  isBusy: boolean;
};

/** When what is open of the form was begun, the latest. */
const openSince = ({ responses }: OwnFirm, formCode: string): string | undefined =>
  responses
    .flatMap((each) => (each.formCode === formCode && each.status === 'open' ? [each.startedAt] : []))
    .toSorted()
    .at(-1);

function InFirm({ firm, invitation, isBusy, onBeginIn }: { firm: OwnFirm } & Omit<WayProps, 'keyOfLink'>) {
  const language = useLanguage();
  const words = useFirmWords();
  const name = words.firm(firm.name);
  const since = openSince(firm, invitation.formCode);
  const day = since === undefined ? undefined : formatDate(new Date(since), language);
  return (
    <>
      {day !== undefined && (
        <p>
          <Trans>
            {name} began the same form on {day} and has not finished it. That one stays as it is; the campaign is
            answered in a new one.
          </Trans>
        </p>
      )}
      <p>
        <Button isBusy={isBusy} onClick={() => onBeginIn(firm.firmId)}>
          <Trans>Answer as {name}</Trans>
        </Button>
      </p>
    </>
  );
}

/** As a firm that has an account, or without one. */
function Begin(props: WayProps) {
  const { keyOfLink, hrefs, firms, onBegin, isBusy } = props;
  if (firms === undefined || firms.length === 0) {
    return (
      <>
        <ButtonRow>
          <Button onClick={onBegin}>
            <Trans>Begin</Trans>
          </Button>
        </ButtonRow>
        {firms === undefined && (
          <p>
            <Trans>
              Does your firm have an account here?{' '}
              <Link to={hrefs.signInAndBack} onClick={() => keepKey(keyOfLink)}>
                Sign in and answer in it
              </Link>
              , and what you answered last time stands beside the questions.
            </Trans>
          </p>
        )}
      </>
    );
  }
  return (
    <Section
      title={<Trans>How you answer</Trans>}
      lead={
        <Trans>
          As your firm, the answers are in its account from the beginning, and what you answered last time stands beside
          the questions. Answers do not change firm afterwards.
        </Trans>
      }
    >
      {firms.map((firm) => (
        <InFirm key={firm.firmId} {...props} firm={firm} />
      ))}
      <p>
        <Button variant="secondary" isUnavailable={isBusy} onClick={onBegin}>
          <Trans>Begin without an account</Trans>
        </Button>
      </p>
    </Section>
  );
}

/** What the link leads to now: begin, go on, or why neither. */
export function InvitationWay(props: WayProps) {
  const { invitation, hrefs, firms, onResume, isBusy } = props;
  const language = useLanguage();
  const { progress, state, lastDay } = invitation;
  const isOver = state === 'closed' || state === 'ended';
  const isToBegin = progress === 'not-begun' || progress === 'gone';
  const until = formatDay(lastDay, language);
  if (progress === 'finished') {
    return (
      <Notice tone="success">
        <p>
          <Trans>
            You have finished. The result opens in the browser you answered in, by the link you saved there, or in your
            account; never by the link in the mail.
          </Trans>
        </p>
        <p>
          <Link to={hrefs.resume}>
            <Trans>Continue with your answers</Trans>
          </Link>
        </p>
      </Notice>
    );
  }
  return (
    <>
      {isOver && (
        <Notice tone="warning">
          <p>
            <Trans>
              The campaign takes no more answers. You may answer for yourselves all the same, which is just as free of
              charge.
            </Trans>
          </p>
        </Notice>
      )}
      {state === 'grace' && (
        <Notice>
          <p>
            <Trans>The last day has passed. Answers are still taken until {until}.</Trans>
          </p>
        </Notice>
      )}
      {progress === 'in-account' && (
        <p>
          <Trans>It has been begun in a firm’s account, and goes on there.</Trans>
        </p>
      )}
      {progress === 'gone' && (
        <Notice title={<Trans>What you had begun is no longer here</Trans>}>
          <p>
            <Trans>
              Answers that are begun without an account are deleted when nobody has gone on with them for a long time.
              So it was with yours; nothing of them is left.
            </Trans>{' '}
            {!isOver && <Trans>You can begin anew.</Trans>}
          </p>
        </Notice>
      )}
      {isToBegin && !isOver ? (
        <Begin {...props} />
      ) : (
        <ButtonRow>
          {progress === 'in-account' &&
            (firms === undefined ? (
              <ButtonLink to={hrefs.signIn}>
                <Trans>Sign in and go on</Trans>
              </ButtonLink>
            ) : (
              <ButtonLink to={hrefs.own}>
                <Trans>To your firm</Trans>
              </ButtonLink>
            ))}
          {progress === 'begun' && (
            <Button isBusy={isBusy} onClick={onResume}>
              <Trans>Continue where you left off</Trans>
            </Button>
          )}
          {isToBegin && (
            <ButtonLink to={hrefs.start}>
              <Trans>Answer for yourselves</Trans>
            </ButtonLink>
          )}
        </ButtonRow>
      )}
    </>
  );
}
