import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useState } from 'react';
import { useLocation } from 'react-router';
import { accessKeySchema } from '#shared/contracts/identifiers.ts';
import type { SharedResultDocument } from '#shared/contracts/result-links.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { checkLink, openLink } from './api.ts';
import { SharedDocument } from './shared-document.tsx';
import { useStanding } from './use-standing.ts';

export type RecipientHrefs = { home: string; method: string };

/** The secret in the address; undefined when there is none that could be one. */
function keyIn(hash: string): string | undefined {
  const key = new URLSearchParams(hash.slice(1)).get('key');
  return accessKeySchema.safeParse(key).data;
}

/** Unknown, expired and taken back are one: whoever guesses learns nothing, and whoever was to read knows whom to ask. */
function Closed({ role }: { role?: 'alert' }) {
  return (
    <Notice tone="warning" role={role}>
      <p>
        <Trans>
          It may have expired, been taken back, or be cut short. Open the whole link once more, or ask whoever sent it
          for a new one.
        </Trans>
      </p>
    </Notice>
  );
}

function AboutTheTool({ hrefs }: { hrefs: RecipientHrefs }) {
  return (
    <Section title={<Trans>About Måttstock</Trans>}>
      <p>
        <Trans>
          Måttstock lets industrial firms see how far they have come with technology and ways of working. It is free of
          charge, and no account is needed to begin.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={hrefs.home} variant="secondary">
          <Trans>See the tool</Trans>
        </ButtonLink>
        <ButtonLink to={hrefs.method} variant="quiet">
          <Trans>How the levels are worked out</Trans>
        </ButtonLink>
      </ButtonRow>
    </Section>
  );
}

function Before({ isBusy, onShow }: { isBusy: boolean; onShow: () => void }) {
  return (
    <>
      <p>
        <Trans>
          The link is personal, and shows the result for as long as the firm lets it. The firm sees that it was opened
          and when, and nothing else about whoever opens it.
        </Trans>
      </p>
      <ButtonRow>
        <Button isBusy={isBusy} onClick={onShow}>
          <Trans>Show the result</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}

/** What the reader does with the secret; a page that is refused shows nothing of what it showed. */
function useOpening(key: string | undefined) {
  const say = useProblemWords();
  const [document, setDocument] = useState<SharedResultDocument>();
  const [isClosed, setClosed] = useState(key === undefined);
  const action = useAction(say);
  const close = useCallback(() => {
    setDocument(undefined);
    setClosed(true);
    // What it shows now stands at the top, and the reader may be far down.
    window.scrollTo({ top: 0 });
  }, []);
  useStanding(key, { expiresAt: document?.expiresAt, onRefused: close });
  const unlessClosed = (work: (secret: string) => Promise<void>) =>
    action.run(async () => {
      if (key === undefined) return;
      await work(key).catch((error: unknown) => {
        if (!(error instanceof ProblemError) || error.code !== 'not-found') throw error;
        close();
      });
    });
  return {
    document,
    isClosed,
    action,
    show: () => unlessClosed(async (secret) => setDocument(await openLink(secret))),
    print: () =>
      unlessClosed(async (secret) => {
        await checkLink(secret);
        window.print();
      }),
  };
}

/**
 * One firm's result for one reader. The secret comes in the fragment, which no server sees, and is used when the reader says
 * so: programs open links of mail by themselves.
 */
export function RecipientPage({ hrefs }: { hrefs: RecipientHrefs }) {
  const { t } = useLingui();
  const { document, isClosed, action, show, print } = useOpening(keyIn(useLocation().hash));
  // Whether the link still shows anything is not known before it is opened.
  const before = isClosed ? t`The link shows nothing` : t`A link to a firm’s result`;
  const title = document === undefined ? before : t`A shared result`;
  return (
    <Page width={document === undefined ? 'question' : 'results'}>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <PageHeader title={title} eyebrow={document?.firmName ?? undefined} />
      {isClosed && <Closed role="alert" />}
      {!isClosed && document === undefined && <Before isBusy={action.isBusy} onShow={show} />}
      <FaultNotice fault={action.fault} />
      {document !== undefined && (
        <>
          <SharedDocument document={document} />
          <ButtonRow>
            <Button variant="secondary" isBusy={action.isBusy} onClick={print}>
              <Trans>Print</Trans>
            </Button>
          </ButtonRow>
        </>
      )}
      <AboutTheTool hrefs={hrefs} />
    </Page>
  );
}
