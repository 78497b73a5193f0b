import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { useLocalised } from '../../lib/use-language.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import type { Telling } from './load-telling.ts';
import styles from './releases.module.css';

/** Which release is looked at, kept in the address. */
export function ReleaseChoice({ releases, release }: Pick<Telling, 'releases' | 'release'>) {
  const { t } = useLingui();
  const localise = useLocalised();
  const [search, setSearch] = useSearchParams();
  const number = release?.number ?? 0;
  const choose = (chosen: string) => {
    const next = new URLSearchParams(search);
    next.set('release', chosen);
    setSearch(next, { preventScrollReset: true });
  };
  return (
    <div className={styles.choice}>
      <SelectField
        name="release"
        label={t`Release`}
        value={String(number)}
        options={releases.map((each) => ({
          value: String(each.number),
          label: `${each.number}: ${localise(each.name)}`,
        }))}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
    </div>
  );
}
