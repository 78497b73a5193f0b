import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Link } from '../../ui/link/link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { itemOfIssue } from './issue-place.ts';
import { useDirectEdit } from './use-direct-edit.ts';

type ItemsProps = { section: string; items: readonly ItemSource[] };

/** The codes with the one at `index` moved by one place; the same when it is at the end already. */
function moved(codes: readonly string[], index: number, by: -1 | 1): string[] {
  const order = [...codes];
  const [code] = order.splice(index, 1);
  if (code !== undefined) order.splice(index + by, 0, code);
  return order;
}

function RemoveDialog({
  item,
  onRemove,
  onClose,
}: {
  item: ItemSource | null;
  onRemove: () => void;
  onClose: () => void;
}) {
  const code = item?.code ?? '';
  return (
    <Dialog
      isOpen={item !== null}
      onClose={onClose}
      title={<Trans>Take away {code}?</Trans>}
      actions={
        <Button variant="danger" onClick={onRemove}>
          <Trans>Take away the question</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          It goes from this draft only. Published versions keep it, with every answer given. Its code can not be used
          for another question.
        </Trans>
      </p>
    </Dialog>
  );
}

type RowProps = { section: string; item: ItemSource; isFirst: boolean; isLast: boolean; isBusy: boolean };
type RowActions = { onMove: (by: -1 | 1) => void; onRemove: () => void };

function ItemRow({ section, item, isFirst, isLast, isBusy, onMove, onRemove }: RowProps & RowActions) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { hrefs, issues } = useEditing();
  const { code } = item;
  const faults = issues.filter((issue) => itemOfIssue(issue) === code);
  return (
    <li className={styles.row}>
      <span>
        <Link to={hrefs.item(section, code)}>
          {code} {localise(item.question)}
        </Link>
        {faults.length > 0 && (
          <span className={styles.warn}>
            {' '}
            <Trans>{faults.length} to mend</Trans>
          </span>
        )}
      </span>
      <span className={styles.checks}>
        <Button
          variant="quiet"
          isBusy={isBusy}
          isUnavailable={isFirst}
          onClick={() => onMove(-1)}
          aria-label={t`Move ${code} up`}
        >
          <Trans>Up</Trans>
        </Button>
        <Button
          variant="quiet"
          isBusy={isBusy}
          isUnavailable={isLast}
          onClick={() => onMove(1)}
          aria-label={t`Move ${code} down`}
        >
          <Trans>Down</Trans>
        </Button>
        <Button variant="quiet" isBusy={isBusy} onClick={onRemove} aria-label={t`Take away ${code}`}>
          <Trans>Take away</Trans>
        </Button>
      </span>
    </li>
  );
}

/** Moving and taking away, and what came of the last of them. */
function useItemEdits({ section, items }: ItemsProps) {
  const { t } = useLingui();
  const { isBusy, fault, conflict, make } = useDirectEdit();
  const [news, setNews] = useState('');
  const [taken, setTaken] = useState<ItemSource>();
  const list = useRef<HTMLOListElement>(null);
  const focusAfter = useFocusAfter();
  const codes = items.map(({ code }) => code);
  const change = (edit: DraftEdit, words: string, whenSettled?: () => void) => {
    setNews('');
    make(edit, (isDone) => {
      if (isDone) setNews(words);
      whenSettled?.();
    });
  };
  const move = (code: string, by: -1 | 1) => {
    const index = codes.indexOf(code);
    const place = index + by + 1;
    change({ kind: 'order', section, codes: moved(codes, index, by) }, t`${code} is now number ${place}.`);
  };
  const remove = (code: string) => {
    const index = codes.indexOf(code);
    const nextRow = () => {
      const rows = [...(list.current?.querySelectorAll('a') ?? [])];
      return rows[index] ?? rows.at(-1) ?? list.current;
    };
    setTaken(items[index]);
    change({ kind: 'remove-item', section, code }, t`Taken away.`, () => focusAfter(nextRow));
  };
  const putBack = (item: ItemSource) => {
    const lastRow = () => [...(list.current?.querySelectorAll('a') ?? [])].at(-1) ?? list.current;
    change({ kind: 'new-item', section, item }, t`${item.code} is back, last in the list.`, () => focusAfter(lastRow));
  };
  const gone = taken !== undefined && !codes.includes(taken.code) ? taken : undefined;
  return { isBusy, fault, news: conflict ?? news, list, move, remove, gone, putBack };
}

/** The questions of a section in their order. */
export function SectionItems({ section, items }: ItemsProps) {
  const { hrefs } = useEditing();
  const { isBusy, fault, news, list, move, remove, gone, putBack } = useItemEdits({ section, items });
  const [asked, setAsked] = useState<ItemSource | null>(null);
  const removeAsked = () => {
    if (asked !== null) remove(asked.code);
    setAsked(null);
  };
  return (
    <>
      <ol ref={list} tabIndex={-1} className={styles.list}>
        {items.map((item, index) => (
          <ItemRow
            key={item.code}
            section={section}
            item={item}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            isBusy={isBusy}
            onMove={(by) => move(item.code, by)}
            onRemove={() => setAsked(item)}
          />
        ))}
      </ol>
      <FaultNotice fault={fault} />
      <div role="status">
        {news !== '' && (
          <Notice>
            <p>{news}</p>
          </Notice>
        )}
      </div>
      {gone !== undefined && (
        <p>
          <Button variant="secondary" isBusy={isBusy} onClick={() => putBack(gone)}>
            <Trans>Put {gone.code} back</Trans>
          </Button>
        </p>
      )}
      <p>
        <ButtonLink variant="secondary" to={hrefs.newItem(section)}>
          <Trans>Add a question</Trans>
        </ButtonLink>
      </p>
      <RemoveDialog item={asked} onRemove={removeAsked} onClose={() => setAsked(null)} />
    </>
  );
}
