import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { getReportSchema, type ReportFormat, reportFormats } from '#shared/contracts/reports.ts';
import { type Language, languageSchema, languages } from '#shared/domain/language.ts';
import { formatNumber } from '../../lib/format.ts';
import { saveFile } from '../../lib/save-text-file.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';

export type ReportsHrefs = {
  readonly back: string;
  /** Address of the files without language and format. */
  readonly files: string;
};

type Fetching =
  | { readonly kind: 'making' }
  | { readonly kind: 'saved'; readonly kilobytes: number }
  | { readonly kind: 'failed' };

const fileNames: Readonly<Record<Language, string>> = { sv: 'mattstock-resultat', en: 'mattstock-result' };
const bytesInKilobyte = 1000;

async function fetchFile(address: string, signal: AbortSignal): Promise<Blob | null> {
  try {
    const reply = await fetch(address, { signal });
    return reply.ok ? await reply.blob() : null;
  } catch {
    return null;
  }
}

type FileProps = { readonly format: ReportFormat; readonly language: Language; readonly files: string };

/** Whoever leaves the page does not wait for the file any more. */
function useFile({ format, language, files }: FileProps) {
  const [state, setState] = useState<Fetching | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const take = async () => {
    const own = new AbortController();
    leaving.current = own;
    setState({ kind: 'making' });
    const blob = await fetchFile(`${files}/${language}/${format}`, own.signal);
    if (own.signal.aborted) return;
    if (blob === null) {
      setState({ kind: 'failed' });
      return;
    }
    saveFile(`${fileNames[language]}.${format}`, blob);
    setState({ kind: 'saved', kilobytes: Math.max(1, Math.round(blob.size / bytesInKilobyte)) });
  };
  return { state, take };
}

function Told({ state }: { state: Fetching | null }) {
  const language = useLanguage();
  if (state === null) return null;
  switch (state.kind) {
    case 'making':
      return <Trans>The file is being made.</Trans>;
    case 'saved':
      return <Trans>The file is saved: {formatNumber(state.kilobytes, language)} kB.</Trans>;
    case 'failed':
      return <Trans>The file could not be fetched. Try again in a moment.</Trans>;
  }
}

type OneFileProps = FileProps & { readonly title: string; readonly lead: ReactNode; readonly label: string };

function OneFile({ title, lead, label, ...file }: OneFileProps) {
  const { state, take } = useFile(file);
  return (
    <Section title={title} lead={lead}>
      <ButtonRow>
        <Button
          variant={file.format === 'pdf' ? 'primary' : 'secondary'}
          disabled={state?.kind === 'making'}
          onClick={() => void take()}
        >
          {label}
        </Button>
      </ButtonRow>
      <p role="status">
        <Told state={state} />
      </p>
    </Section>
  );
}

function useFiles(): Readonly<Record<ReportFormat, Pick<OneFileProps, 'title' | 'lead' | 'label'>>> {
  const { t } = useLingui();
  return {
    pdf: {
      title: t`Report for the board`,
      lead: (
        <Trans>Words first, then pictures, next steps, support and how it was calculated. Can be read aloud.</Trans>
      ),
      label: t`Get the report (PDF)`,
    },
    xlsx: {
      title: t`Workbook`,
      lead: (
        <Trans>
          Levels, questions and answers with comments, suggestions and what it is made of. Numbers are exact.
        </Trans>
      ),
      label: t`Get the workbook (Excel)`,
    },
    csv: {
      title: t`Table`,
      lead: <Trans>Levels and answers as text, with semicolons between.</Trans>,
      label: t`Get the table (CSV)`,
    },
    json: {
      title: t`For programs`,
      lead: (
        <Trans>
          Everything in both languages, by <a href={getReportSchema.path}>a published schema</a>.
        </Trans>
      ),
      label: t`Get the data (JSON)`,
    },
    ics: {
      title: t`Calendar`,
      lead: <Trans>A day a year after these answers, to answer again and see what has happened.</Trans>,
      label: t`Get the day (.ics)`,
    },
  };
}

/** The result as files to take along, in the language that is chosen. */
export function ReportsPage({ hrefs }: { hrefs: ReportsHrefs }) {
  const { t } = useLingui();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const files = useFiles();
  const nameOf: Readonly<Record<Language, string>> = { sv: t`In Swedish`, en: t`In English` };
  return (
    <Page width="results">
      <BackLink to={hrefs.back}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <PageHeader
        title={t`Take the result with you`}
        lead={
          <Trans>
            The same numbers in every file. A file is a copy: whoever gets it can read all of it, comments too in the
            workbook, the table and the data.
          </Trans>
        }
      >
        <RadioGroup
          name="language"
          legend={<Trans>Language of the files</Trans>}
          layout="inline"
          options={languages.map((each) => ({ value: each, label: nameOf[each] }))}
          value={language}
          onChange={({ currentTarget }) => setLanguage(languageSchema.parse(currentTarget.value))}
        />
      </PageHeader>
      {reportFormats.map((format) => (
        <OneFile
          key={`${format} ${language}`}
          format={format}
          language={language}
          files={hrefs.files}
          {...files[format]}
        />
      ))}
    </Page>
  );
}
