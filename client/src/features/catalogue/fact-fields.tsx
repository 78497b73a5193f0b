import { useLingui } from '@lingui/react/macro';
import { branches, chainRoles, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import type { RoutingFact } from '#shared/domain/routing/routing-condition.ts';
import { profileFlags, profileNumbers } from '#shared/domain/routing/routing-condition.ts';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import styles from './catalogue.module.css';
import { useNames } from './catalogue-context.tsx';
import { useFlagWords, useNumberWords } from './use-condition-words.ts';
import { useFirsts } from './use-firsts.ts';
import { WholeNumberField } from './whole-number-field.tsx';

type Fact<Key extends string> = Extract<RoutingFact, Record<Key, unknown>>;
type FactProps<F> = { name: string; fact: F; onChange: (fact: RoutingFact) => void };

type ManyProps<Code extends string> = {
  name: string;
  legend: string;
  codes: readonly Code[];
  nameOf: (code: Code) => string;
  chosen: readonly Code[];
  onChange: (chosen: Code[]) => void;
};

/** Several of a list. None can be ticked for a moment, but not be stored. */
function Many<Code extends string>({ name, legend, codes, nameOf, chosen, onChange }: ManyProps<Code>) {
  const { t } = useLingui();
  const options = codes.map((value) => ({ value, label: nameOf(value) }));
  return (
    <CheckboxGroup
      name={name}
      legend={legend}
      layout="inline"
      options={options}
      value={chosen}
      onToggle={(code) => onChange(toggled(options, chosen, code))}
      error={chosen.length === 0 ? t`Choose at least one.` : undefined}
    />
  );
}

function Bands({
  name,
  chosen,
  onChange,
}: {
  name: string;
  chosen: readonly string[];
  onChange: (bands: string[]) => void;
}) {
  const { t } = useLingui();
  const names = useNames();
  return (
    <Many
      name={`${name}.bands`}
      legend={t`How far the firm has come`}
      codes={names.bands}
      nameOf={names.band}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

type OneProps = {
  name: string;
  label: string;
  codes: readonly string[];
  nameOf: (code: string) => string;
  value: string;
  onChange: (code: string) => void;
};

function One({ name, label, codes, nameOf, value, onChange }: OneProps) {
  const all = [...new Set([...codes, value])];
  return (
    <SelectField
      name={name}
      label={label}
      options={all.map((code) => ({ value: code, label: nameOf(code) }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const levels = [0, 1, 2, 3, 4].map(String);

function ItemFact({ name, fact, onChange }: FactProps<Fact<'item'>>) {
  const { t } = useLingui();
  const names = useNames();
  const { items } = useFirsts();
  const [side, level] = 'atMost' in fact ? (['atMost', fact.atMost] as const) : (['atLeast', fact.atLeast] as const);
  const build = (item: string, of: string, points: number): RoutingFact =>
    of === 'atMost' ? { item, atMost: points } : { item, atLeast: points };
  return (
    <>
      <One
        name={`${name}.item`}
        label={t`Question`}
        codes={items}
        nameOf={(code) => `${code} ${names.question(code)}`}
        value={fact.item}
        onChange={(item) => onChange(build(item, side, level))}
      />
      <div className={styles.pair}>
        <One
          name={`${name}.side`}
          label={t`The answer is`}
          codes={['atMost', 'atLeast']}
          nameOf={(code) => (code === 'atMost' ? t`at most level` : t`at least level`)}
          value={side}
          onChange={(of) => onChange(build(fact.item, of, level))}
        />
        <One
          name={`${name}.level`}
          label={t`Level`}
          codes={levels}
          nameOf={(code) => code}
          value={String(level)}
          onChange={(code) => onChange(build(fact.item, side, Number(code)))}
        />
      </div>
    </>
  );
}

function NumberFact({ name, fact, onChange }: FactProps<Fact<'number'>>) {
  const { t } = useLingui();
  const words = useNumberWords();
  const [side, value] = 'above' in fact ? (['above', fact.above] as const) : (['below', fact.below] as const);
  const build = (number: string, of: string, per: number): RoutingFact => {
    const which = number as (typeof profileNumbers)[number];
    return of === 'above' ? { number: which, above: per } : { number: which, below: per };
  };
  return (
    <>
      <One
        name={`${name}.number`}
        label={t`Share`}
        codes={profileNumbers}
        nameOf={(code) => words[code as keyof typeof words]}
        value={fact.number}
        onChange={(number) => onChange(build(number, side, value))}
      />
      <div className={styles.pair}>
        <One
          name={`${name}.side`}
          label={t`The share is`}
          codes={['above', 'below']}
          nameOf={(code) => (code === 'above' ? t`more than` : t`less than`)}
          value={side}
          onChange={(of) => onChange(build(fact.number, of, value))}
        />
        <WholeNumberField
          name={`${name}.value`}
          label={t`Per cent`}
          value={value}
          onChange={(per) => onChange(build(fact.number, side, per ?? 0))}
        />
      </div>
    </>
  );
}

function AreaFact({ name, fact, onChange }: FactProps<Fact<'dimension'> | Fact<'wish'> | Fact<'importance'>>) {
  const { t } = useLingui();
  const names = useNames();
  const { dimensions, wishes } = useFirsts();
  const area = 'dimension' in fact ? fact.dimension : 'wish' in fact ? fact.wish : fact.importance;
  const withArea = (code: string): RoutingFact => {
    if ('dimension' in fact) return { ...fact, dimension: code };
    return 'wish' in fact ? { ...fact, wish: code } : { ...fact, importance: code };
  };
  return (
    <>
      <One
        name={`${name}.area`}
        label={t`Area`}
        codes={dimensions}
        nameOf={(code) => `${code} ${names.dimension(code)}`}
        value={area}
        onChange={(code) => onChange(withArea(code))}
      />
      {'dimension' in fact && <Bands name={name} chosen={fact.band} onChange={(band) => onChange({ ...fact, band })} />}
      {'wish' in fact && (
        <Many
          name={`${name}.wishes`}
          legend={t`The firm’s answer on support`}
          codes={wishes}
          nameOf={(code) => names.wish(code).replace(/,$/, '')}
          chosen={fact.is}
          onChange={(is) => onChange({ ...fact, is })}
        />
      )}
      {'importance' in fact && (
        <One
          name={`${name}.least`}
          label={t`At least, of 4`}
          codes={levels}
          nameOf={(code) => code}
          value={String(fact.atLeast)}
          onChange={(code) => onChange({ ...fact, atLeast: Number(code) })}
        />
      )}
    </>
  );
}

function SeveralFact({ name, fact, onChange }: FactProps<Fact<'meanOf'> | Fact<'everyOf'>>) {
  const { t } = useLingui();
  const names = useNames();
  const { dimensions } = useFirsts();
  const chosen = 'meanOf' in fact ? fact.meanOf : fact.everyOf;
  const change = (codes: string[]) =>
    onChange('meanOf' in fact ? { ...fact, meanOf: codes } : { ...fact, everyOf: codes });
  return (
    <>
      <Many
        name={`${name}.areas`}
        legend={t`Areas`}
        codes={dimensions}
        nameOf={names.dimension}
        chosen={chosen}
        onChange={change}
      />
      {'meanOf' in fact && (
        <WholeNumberField
          name={`${name}.scored`}
          label={t`How many of them must have a level`}
          value={fact.minimumScored}
          onChange={(least) => onChange({ ...fact, minimumScored: Math.max(1, least ?? 1) })}
        />
      )}
      <Bands name={name} chosen={fact.band} onChange={(band) => onChange({ ...fact, band })} />
    </>
  );
}

function GapFact({ name, fact, onChange }: FactProps<Fact<'gap'>>) {
  const { t } = useLingui();
  const names = useNames();
  const { gaps } = useFirsts();
  return (
    <>
      <One
        name={`${name}.gap`}
        label={t`Between`}
        codes={gaps}
        nameOf={names.gap}
        value={fact.gap}
        onChange={(gap) => onChange({ ...fact, gap })}
      />
      <WholeNumberField
        name={`${name}.steps`}
        label={t`At least so many steps`}
        value={fact.atLeast}
        onChange={(least) => onChange({ ...fact, atLeast: least ?? 1 })}
      />
    </>
  );
}

function FlagFact({ name, fact, onChange }: FactProps<Fact<'flag'>>) {
  const { t } = useLingui();
  const words = useFlagWords();
  return (
    <div className={styles.pair}>
      <One
        name={`${name}.flag`}
        label={t`What`}
        codes={profileFlags}
        nameOf={(code) => words[code as keyof typeof words]}
        value={fact.flag}
        onChange={(flag) => onChange({ ...fact, flag: flag as typeof fact.flag })}
      />
      <One
        name={`${name}.is`}
        label={t`It`}
        codes={['yes', 'no']}
        nameOf={(code) => (code === 'yes' ? t`holds` : t`does not hold`)}
        value={fact.is ? 'yes' : 'no'}
        onChange={(code) => onChange({ ...fact, is: code === 'yes' })}
      />
    </div>
  );
}

/** The fields of one fact about the firm. */
export function FactFields({ name, fact, onChange }: FactProps<RoutingFact>) {
  const { t } = useLingui();
  const names = useNames();
  if ('item' in fact) return <ItemFact name={name} fact={fact} onChange={onChange} />;
  if ('number' in fact) return <NumberFact name={name} fact={fact} onChange={onChange} />;
  if ('flag' in fact) return <FlagFact name={name} fact={fact} onChange={onChange} />;
  if ('gap' in fact) return <GapFact name={name} fact={fact} onChange={onChange} />;
  if ('meanOf' in fact || 'everyOf' in fact) return <SeveralFact name={name} fact={fact} onChange={onChange} />;
  if ('sizeClass' in fact) {
    const change = (sizeClass: typeof fact.sizeClass) => onChange({ sizeClass });
    return (
      <Many
        name={`${name}.sizes`}
        legend={t`Sizes`}
        codes={sizeClasses}
        nameOf={names.size}
        chosen={fact.sizeClass}
        onChange={change}
      />
    );
  }
  if ('branch' in fact) {
    const change = (branch: typeof fact.branch) => onChange({ branch });
    return (
      <Many
        name={`${name}.branches`}
        legend={t`Branches`}
        codes={branches}
        nameOf={names.branch}
        chosen={fact.branch}
        onChange={change}
      />
    );
  }
  if ('chainRole' in fact) {
    const change = (chainRole: typeof fact.chainRole) => onChange({ chainRole });
    return (
      <Many
        name={`${name}.roles`}
        legend={t`Roles`}
        codes={chainRoles}
        nameOf={names.role}
        chosen={fact.chainRole}
        onChange={change}
      />
    );
  }
  if ('sharedNeedWithoutCohort' in fact) return null;
  return <AreaFact name={name} fact={fact} onChange={onChange} />;
}
