import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Respondent, Respondents } from '#shared/contracts/respondents.ts';
import type { Structure, Texts } from '#shared/domain/instrument/definition.ts';
import { sectionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { AnewDialog } from './anew-dialog.tsx';
import { sendReminder } from './api.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { InviteForm } from './invite-form.tsx';
import { LeadRole } from './lead-role.tsx';
import { type Made, MadeInvitation } from './made-invitation.tsx';
import { Poster } from './poster.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { RespondentList, useRespondentName } from './respondent-list.tsx';
import styles from './respondents.module.css';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { useActiveLink, WallLink } from './wall-link.tsx';

/** The form that is answered together. */
export type AskedForm = { responseId: string; formCode: string; structure: Structure };

export type RespondentsPageProps = {
  asked: AskedForm;
  texts: Texts;
  firmName: string | null;
  loaded: Respondents;
  /** Whom the firm asked the last time it answered the form, as long as that is kept. */
  former: readonly Respondent[];
  hrefs: { overview: string };
};

/** Where whoever leads the answering asks colleagues, each about a part, and sees how far they are. */
export function RespondentsPage({ asked, texts, firmName, loaded, former, hrefs }: RespondentsPageProps) {
  const { t } = useLingui();
  const [respondents, setRespondents] = useState(loaded);
  const [made, setMade] = useState<Made | null>(null);
  const [changed, setChanged] = useState<Respondent | null>(null);
  const [takenBack, setTakenBack] = useState<Respondent | null>(null);
  const [renewed, setRenewed] = useState<Respondent | null>(null);
  const [anew, setAnew] = useState<Respondent | null>(null);
  const language = useLanguage();
  const active = useActiveLink(respondents);
  const done = useDone();
  const reminding = useAction(useProblemWords());
  const nameOf = useRespondentName(respondents.respondents);
  const remind = (respondent: Respondent) => {
    const name = nameOf(respondent);
    reminding.run(async () => {
      setRespondents(await sendReminder(asked.responseId, respondent.respondentId));
      done.say(t`${name} is reminded by mail. No more reminders are sent.`);
    });
  };
  const dimensions = respondents.dimensions.map((code) => ({
    value: code,
    label: texts[sectionTextKeys.name(code)] ?? code,
  }));
  const { isOpen, canMail } = respondents;
  const poster =
    isOpen && active?.url !== undefined ? (
      <Poster url={active.url} firmName={firmName} until={formatDate(new Date(active.link.expiresAt), language)} />
    ) : undefined;
  return (
    <Page>
      {poster}
      <div className={styles.screen} data-poster={poster === undefined ? undefined : true}>
        <BackLink to={hrefs.overview}>
          <Trans>All areas</Trans>
        </BackLink>
        <PageHeader
          title={t`Answer together`}
          lead={t`Ask colleagues about what they know most about. The firm’s answer to a question is the middle one of yours. Where fewer than three besides you have answered, your own answer counts alone, with those of colleagues who have said yes to that. You decide when it is submitted.`}
        />
        {!isOpen && (
          <Notice>
            <p>
              <Trans>The answers are submitted. Nobody can be invited or answer any more.</Trans>
            </p>
          </Notice>
        )}
        <Section
          title={<Trans>Who answers</Trans>}
          lead={<Trans>You see how far each one is, and never what they answer.</Trans>}
        >
          <DoneNotice done={done} />
          {isOpen && made !== null && <MadeInvitation made={made} />}
          <FaultNotice fault={reminding.fault} />
          <RespondentList
            respondents={respondents.respondents}
            dimensions={dimensions}
            isOpen={isOpen}
            onChange={setChanged}
            onTakeBack={setTakenBack}
            onRemind={remind}
            onRenew={setRenewed}
            onInviteAnew={setAnew}
          />
        </Section>
        {isOpen && (
          <>
            <Section title={<Trans>Your own answers</Trans>}>
              <LeadRole responseId={asked.responseId} respondents={respondents} onChange={setRespondents} />
            </Section>
            <Section title={<Trans>Invite a colleague</Trans>}>
              <InviteForm
                asked={asked}
                canMail={canMail}
                dimensions={dimensions}
                former={former}
                now={respondents.respondents}
                onMade={(next, list) => {
                  setMade(next);
                  setRespondents(list);
                  done.say(t`${next.label} is invited.`);
                }}
              />
            </Section>
            <Section
              title={<Trans>One link for several</Trans>}
              lead={
                <Trans>
                  For the wall in the workshop: whoever opens it says what they do and gets the questions that concern
                  them.
                </Trans>
              }
            >
              <WallLink responseId={asked.responseId} respondents={respondents} onChange={setRespondents} />
            </Section>
          </>
        )}
        {renewed !== null && (
          <RenewDialog
            key={renewed.respondentId}
            responseId={asked.responseId}
            respondent={renewed}
            name={nameOf(renewed)}
            onRenewed={(next, list) => {
              setMade(next);
              setRespondents(list);
              done.say(t`${next.label} has a new link.`);
            }}
            onRefused={setRespondents}
            onClose={() => setRenewed(null)}
          />
        )}
        {anew !== null && (
          <AnewDialog
            key={anew.respondentId}
            responseId={asked.responseId}
            respondent={anew}
            name={nameOf(anew)}
            onMade={(next, list) => {
              setMade(next);
              setRespondents(list);
              done.say(t`${next.label} has a new link.`);
            }}
            onRefused={setRespondents}
            onClose={() => setAnew(null)}
          />
        )}
        {changed !== null && (
          <ChangeDialog
            key={changed.respondentId}
            asked={asked}
            respondent={changed}
            dimensions={dimensions}
            onChanged={(next, label) => {
              setRespondents(next);
              done.say(t`What ${label} is asked is changed.`);
            }}
            onClose={() => setChanged(null)}
          />
        )}
        <TakeBackDialog
          responseId={asked.responseId}
          respondent={takenBack}
          nameOf={nameOf}
          onTakenBack={(next, name) => {
            setRespondents(next);
            done.say(t`The invitation of ${name} is revoked.`);
          }}
          onClose={() => setTakenBack(null)}
        />
      </div>
    </Page>
  );
}
