import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ChangeEvent, useState } from 'react';
import { Notice } from '../../ui/notice/notice.tsx';
import { exportAddresses, sendTranslations } from './api.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { FaultNotice } from './fault-notice.tsx';
import { useAction } from './use-action.ts';

type Outcome = Pick<Awaited<ReturnType<typeof sendTranslations>>, 'changed' | 'unknown' | 'outdated'>;

const bytesAtATime = 0x8000;

/** The bytes of a file as base64, in pieces that the call stack can hold. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += bytesAtATime) {
    binary += String.fromCharCode(...bytes.subarray(from, from + bytesAtATime));
  }
  return btoa(binary);
}

function OutcomeNotice({ outcome: { changed, unknown, outdated } }: { outcome: Outcome }) {
  return (
    <Notice tone={unknown.length + outdated.length > 0 ? 'warning' : 'success'} role="status">
      <p>
        <Plural
          value={changed.length}
          _0="Nothing in the sheet was new."
          one="# English text was taken from the sheet."
          other="# English texts were taken from the sheet."
        />
      </p>
      {outdated.length > 0 && (
        <p>
          <Trans>Left alone, because the Swedish beside them is not the draft's own:</Trans> {outdated.join(', ')}
        </p>
      )}
      {unknown.length > 0 && (
        <p>
          <Trans>Not in the draft:</Trans> {unknown.join(', ')}
        </p>
      )}
    </Notice>
  );
}

/** The draft as files: to keep and move, and to let somebody translate. */
export function FilesPanel() {
  const { t } = useLingui();
  const { draft, replace } = useEditing();
  const { isBusy, fault, run } = useAction();
  const [outcome, setOutcome] = useState<Outcome>();
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (file === undefined) return;
    // The same file, mended, can be chosen again.
    input.value = '';
    run(async () => {
      setOutcome(undefined);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { draft: stored, ...result } = await sendTranslations(draft.draftId, base64Of(bytes));
      replace(stored);
      setOutcome(result);
    });
  };
  return (
    <>
      <ul className={styles.list}>
        <li className={styles.row}>
          <a href={exportAddresses.draft(draft.draftId)} download>
            <Trans>Save the draft as YAML</Trans>
          </a>
        </li>
        <li className={styles.row}>
          <a href={exportAddresses.translations(draft.draftId)} download>
            <Trans>Save all texts as a translation sheet (XLSX)</Trans>
          </a>
        </li>
      </ul>
      <div className={styles.file}>
        <label htmlFor="translation-sheet">{t`Take in a translated sheet`}</label>
        <input
          id="translation-sheet"
          type="file"
          accept=".xlsx"
          disabled={isBusy}
          aria-describedby="translation-sheet-hint"
          onChange={take}
        />
        <p id="translation-sheet-hint" className={styles.muted}>
          <Trans>Only the English is taken, and only where the Swedish beside it is the draft's own.</Trans>
        </p>
      </div>
      {isBusy && (
        <p role="status">
          <Trans>The sheet is being read …</Trans>
        </p>
      )}
      <FaultNotice fault={fault} />
      {outcome !== undefined && <OutcomeNotice outcome={outcome} />}
    </>
  );
}
