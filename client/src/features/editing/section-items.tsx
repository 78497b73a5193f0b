import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { FaultNotice } from './fault-notice.tsx';
import { useAction } from './use-action.ts';

type ItemsProps = { section: string; items: readonly ItemSource[] };

/** The codes with the one at `index` moved by one place; the same when it is at the end already. */
function moved(codes: readonly string[], index: number, by: -1 | 1): string[] {
  const order = [...codes];
  const [code] = order.splice(index, 1);
  if (code !== undefined) order.splice(index + by, 0, code);
  return order;
}

function useSectionEdits() {
  const { t } = useLingui();
  const { send, reload } = useEditing();
  const { isBusy, fault, run } = useAction();
  const [news, setNews] = useState('');
  const change = (edit: DraftEdit, seen: unknown, said: string) =>
    run(async () => {
      setNews('');
      const sent = await send(edit, seen);
      if (!sent.ok) await reload();
      setNews(sent.ok ? said : t`${sent.conflict.changedBy} has changed the same place. Nothing was done; look again.`);
    });
  return { isBusy, fault, news, change };
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
  const faults = issues.filter(
    ({ path }) => path === code || path.startsWith(`${code}.`) || path.startsWith(`${code}/`),
  );
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

/** The questions of a section in their order. */
export function SectionItems({ section, items }: ItemsProps) {
  const { t } = useLingui();
  const { hrefs } = useEditing();
  const { isBusy, fault, news, change } = useSectionEdits();
  const [removed, setRemoved] = useState<ItemSource | null>(null);
  const codes = items.map(({ code }) => code);
  const move = (code: string, index: number, by: -1 | 1) => {
    const place = index + by + 1;
    change({ kind: 'order', section, codes: moved(codes, index, by) }, codes, t`${code} is now number ${place}.`);
  };
  const remove = () => {
    if (removed !== null) change({ kind: 'remove-item', section, code: removed.code }, removed, t`Taken away.`);
    setRemoved(null);
  };
  return (
    <>
      <ol className={styles.list}>
        {items.map((item, index) => (
          <ItemRow
            key={item.code}
            section={section}
            item={item}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            isBusy={isBusy}
            onMove={(by) => move(item.code, index, by)}
            onRemove={() => setRemoved(item)}
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
      <p>
        <ButtonLink variant="secondary" to={hrefs.newItem(section)}>
          <Trans>Add a question</Trans>
        </ButtonLink>
      </p>
      <RemoveDialog item={removed} onRemove={remove} onClose={() => setRemoved(null)} />
    </>
  );
}
