import { useLingui } from '@lingui/react/macro';
import { branches, chainRoles, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import type { RoutingFact } from '#shared/domain/routing/routing-condition.ts';
import { profileFlags, profileNumbers } from '#shared/domain/routing/routing-condition.ts';
import styles from './catalogue.module.css';
import { useNames } from './catalogue-context.tsx';
import type { Fact, FactProps } from './fact.ts';
import { Many, One } from './fact-choices.tsx';
import { useFlagWords, useNumberWords } from './use-condition-words.ts';
import { WholeNumberField } from './whole-number-field.tsx';

/* Facts that rest on what the firm has said about itself. */

export function NumberFact({ name, fact, onChange }: FactProps<Fact<'number'>>) {
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

export function FlagFact({ name, fact, onChange }: FactProps<Fact<'flag'>>) {
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

/** Of what size, in which branch or with what role in the chain: several will do. */
export function KindFact({ name, fact, onChange }: FactProps<Fact<'sizeClass'> | Fact<'branch'> | Fact<'chainRole'>>) {
  const { t } = useLingui();
  const names = useNames();
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
        legend={t`Industries`}
        codes={branches}
        nameOf={names.branch}
        chosen={fact.branch}
        onChange={change}
      />
    );
  }
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
