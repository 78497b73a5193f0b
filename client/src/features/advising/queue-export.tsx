import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { type ExportFormat, exportFormats } from '#shared/contracts/advisor-queue.ts';
import { formatNumber } from '../../lib/format.ts';
import { saveFile } from '../../lib/save-text-file.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './queue.module.css';
import { fetchExport, type QueueQuery } from './queue-api.ts';

type State = { kind: 'begun'; kilobytes: number } | { kind: 'done' } | { kind: 'called-off' } | null;

/** Fetches what the list holds in whole, as a file; how far it has come, and the way to call it off. */
function useExport(query: QueueQuery, format: ExportFormat) {
  const language = useLanguage();
  const { isBusy, fault, run } = useAction(useProblemWords());
  const [state, setState] = useState<State>(null);
  const leaving = useRef<AbortController | null>(null);
  const begin = () =>
    run(async () => {
      const controller = new AbortController();
      leaving.current = controller;
      setState({ kind: 'begun', kilobytes: 0 });
      try {
        const file = await fetchExport(
          query,
          { format, language },
          {
            signal: controller.signal,
            onProgress: (bytes) => setState({ kind: 'begun', kilobytes: Math.ceil(bytes / 1000) }),
          },
        );
        saveFile(file.name, file.blob);
        setState({ kind: 'done' });
      } catch (error) {
        setState(controller.signal.aborted ? { kind: 'called-off' } : null);
        if (!controller.signal.aborted) throw error;
      }
    });
  return { isBusy, fault, state, begin, callOff: () => leaving.current?.abort() };
}

function Progress({ state }: { state: State }) {
  const language = useLanguage();
  if (state === null) return null;
  if (state.kind === 'done') return <Trans>The file has been fetched.</Trans>;
  if (state.kind === 'called-off') return <Trans>Called off. What had been made is written down as fetched.</Trans>;
  const kilobytes = formatNumber(state.kilobytes, language);
  return <Trans>Is being made: {kilobytes} kB so far.</Trans>;
}

/** The list as a file, by the same filter, search and order. */
export function QueueExport(query: QueueQuery) {
  const { t } = useLingui();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const { isBusy, fault, state, begin, callOff } = useExport(query, format);
  const words: Record<ExportFormat, { label: string; hint: string }> = {
    xlsx: { label: t`Excel (XLSX)`, hint: t`Days and levels as such, text as text.` },
    csv: { label: t`Text (CSV)`, hint: t`Semicolon between columns, decimal comma in Swedish.` },
    json: { label: t`For programs (JSON)`, hint: t`Codes in place of words.` },
  };
  return (
    <Details summary={<Trans>Export the list</Trans>}>
      <div className={styles.export}>
        <p>
          <Trans>
            All rows of this list, with the filter and search that are in force. Each firm sees that it stood in a file,
            when, and who fetched it. Whom to ask for at a firm is not in it.
          </Trans>
        </p>
        <RadioGroup
          name="export-format"
          legend={t`Kind of file`}
          options={exportFormats.map((value) => ({ value, ...words[value] }))}
          value={format}
          onChange={({ currentTarget: { value } }) => setFormat(exportFormats.find((each) => each === value) ?? format)}
        />
        <FaultNotice fault={fault} />
        <ButtonRow>
          <Button variant="secondary" isBusy={isBusy} onClick={begin}>
            <Trans>Fetch the file</Trans>
          </Button>
          {isBusy && (
            <Button variant="quiet" onClick={callOff}>
              <Trans>Call off</Trans>
            </Button>
          )}
        </ButtonRow>
        <p role="status">
          <Progress state={state} />
        </p>
      </div>
    </Details>
  );
}
