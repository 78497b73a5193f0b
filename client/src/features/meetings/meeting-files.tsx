import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Meeting, MeetingFile } from '#shared/contracts/meetings.ts';
import { fileTypes, largestFileBytes, mostFiles } from '#shared/domain/meeting/file-name.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { FileField } from '../../ui/field/file-field.tsx';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { RecordList } from '../../ui/record/record.tsx';
import { fileHref, type MeetingPlace, sendFile, sendFileRemoval } from './api.ts';
import { useMeetingWords } from './use-meeting-words.ts';

const accepted = Object.keys(fileTypes)
  .map((ending) => `.${ending}`)
  .join(',');

type FilesProps = { meeting: Meeting; place: MeetingPlace; onChange: (meeting: Meeting) => void };

function useFiles({ place, onChange }: FilesProps) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const adding = useAction(words.problem);
  const removing = useAction(words.problem);
  const done = useDone();
  const [tooLarge, setTooLarge] = useState(false);
  const add = (file: File) => {
    const { name } = file;
    setTooLarge(file.size > largestFileBytes);
    if (file.size > largestFileBytes) return;
    adding.run(async () => {
      onChange(await sendFile(place, file));
      done.say(t`${name} is added. The firm sees it, too.`);
    });
  };
  const remove = async ({ meetingFileId }: MeetingFile) => onChange(await sendFileRemoval({ ...place, meetingFileId }));
  return { adding, removing, done, tooLarge, add, remove };
}

/** What belongs to the meeting on paper. */
export function MeetingFiles(props: FilesProps) {
  const { t } = useLingui();
  const { meeting, place } = props;
  const words = useMeetingWords();
  const { adding, removing, done, tooLarge, add, remove } = useFiles(props);
  const [asked, setAsked] = useState<MeetingFile | null>(null);
  const askedName = asked?.name ?? '';
  return (
    <Section title={<Trans>Files of the meeting</Trans>}>
      <DoneNotice done={done} />
      {meeting.files.length === 0 ? (
        <EmptyState title={<Trans>No files</Trans>} />
      ) : (
        <RecordList>
          {meeting.files.map((file) => {
            const { name } = file;
            return (
              <li key={file.meetingFileId}>
                <DownloadLink href={fileHref(place, file.meetingFileId)}>{name}</DownloadLink> ({words.size(file.bytes)}
                ){' '}
                <Button variant="quiet" aria-label={t`Remove ${name}`} onClick={() => setAsked(file)}>
                  <Trans>Remove</Trans>
                </Button>
              </li>
            );
          })}
        </RecordList>
      )}
      {meeting.files.length < mostFiles && (
        <FileField
          name="meeting-file"
          label={t`Add a file`}
          hint={t`PDF, PNG, JPG, DOCX or XLSX, at most 5 MB. Files are not searched for viruses. The firm sees them.`}
          accept={accepted}
          isBusy={adding.isBusy}
          error={tooLarge ? t`The file is larger than 5 MB.` : adding.fault}
          onFile={add}
        />
      )}
      <ActionDialog
        isOpen={asked !== null}
        title={t`Remove ${askedName}?`}
        confirm={<Trans>Remove the file</Trans>}
        action={removing}
        onConfirm={async () => {
          if (asked !== null) await remove(asked);
        }}
        onClose={() => setAsked(null)}
        onDone={() => done.say(t`The file is removed.`)}
      >
        <p>
          <Trans>It goes for the firm as well, and cannot be brought back.</Trans>
        </p>
      </ActionDialog>
    </Section>
  );
}
