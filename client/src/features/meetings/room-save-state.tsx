import { Trans } from '@lingui/react/macro';
import { formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import styles from './room.module.css';
import { useMeetingWords } from './use-meeting-words.ts';
import type { RoomSave, useRoom } from './use-room.ts';

function Words({ save }: { save: RoomSave }) {
  const language = useLanguage();
  const words = useMeetingWords();
  switch (save.kind) {
    case 'unchanged':
      return <Trans>Everything is saved as you write.</Trans>;
    case 'saving':
      return <Trans>Saving …</Trans>;
    case 'saved': {
      const time = formatTime(save.at, language);
      return <Trans>Saved at {time}</Trans>;
    }
    case 'no-reply':
      return <Trans>Not saved: the server does not reply. It is tried again. Stay on the page.</Trans>;
    case 'day-unfit':
      return <Trans>Not saved: the day of a step must be another. It is marked below.</Trans>;
    case 'refused':
      return (
        <>
          <Trans>Not saved.</Trans> {words.problem(save.failure)}
        </>
      );
    case 'elsewhere':
      return <Trans>Not saved: another screen has changed the steps.</Trans>;
  }
}

/** Says where what stands on the screen is, and lets the two decide when two screens say different things. */
export function RoomSaveState({ room }: { room: ReturnType<typeof useRoom> }) {
  const { save, resolve, retry } = room;
  const isUnsaved = save.kind !== 'unchanged' && save.kind !== 'saving' && save.kind !== 'saved';
  return (
    <>
      <p role="status" className={styles.save} data-unsaved={isUnsaved || undefined}>
        <Words save={save} />
      </p>
      {(save.kind === 'no-reply' || save.kind === 'refused') && (
        <p>
          <Button variant="secondary" onClick={retry}>
            <Trans>Try now</Trans>
          </Button>
        </p>
      )}
      {save.kind === 'elsewhere' && (
        <Notice tone="warning" role="alert" title={<Trans>Two screens say different things</Trans>}>
          <ol>
            {save.theirs.steps.map(({ key, what }) => (
              <li key={key}>{what}</li>
            ))}
          </ol>
          <ButtonRow>
            <Button onClick={() => resolve(save.theirs, false)}>
              <Trans>Take these from the other screen</Trans>
            </Button>
            <Button variant="secondary" onClick={() => resolve(save.theirs, true)}>
              <Trans>Keep what stands here</Trans>
            </Button>
          </ButtonRow>
        </Notice>
      )}
    </>
  );
}
