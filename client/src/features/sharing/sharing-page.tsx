import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ResultLink, ResultLinks } from '#shared/contracts/result-links.ts';
import { formatDate } from '../../lib/format.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LinkList } from './link-list.tsx';
import { NewLink } from './new-link.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';

export type SharingPageProps = { responseId: string; loaded: ResultLinks; hrefs: { result: string } };

/** Where whoever decides for the firm shows one result to one recipient, and sees what becomes of it. */
export function SharingPage({ responseId, loaded, hrefs }: SharingPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [links, setLinks] = useState(loaded);
  const [asked, setAsked] = useState<ResultLink | null>(null);
  const done = useDone();
  const day = formatDate(new Date(links.submittedAt), language);
  const { active, mostActive } = links;
  return (
    <Page>
      <BackLink to={hrefs.result}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <PageHeader
        title={t`Share the result`}
        eyebrow={links.firmName ?? undefined}
        lead={t`A link shows the result of ${day} to one recipient, without an account, for as long as you choose. You see when it is opened, and can take it back.`}
      />
      <Section title={<Trans>New link</Trans>}>
        {active >= mostActive ? (
          <Notice tone="warning">
            <p>
              <Trans>
                {active} links are active, which is as many as there may be at once. Take one back to make another.
              </Trans>
            </p>
          </Notice>
        ) : null}
        <NewLink responseId={responseId} links={links} onMade={setLinks} />
      </Section>
      <Section
        title={<Trans>Your links</Trans>}
        lead={
          <Trans>
            {active} of at most {mostActive} are active. What has ended is listed for 90 days.
          </Trans>
        }
      >
        <DoneNotice done={done} />
        <LinkList links={links.links} onTakeBack={setAsked} />
      </Section>
      <TakeBackDialog
        responseId={responseId}
        link={asked}
        onTakenBack={(next, { recipientName }) => {
          setLinks(next);
          done.say(t`The link for ${recipientName} is taken back. Nobody can open it any more.`);
        }}
        onClose={() => setAsked(null)}
      />
    </Page>
  );
}
