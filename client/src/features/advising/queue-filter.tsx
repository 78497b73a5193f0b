import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { queueOrders } from '#shared/contracts/advisor-queue.ts';
import { branches, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { SelectField, type SelectOption } from '../../ui/field/select-field.tsx';
import styles from './queue.module.css';
import { countFilters, firmCounties, type QueueAddress } from './queue-address.ts';
import { useQueueWords } from './use-queue-words.ts';

export type QueueFilterProps = {
  address: QueueAddress;
  packages: readonly SelectOption[];
  onChange: (address: QueueAddress) => void;
  onClear: () => void;
  onOpen: () => void;
};

type Several = 'county' | 'branch' | 'size';

/** One question of which several answers may be ticked; none ticked is all of them. */
function Choices<Name extends Several>(props: {
  name: Name;
  legend: string;
  values: readonly QueueAddress[Name][number][];
  wordOf: (value: QueueAddress[Name][number]) => string;
  address: QueueAddress;
  onChange: (address: QueueAddress) => void;
}) {
  const { name, legend, values, wordOf, address, onChange } = props;
  type Value = QueueAddress[Name][number];
  const options = values.map((value) => ({ value, label: wordOf(value) }));
  const chosen: readonly Value[] = address[name];
  return (
    <CheckboxGroup<Value>
      name={name}
      legend={legend}
      options={options}
      value={chosen}
      onToggle={(value) => onChange({ ...address, [name]: toggled(options, chosen, value) })}
    />
  );
}

function PackageChoice({ address, packages, onChange }: Omit<QueueFilterProps, 'onClear' | 'onOpen'>) {
  const { t } = useLingui();
  const [first = '', ...others] = address.package;
  // An address that was written by hand may name several.
  const several = others.length > 0 ? [{ value: address.package.join(','), label: t`Several packages` }] : [];
  return (
    <SelectField
      name="package"
      label={t`Package`}
      value={others.length > 0 ? address.package.join(',') : first}
      options={[{ value: '', label: t`All packages` }, ...several, ...packages]}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...address, package: value === '' ? [] : value.split(',') })
      }
    />
  );
}

function AssignedChoice({ address, onChange }: Pick<QueueFilterProps, 'address' | 'onChange'>) {
  const { t } = useLingui();
  const chosen = { me: 'me', nobody: 'nobody' } as const;
  return (
    <SelectField
      name="assigned"
      label={t`Looked after by`}
      value={address.assigned ?? ''}
      options={[
        { value: '', label: t`Anybody` },
        { value: 'me', label: t`Me` },
        { value: 'nobody', label: t`Nobody` },
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...address, assigned: chosen[value as keyof typeof chosen] ?? null })
      }
    />
  );
}

export function OrderChoice({ address, onChange }: Pick<QueueFilterProps, 'address' | 'onChange'>) {
  const { t } = useLingui();
  const words = useQueueWords();
  return (
    <SelectField
      name="order"
      label={t`Order`}
      value={address.order}
      options={queueOrders.map((value) => ({ value, label: words.order(value) }))}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...address, order: queueOrders.find((order) => order === value) ?? address.order })
      }
    />
  );
}

/** Which rows are shown, as the address says; how many filters there are in force; and the way to be rid of them. */
export function QueueFilter({ address, packages, onChange, onClear, onOpen }: QueueFilterProps) {
  const { t } = useLingui();
  const words = useQueueWords();
  const inForce = countFilters(address);
  const shared = { address, onChange };
  const filter = useRef<HTMLDivElement>(null);
  const clear = () => {
    onClear();
    filter.current?.querySelector('summary')?.focus();
  };
  return (
    <div ref={filter} className={styles.filter}>
      <Details
        onOpen={onOpen}
        summary={
          <>
            <Trans>Filter</Trans> {inForce > 0 && <Plural value={inForce} one="(# in force)" other="(# in force)" />}
          </>
        }
      >
        <div className={styles.choices}>
          <PackageChoice {...shared} packages={packages} />
          <AssignedChoice {...shared} />
          <Choices {...shared} name="county" legend={t`County`} values={firmCounties} wordOf={words.county} />
          <Choices {...shared} name="size" legend={t`Size`} values={sizeClasses} wordOf={words.size} />
          <Choices {...shared} name="branch" legend={t`Industry`} values={branches} wordOf={words.branch} />
        </div>
        <p>
          <Trans>A firm that does not share its results is left out by county, size and industry.</Trans>
        </p>
      </Details>
      {inForce > 0 && (
        <Button variant="quiet" onClick={clear}>
          <Trans>Clear the filters</Trans>
        </Button>
      )}
    </div>
  );
}
