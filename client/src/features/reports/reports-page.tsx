import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { getReportSchema, type ReportFormat, reportFormats } from '#shared/contracts/reports.ts';
import { type Language, languageSchema, languages } from '#shared/domain/language.ts';
import { formatNumber } from '../../lib/format.ts';
import { fetchFrom } from '../../lib/http/fetch-file.ts';
import { saveFile } from '../../lib/save-text-file.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
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
  | { readonly kind: 'saved'; readonly name: string; readonly kilobytes: number }
  | { readonly kind: 'failed' };

const bytesInKilobyte = 1000;

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
    const file = await fetchFrom(`${files}/${language}/${format}`, own.signal).catch(() => null);
    if (own.signal.aborted) return;
    if (file === null) {
      setState({ kind: 'failed' });
      return;
    }
    const { name, blob } = file;
    saveFile(name, blob);
    setState({ kind: 'saved', name, kilobytes: Math.max(1, Math.round(blob.size / bytesInKilobyte)) });
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
      return (
        <Trans>
          The file is saved as {state.name}, {formatNumber(state.kilobytes, language)} kB.
        </Trans>
      );
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

/** Of an own result, or of that of a firm that lets an adviser read it. */
function useFiles(isOwn: boolean): Readonly<Record<ReportFormat, Pick<OneFileProps, 'title' | 'lead' | 'label'>>> {
  const { t } = useLingui();
  return {
    pdf: {
      title: isOwn ? t`Report for the board` : t`Report`,
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
      lead: isOwn ? (
        <Trans>A day a year after these answers, to answer again and see what has happened.</Trans>
      ) : (
        <Trans>A day a year after these answers, when the firm can answer again. It names the firm.</Trans>
      ),
      label: t`Get the day (.ics)`,
    },
  };
}

/** Whose words and targets are in the files, and what an adviser is not given. */
function WhatIsIn({ isOwn }: { isOwn: boolean }) {
  if (isOwn) {
    return (
      <p>
        <Trans>
          The targets in the files are your own where you have set them, and the proposed ones elsewhere. What you have
          made of the suggestions is in them, too.
        </Trans>
      </p>
    );
  }
  return (
    <Notice>
      <p>
        <Trans>
          The firm sees on its page “Who sees us” which files are taken, by whom and when. The files are written to the
          firm: “you” in them is the firm.
        </Trans>
      </p>
      <p>
        <Trans>
          Left out are the comparison with others, the firm’s own targets, its own choices among the suggestions, how
          far its own people agreed and who else sees the result. The targets in the files are the proposed ones. Where
          the firm agreed by an earlier wording, what it has added for the EU’s measures is left out, too.
        </Trans>
      </p>
    </Notice>
  );
}

export type ReportsPageProps = {
  hrefs: ReportsHrefs;
  /** The name of the firm whose result somebody else takes; null where it is one’s own. */
  sharedBy: string | null;
};

/** The result as files to take along, in the language that is chosen. */
export function ReportsPage({ hrefs, sharedBy }: ReportsPageProps) {
  const { t } = useLingui();
  const isOwn = sharedBy === null;
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const files = useFiles(isOwn);
  const nameOf: Readonly<Record<Language, string>> = { sv: t`In Swedish`, en: t`In English` };
  return (
    <Page width="results">
      <BackLink to={hrefs.back}>
        {isOwn ? <Trans>Back to the result</Trans> : <Trans>Back to {sharedBy}</Trans>}
      </BackLink>
      <PageHeader
        documentTitle={isOwn ? undefined : t`The result of a firm as files`}
        title={isOwn ? t`Take the result with you` : t`The result of ${sharedBy} as files`}
        lead={
          <Trans>
            The same numbers in every file. A file is a copy: whoever gets it can read all of it, comments too in the
            workbook, the table and the data.
          </Trans>
        }
      >
        <WhatIsIn isOwn={isOwn} />
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
