import { useLingui } from '@lingui/react/macro';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import { Shortcuts } from '../../ui/shortcuts/shortcuts.tsx';
import { type QueueSight, rowLinkId } from './queue-cells.tsx';
import type { Target } from './referral-action.ts';
import { rowKey } from './use-queue-list.ts';

type QueueShortcutsProps = {
  rows: readonly QueueRow[];
  /** What can be chosen of them. */
  targets: readonly Target[];
  sight: QueueSight;
};

const linkOf = (row: QueueRow): HTMLElement | null => document.getElementById(rowLinkId(row));

const show = (link: HTMLElement | null) => link?.scrollIntoView?.({ block: 'nearest' });

/** Where in the list the focus is; -1 outside it. */
function currentIn(rows: readonly QueueRow[]): number {
  const focused = document.activeElement;
  return rows.findIndex((row) => focused !== null && linkOf(row)?.closest('tr, li')?.contains(focused));
}

/** The queue by single keys. The focus shows where one is, so that nothing else needs to. */
export function QueueShortcuts({ rows, targets, sight }: QueueShortcutsProps) {
  const { t } = useLingui();
  const move = (by: number) => {
    const at = currentIn(rows);
    const to = rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
    const link = to === undefined ? null : linkOf(to);
    link?.focus({ preventScroll: true });
    show(link);
  };
  const choose = () => {
    const row = rows[currentIn(rows)];
    if (row === undefined || !targets.some(({ key }) => key === rowKey(row))) return;
    sight.onChoose(rowKey(row), !sight.chosen.has(rowKey(row)));
    // What can be done comes up from below.
    requestAnimationFrame(() => show(linkOf(row)));
  };
  const toActions = () => {
    if (sight.chosen.size > 0) sight.onGoToActions();
  };
  return (
    <Shortcuts
      shortcuts={[
        { keys: ['j'], shownAs: 'J', label: t`Next row`, act: () => move(1), mayRepeat: true },
        { keys: ['k'], shownAs: 'K', label: t`Previous row`, act: () => move(-1), mayRepeat: true },
        { keys: ['x'], shownAs: 'X', label: t`Choose the row, or let go of it`, act: choose },
        { keys: [], shownAs: 'Enter', label: t`Open the firm` },
        { keys: ['g'], shownAs: 'G', label: t`To what you can do with those chosen`, act: toActions },
      ]}
    />
  );
}
