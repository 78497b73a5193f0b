import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useRef, useState } from 'react';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { keepViews, readSavedViews, type SavedView, type ViewFault, withView } from './kept-views.ts';
import styles from './queue.module.css';

function SaveForm({ fault, onSave }: { fault: string | undefined; onSave: (name: string) => boolean }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (onSave(name)) setName('');
  };
  return (
    <form className={styles.searchForm} noValidate onSubmit={save}>
      <TextField
        name="view-name"
        label={t`Name of the view`}
        hint={t`What is filtered and ordered as now, without what is searched for. It is kept in this browser only; do not write the name of a firm.`}
        autoComplete="off"
        value={name}
        error={fault}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="secondary">
        <Trans>Save the view</Trans>
      </Button>
    </form>
  );
}

function ViewList({ views, onRemove }: { views: readonly SavedView[]; onRemove: (name: string) => void }) {
  const { t } = useLingui();
  return (
    <ul className={styles.saved} aria-label={t`Saved views`}>
      {views.map(({ name, search }) => (
        <li key={name}>
          <Link to={{ search }}>{name}</Link>{' '}
          <Button variant="quiet" aria-label={t`Remove the view ${name}`} onClick={() => onRemove(name)}>
            <Trans>Remove</Trans>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Addresses that a person comes back to, by names of their own. `search` is the present one, the part after `?`. */
export function SavedViews({ search }: { search: string }) {
  const { t } = useLingui();
  const [views, setViews] = useState(readSavedViews);
  const [fault, setFault] = useState<ViewFault>();
  const [said, setSaid] = useState('');
  const focusAfter = useFocusAfter();
  const body = useRef<HTMLDivElement>(null);
  const faultWords: Record<ViewFault, string> = {
    name: t`Write a name for the view, at most 60 characters.`,
    full: t`There are 30 views already. Remove one first.`,
  };
  const keep = (next: SavedView[]) => {
    keepViews(next);
    setViews(next);
  };
  const save = (name: string): boolean => {
    const next = withView(views, { name, search });
    const hasFault = typeof next === 'string';
    setFault(hasFault ? next : undefined);
    if (hasFault) {
      focusAfter(() => body.current?.querySelector('input'));
      return false;
    }
    keep(next);
    setSaid(t`The view ${name} is saved.`);
    return true;
  };
  const remove = (name: string) => {
    keep(views.filter((view) => view.name !== name));
    setSaid(t`The view ${name} is removed.`);
    focusAfter(() => body.current);
  };
  return (
    <div ref={body} tabIndex={-1} className={styles.savedBody}>
      {views.length > 0 && <ViewList views={views} onRemove={remove} />}
      <Details summary={<Trans>Save this view</Trans>}>
        <SaveForm fault={fault === undefined ? undefined : faultWords[fault]} onSave={save} />
      </Details>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}
