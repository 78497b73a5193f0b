import { Trans, useLingui } from '@lingui/react/macro';
import { QrCode } from '../../ui/qr-code/qr-code.tsx';
import styles from './respondents.module.css';

export type PosterProps = { url: string; firmName: string | null; until: string };

/** What is printed for the wall, read from a step or two away by somebody who has never heard of it. */
export function Poster({ url, firmName, until }: PosterProps) {
  const { t } = useLingui();
  return (
    <div className={styles.poster}>
      <h2>{firmName === null ? <Trans>How do we work here?</Trans> : <Trans>How do we work at {firmName}?</Trans>}</h2>
      <p className={styles.call}>
        <Trans>You who do the job know best. Answer some questions about what you do.</Trans>
      </p>
      <QrCode text={url} label={t`QR code that leads to the questions`} />
      <ol>
        <li>
          <Trans>Point the camera of your phone at the square.</Trans>
        </li>
        <li>
          <Trans>Say what you do. You get the questions that concern you.</Trans>
        </li>
        <li>
          <Trans>Press I am done when you have answered.</Trans>
        </li>
      </ol>
      <p>
        <Trans>
          You need no account and do not write your name. Who sees what you answer stands on the first page, before you
          begin. No phone? Ask whoever put this up.
        </Trans>
      </p>
      <p>
        <strong>
          <Trans>Answer by {until}.</Trans>
        </strong>{' '}
        <Trans>Made with Måttstock.</Trans>
      </p>
    </div>
  );
}
