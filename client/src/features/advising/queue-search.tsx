import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './queue.module.css';

const longestSearch = 120;

/** Part of a firm's name. It stays on the page: names of firms have no place in an address. */
export function QueueSearch({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(search);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  const type = (text: string) => {
    setTyped(text);
    // Whoever empties the field, with the cross in it perhaps, wants everything back.
    if (text === '' && search !== '') onSearch('');
  };
  return (
    <form className={styles.searchForm} onSubmit={send}>
      <TextField
        name="search"
        type="search"
        label={t`Search for a firm`}
        autoComplete="off"
        maxLength={longestSearch}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Button type="submit" variant="secondary">
        <Trans>Search</Trans>
      </Button>
    </form>
  );
}
