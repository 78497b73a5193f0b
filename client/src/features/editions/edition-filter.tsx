import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { editionTimes } from '#shared/domain/edition/edition-time.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import type { Package } from './api.ts';
import { type EditionAddress, writeEditionAddress } from './edition-address.ts';
import styles from './editions.module.css';
import { useEditionWords } from './use-edition-words.ts';

type EditionFilterProps = { address: EditionAddress; packages: readonly Package[] };

function Tabs({ address }: Pick<EditionFilterProps, 'address'>) {
  const { t } = useLingui();
  const words = useEditionWords();
  const { isShort, time } = address;
  return (
    <nav aria-label={t`Groups by time`}>
      <ul className={styles.tabs}>
        {editionTimes.map((each) => (
          <li key={each}>
            <Link
              to={{ search: writeEditionAddress({ ...address, time: each, isShort: false }) }}
              aria-current={!isShort && each === time ? 'page' : undefined}
            >
              {words.time(each)}
            </Link>
          </li>
        ))}
        <li>
          <Link
            to={{ search: writeEditionAddress({ ...address, whose: 'own', isShort: true }) }}
            aria-current={isShort ? 'page' : undefined}
          >
            <Trans>Short of firms</Trans>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** What is shown, all of it in the address: which time, whose, and of which package. */
export function EditionFilter({ address, packages }: EditionFilterProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const navigate = useNavigate();
  const goTo = (changes: Partial<EditionAddress>) =>
    void navigate({ search: writeEditionAddress({ ...address, ...changes }) }, { preventScrollReset: true });
  const options = packages
    .map(({ code, name }) => ({ value: code, label: localise(name) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <>
      <Tabs address={address} />
      <div className={styles.tools}>
        <SelectField
          name="whose"
          label={t`Whose`}
          value={address.whose}
          options={[
            { value: 'own', label: t`Ours` },
            { value: 'all', label: t`All providers` },
          ]}
          onChange={({ target }) => goTo({ whose: target.value === 'all' ? 'all' : 'own' })}
        />
        <SelectField
          name="package"
          label={t`Package`}
          value={address.package ?? ''}
          placeholder={t`All packages`}
          options={options}
          onChange={({ target }) => goTo({ package: target.value === '' ? null : target.value })}
        />
      </div>
    </>
  );
}
