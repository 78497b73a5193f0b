import { Trans, useLingui } from '@lingui/react/macro';
import type { FileFormat, ReleaseFileRow } from '#shared/contracts/release-files.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Details } from '../../ui/details/details.tsx';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { catalogueAddress, meetingPackAddress, type ReleaseFiles, releaseFileAddress } from './api.ts';
import { PackLinks } from './pack-links.tsx';
import styles from './releases.module.css';
import { useReleaseFiles } from './use-release-files.ts';

const bytesInKilobyte = 1000;

function useFileWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const formats: Record<FileFormat, { name: string; isFor: string }> = {
    xlsx: {
      name: t`Excel`,
      isFor: t`To read in a spreadsheet: how the figures are to be read, and a sheet for each table`,
    },
    csv: { name: t`CSV`, isFor: t`To reckon on in a program: all figures in one table, a row for each` },
    'json-stat': { name: t`JSON-stat 2.0`, isFor: t`To build tables and charts for the web` },
    px: { name: t`PX`, isFor: t`For statistical databases and PxWeb: one file for each table, in both languages` },
    json: { name: t`The whole release`, isFor: t`To check it: the SHA-256 of the file is that of the release` },
  };
  const languages: Record<Language, string> = { sv: t`Swedish`, en: t`English` };
  return {
    ...formats,
    language: (code: Language): string => languages[code],
    size: (bytes: number): string => `${formatNumber(Math.max(1, Math.round(bytes / bytesInKilobyte)), language)} kB`,
  };
}
type FileWords = ReturnType<typeof useFileWords>;

type LinkProps = { number: number; file: ReleaseFileRow; words: FileWords };

function FileLink({ number, file, words }: LinkProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { language, table, format, bytes, name } = file;
  const part = table === null ? language && words.language(language) : localise(table);
  return (
    <li>
      <DownloadLink href={releaseFileAddress(number, name)}>
        <VisuallyHidden>{words[format].name}:</VisuallyHidden> {part ?? t`Document`}
      </DownloadLink>{' '}
      <span className={styles.size}>{words.size(bytes)}</span>
    </li>
  );
}

function FileLinks({ number, files, words }: Omit<LinkProps, 'file'> & { files: readonly ReleaseFileRow[] }) {
  const links = (
    <ul className={styles.files}>
      {files.map((file) => (
        <FileLink key={file.name} number={number} file={file} words={words} />
      ))}
    </ul>
  );
  const many = files.length;
  return many > 2 ? <Details summary={<Trans>{many} tables</Trans>}>{links}</Details> : links;
}

function MeetingPacks({ number, packs }: { number: number; packs: ReleaseFiles['meetingPacks'] }) {
  const localise = useLocalised();
  return (
    <>
      <h3>
        <Trans>Papers for a meeting</Trans>
      </h3>
      <ul>
        {packs.map(({ audience, name, about }) => (
          <li key={audience}>
            <PackLinks name={localise(name)} addressIn={(language) => meetingPackAddress(number, audience, language)}>
              <Trans>{localise(name)} (PDF)</Trans>
            </PackLinks>
            . {localise(about)}
          </li>
        ))}
      </ul>
    </>
  );
}

const formats: readonly FileFormat[] = ['xlsx', 'csv', 'json-stat', 'px', 'json'];

function FileTable({ number, files }: { number: number; files: readonly ReleaseFileRow[] }) {
  const { t } = useLingui();
  const words = useFileWords();
  return (
    <Table
      caption={t`Files`}
      rows={formats.filter((format) => files.some((file) => file.format === format))}
      rowKey={(format) => format}
      columns={[
        { key: 'format', header: t`Format`, isRowHeader: true, cell: (format) => words[format].name },
        {
          key: 'files',
          header: t`File`,
          isRoomy: true,
          cell: (format) => (
            <FileLinks number={number} files={files.filter((file) => file.format === format)} words={words} />
          ),
        },
        { key: 'for', header: t`For what`, isRoomy: true, cell: (format) => words[format].isFor },
      ]}
    />
  );
}

/** What can be taken from a published release: papers, files, and what describes them. */
export function DownloadPart({ number }: { number: number }) {
  const problemWords = useProblemWords();
  const { files, failure } = useReleaseFiles(number);
  return (
    <div className={styles.downloads}>
      <Section
        id="files"
        title={<Trans>Take it with you</Trans>}
        lead={
          <Trans>
            Every file says the same, and hides the same. A figure that is not shown stands as two dots. The files never
            change.
          </Trans>
        }
      >
        {failure !== null && (
          <FaultNotice fault={problemWords(failure)} title={<Trans>The files could not be listed</Trans>} />
        )}
        {files !== null && (
          <>
            <MeetingPacks number={number} packs={files.meetingPacks} />
            <FileTable number={number} files={files.files} />
          </>
        )}
        <p>
          <DownloadLink href={releaseFileAddress(number, 'dcat.jsonld')}>
            <Trans>The release described for data portals (DCAT-AP, JSON-LD)</Trans>
          </DownloadLink>
        </p>
      </Section>
    </div>
  );
}

/** Where data portals find what is published; told to programs by the head of the page as well. */
export function CatalogueLink() {
  return (
    <>
      <link rel="alternate" type="application/ld+json" href={catalogueAddress} />
      <p>
        <DownloadLink href={catalogueAddress}>
          <Trans>All releases described for data portals (DCAT-AP, JSON-LD)</Trans>
        </DownloadLink>
      </p>
    </>
  );
}
