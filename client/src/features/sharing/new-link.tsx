import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { ResultLinks, SharedResultDocument } from '#shared/contracts/result-links.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { fetchPreview, type LinkBody, sendNewLink } from './api.ts';
import { LinkFormFields } from './link-form.tsx';
import { type Made, MadeLink } from './made-link.tsx';
import { SharedDocument } from './shared-document.tsx';
import styles from './sharing.module.css';
import { useLinkForm } from './use-link-form.ts';

type Step =
  | { at: 'form' }
  | { at: 'preview'; body: LinkBody; document: SharedResultDocument }
  | { at: 'made'; made: Made };

export type NewLinkProps = { responseId: string; links: ResultLinks; onMade: (links: ResultLinks) => void };

/** Makes a link in three steps: what, a look at exactly that, and the link itself. */
export function NewLink({ responseId, links, onMade }: NewLinkProps) {
  const form = useLinkForm(links);
  const [step, setStep] = useState<Step>({ at: 'form' });
  const action = useAction(useProblemWords());
  const top = useRef<HTMLDivElement>(null);
  const look = useRef<HTMLHeadingElement>(null);
  const focusAfter = useFocusAfter();
  const go = (next: Step) => {
    setStep(next);
    // Focus on what is taller than the window would show its middle.
    focusAfter(() => look.current ?? top.current);
  };
  const preview = () => {
    if (!form.check()) {
      focusAfter(() => top.current?.querySelector<HTMLElement>('[aria-invalid="true"]'));
      return;
    }
    const { body } = form;
    const { recipientName, note, days, choice } = body;
    const asked = { recipientName, days, choice, ...(note !== undefined && { note }) };
    action.run(async () => go({ at: 'preview', body, document: await fetchPreview(responseId, asked) }));
  };
  const make = (body: LinkBody) =>
    action.run(async () => {
      const { url, links: next } = await sendNewLink(responseId, body);
      onMade(next);
      form.clear();
      go({ at: 'made', made: { url, recipientName: body.recipientName, isMailed: body.sendsMail } });
    });
  return (
    <div ref={top} tabIndex={-1} className={styles.form}>
      {step.at === 'form' && (
        <LinkFormFields form={form} links={links} isBusy={action.isBusy} fault={action.fault} onPreview={preview} />
      )}
      {step.at === 'preview' && (
        <>
          <h3 ref={look} tabIndex={-1}>
            <Trans>What {step.body.recipientName} will see</Trans>
          </h3>
          <Notice>
            <p>
              <Trans>This is exactly what the recipient will see, and nothing else. No link has been made yet.</Trans>
            </p>
          </Notice>
          <div className={styles.preview}>
            <SharedDocument document={step.document} />
          </div>
          <FaultNotice fault={action.fault} />
          <ButtonRow>
            <Button isBusy={action.isBusy} onClick={() => make(step.body)}>
              <Trans>Make the link</Trans>
            </Button>
            <Button variant="secondary" onClick={() => go({ at: 'form' })}>
              <Trans>Change</Trans>
            </Button>
          </ButtonRow>
        </>
      )}
      {step.at === 'made' && <MadeLink made={step.made} onAnother={() => go({ at: 'form' })} />}
    </div>
  );
}
