import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import styles from './planning.module.css';

export type NamedFirm = { firmId: string; name: string };
type Kind = 'together' | 'apart';
type Pair = [string, string];

type PairsFieldProps = {
  firms: readonly NamedFirm[];
  together: readonly Pair[];
  apart: readonly Pair[];
  onChange: (kind: Kind, pairs: Pair[]) => void;
};

/** Firms that are to be in the same groups, and such that are not to meet. */
export function PairsField({ firms, together, apart, onChange }: PairsFieldProps) {
  const { t } = useLingui();
  const [kind, setKind] = useState<Kind>('apart');
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const named = [...firms].sort((first, second) => first.name.localeCompare(second.name, 'sv'));
  const nameOf = (firmId: string) => firms.find((firm) => firm.firmId === firmId)?.name ?? '';
  const options = named.map(({ firmId, name }) => ({ value: firmId, label: name }));
  const pairsOf = (of: Kind) => (of === 'together' ? together : apart);
  const canAdd = one !== '' && other !== '' && one !== other;
  const add = () => {
    onChange(kind, [...pairsOf(kind), [one, other]]);
    setOne('');
    setOther('');
  };
  const rows = (['together', 'apart'] as const).flatMap((of) =>
    pairsOf(of).map((pair, index) => ({ of, pair, index })),
  );
  return (
    <div>
      <div className={styles.fields}>
        <SelectField
          name="pair-kind"
          label={t`Two firms`}
          value={kind}
          options={[
            { value: 'apart', label: t`are not to meet (competitors, for example)` },
            { value: 'together', label: t`are to be together` },
          ]}
          onChange={(event) => setKind(event.currentTarget.value === 'together' ? 'together' : 'apart')}
        />
        <SelectField
          name="pair-one"
          label={t`The first`}
          placeholder={t`Choose a firm`}
          value={one}
          options={options}
          onChange={(event) => setOne(event.currentTarget.value)}
        />
        <SelectField
          name="pair-other"
          label={t`The second`}
          placeholder={t`Choose a firm`}
          value={other}
          options={options}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
      </div>
      <Button variant="secondary" isUnavailable={!canAdd} onClick={add}>
        <Trans>Add</Trans>
      </Button>
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map(({ of, pair: [first, second], index }) => (
            <li key={`${of} ${first} ${second}`} className={styles.listRow}>
              <span>
                {of === 'together' ? (
                  <Trans>
                    {nameOf(first)} and {nameOf(second)} are to be together
                  </Trans>
                ) : (
                  <Trans>
                    {nameOf(first)} and {nameOf(second)} are not to meet
                  </Trans>
                )}
              </span>
              <Button
                variant="quiet"
                aria-label={t`Remove: ${nameOf(first)} and ${nameOf(second)}`}
                onClick={() =>
                  onChange(
                    of,
                    pairsOf(of).filter((_, place) => place !== index),
                  )
                }
              >
                <Trans>Remove</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
