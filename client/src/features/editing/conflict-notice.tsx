import { Trans } from '@lingui/react/macro';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './editing.module.css';
import type { PlaceConflict } from './use-place.ts';

type Difference = { readonly place: string; readonly mine: string; readonly theirs: string };

function leaves(value: unknown, place = ''): [string, string][] {
  if (value === null || typeof value !== 'object') return [[place, String(value ?? '')]];
  return Object.entries(value).flatMap(([name, part]) => leaves(part, place === '' ? name : `${place}.${name}`));
}

function differences(mine: unknown, theirs: unknown): Difference[] {
  const ours = new Map(leaves(mine));
  const others = new Map(leaves(theirs));
  return [...new Set([...ours.keys(), ...others.keys()])]
    .map((place) => ({ place, mine: ours.get(place) ?? '', theirs: others.get(place) ?? '' }))
    .filter((difference) => difference.mine !== difference.theirs);
}

/** What an edit wants to put at its place. */
function contentOf(edit: DraftEdit): unknown {
  if ('item' in edit) return edit.item;
  if ('head' in edit) return edit.head;
  if ('value' in edit) return edit.value;
  return 'codes' in edit ? edit.codes : null;
}

export type ConflictNoticeProps = {
  conflict: PlaceConflict;
  caption: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

function BothTexts({ conflict, caption, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
  const words = (text: string) => <span className={styles.words}>{text}</span>;
  return (
    <>
      <Table
        caption={caption}
        rows={differences(contentOf(conflict.mine), conflict.current)}
        rowKey={({ place }) => place}
        columns={[
          { key: 'place', header: <Trans>Where</Trans>, cell: ({ place }) => place, isRowHeader: true },
          { key: 'mine', header: <Trans>Yours</Trans>, cell: ({ mine }) => words(mine) },
          { key: 'theirs', header: <Trans>Theirs</Trans>, cell: ({ theirs }) => words(theirs) },
        ]}
      />
      <ButtonRow>
        <Button onClick={onKeepMine}>
          <Trans>Save mine over theirs</Trans>
        </Button>
        <Button variant="secondary" onClick={onTakeTheirs}>
          <Trans>Take theirs</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}

/** Both texts beside each other, where somebody else was at the same place. Nothing is overwritten unseen. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { changedBy, current } = props.conflict;
  return (
    <Notice tone="warning" role="alert" title={<Trans>{changedBy} has changed the same place meanwhile</Trans>}>
      {current === null ? (
        <p>
          <Trans>It has been taken away. What you wrote is still in the fields.</Trans>
        </p>
      ) : (
        <BothTexts {...props} />
      )}
    </Notice>
  );
}
