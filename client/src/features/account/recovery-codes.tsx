import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { saveTextFile } from '../../lib/save-text-file.ts';
import { siteName } from '../../lib/site-name.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './account.module.css';

/** A page that is not fetched over https has no clipboard. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

type RecoveryCodesProps = {
  codes: readonly string[];
  /** There were some before, which these replace. */
  hadEarlier: boolean;
  onKept: () => void;
};

/** The codes that let one in without the app, shown this once. */
export function RecoveryCodes({ codes, hadEarlier, onKept }: RecoveryCodesProps) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const text = codes.join('\n');
  useEffect(() => heading.current?.focus(), []);
  const copy = () =>
    copyText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <Panel tone="strong">
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        <Trans>Your recovery codes</Trans>
      </h3>
      <p>
        <Trans>
          Each lets you in once if the app is gone. They are shown only now: keep them where you keep other things that
          must not get lost.
        </Trans>{' '}
        {hadEarlier && <Trans>Earlier codes do not work any more.</Trans>}
      </p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <ButtonRow>
        <Button variant="secondary" onClick={() => void copy()}>
          <Trans>Copy the codes</Trans>
        </Button>
        <Button
          variant="secondary"
          onClick={() => saveTextFile(t`recovery-codes.txt`, 'text/plain', `${siteName}\n\n${text}\n`)}
        >
          <Trans>Save as a text file</Trans>
        </Button>
      </ButtonRow>
      <p role="status">
        {copied === 'yes' && <Trans>The codes are copied.</Trans>}
        {copied === 'no' && <Trans>The browser did not let them be copied. Mark them and copy by hand.</Trans>}
      </p>
      <ButtonRow>
        <Button onClick={onKept}>
          <Trans>We have kept them</Trans>
        </Button>
      </ButtonRow>
    </Panel>
  );
}
