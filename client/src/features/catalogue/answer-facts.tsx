import { useLingui } from '@lingui/react/macro';
import type { RoutingFact } from '#shared/domain/routing/routing-condition.ts';
import styles from './catalogue.module.css';
import { useNames } from './catalogue-context.tsx';
import type { Fact, FactProps } from './fact.ts';
import { Bands, Many, One } from './fact-choices.tsx';
import { useFirsts } from './use-firsts.ts';
import { WholeNumberField } from './whole-number-field.tsx';

/* Facts that rest on what the firm has answered. */

const levels = [0, 1, 2, 3, 4].map(String);

export function ItemFact({ name, fact, onChange }: FactProps<Fact<'item'>>) {
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

export function AreaFact({ name, fact, onChange }: FactProps<Fact<'dimension'> | Fact<'wish'> | Fact<'importance'>>) {
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

export function SeveralFact({ name, fact, onChange }: FactProps<Fact<'meanOf'> | Fact<'everyOf'>>) {
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

export function GapFact({ name, fact, onChange }: FactProps<Fact<'gap'>>) {
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
