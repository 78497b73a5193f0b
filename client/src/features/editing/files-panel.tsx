import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { base64Of } from '../../lib/base64.ts';
import { useAction } from '../../lib/use-action.ts';
import { FileField } from '../../ui/field/file-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { exportAddresses, sendTranslations } from './api.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { useEditingProblemWords } from './use-editing-problem-words.ts';

type Outcome = Pick<Awaited<ReturnType<typeof sendTranslations>>, 'changed' | 'unknown' | 'outdated'>;

function OutcomeNotice({ outcome: { changed, unknown, outdated } }: { outcome: Outcome }) {
  return (
    <Notice tone={unknown.length + outdated.length > 0 ? 'warning' : 'success'}>
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
  const { isBusy, fault, run } = useAction(useEditingProblemWords());
  const [outcome, setOutcome] = useState<Outcome>();
  const take = (file: File) =>
    run(async () => {
      setOutcome(undefined);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { draft: stored, ...result } = await sendTranslations(draft.draftId, base64Of(bytes));
      replace(stored);
      setOutcome(result);
    });
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
      <FileField
        name="translation-sheet"
        label={t`Take in a translated sheet`}
        hint={t`Only the English is taken, and only where the Swedish beside it is the draft's own.`}
        accept=".xlsx"
        isBusy={isBusy}
        onFile={take}
      />
      <div role="status">
        {isBusy && (
          <p>
            <Trans>The sheet is being read …</Trans>
          </p>
        )}
        {outcome !== undefined && <OutcomeNotice outcome={outcome} />}
      </div>
      <FaultNotice fault={fault} />
    </>
  );
}
