import { Trans, useLingui } from '@lingui/react/macro';
import { daysOfFullWait, pointsForAsking } from '#shared/domain/cohort/fit.ts';
import type { MixWishes, PlanRules, PlanWeights } from '#shared/domain/cohort/problem.ts';
import { roadFactor } from '#shared/domain/geography/distance.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import type { PlanSettings } from './api.ts';
import { MustRunField, type NamedEdition } from './must-run-field.tsx';
import styles from './planning.module.css';
import { WeightField } from './weight-field.tsx';

type SettingsProps = {
  settings: PlanSettings;
  editions: readonly NamedEdition[];
  onChange: (settings: PlanSettings) => void;
};

const distances = [25, 50, 75, 100, 150, 200, 300];
const none = 'none';

function RuleFields({ settings, onChange }: Omit<SettingsProps, 'editions'>) {
  const { t } = useLingui();
  const { rules } = settings;
  const factor = formatNumber(roadFactor, useLanguage(), 1);
  const change = (part: Partial<PlanRules>) => onChange({ ...settings, rules: { ...rules, ...part } });
  const offered = rules.mostKm === null || distances.includes(rules.mostKm) ? distances : [...distances, rules.mostKm];
  return (
    <div className={styles.fields}>
      <SelectField
        name="most-km"
        label={t`At most this far to travel`}
        hint={t`By road, estimated as ${factor} times the straight line from the seat of the municipality. Online is no distance.`}
        value={rules.mostKm === null ? none : String(rules.mostKm)}
        options={[
          { value: none, label: t`No limit` },
          ...offered.map((km) => ({ value: String(km), label: t`${km} km` })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ mostKm: value === none ? null : Number(value) });
        }}
      />
      <SelectField
        name="editions-per-firm"
        label={t`Groups for each firm`}
        hint={t`Never two at the same time, and never the same package twice.`}
        value={String(rules.editionsPerFirm)}
        options={[
          { value: '1', label: t`At most one` },
          { value: '2', label: t`At most two` },
          { value: '3', label: t`At most three` },
        ]}
        onChange={(event) => change({ editionsPerFirm: Number(event.currentTarget.value) })}
      />
    </div>
  );
}

function WishFields({ settings, onChange }: Omit<SettingsProps, 'editions'>) {
  const { t } = useLingui();
  const { wishes } = settings;
  const change = (part: Partial<MixWishes>) => onChange({ ...settings, wishes: { ...wishes, ...part } });
  const kinds = (most: number, label: (count: number) => string) => [
    { value: '0', label: t`No wish` },
    ...Array.from({ length: most - 1 }, (_, index) => ({ value: String(index + 2), label: label(index + 2) })),
  ];
  return (
    <div className={styles.fields}>
      <SelectField
        name="wish-sizes"
        label={t`Firms of different sizes in each group`}
        value={String(wishes.sizes)}
        options={kinds(4, (count) => t`At least ${count} size classes`)}
        onChange={(event) => change({ sizes: Number(event.currentTarget.value) })}
      />
      <SelectField
        name="wish-counties"
        label={t`Firms from several counties in each group`}
        value={String(wishes.counties)}
        options={kinds(3, (count) => t`At least ${count} counties`)}
        onChange={(event) => change({ counties: Number(event.currentTarget.value) })}
      />
      <CheckboxField
        name="wish-large"
        label={t`A firm of 250 employees or more in each group`}
        checked={wishes.large}
        onChange={(event) => change({ large: event.currentTarget.checked })}
      />
    </div>
  );
}

function WeightFields({ settings, onChange }: Omit<SettingsProps, 'editions'>) {
  const { t } = useLingui();
  const { weights } = settings;
  const words: readonly { key: keyof PlanWeights; label: string; hint: string }[] = [
    {
      key: 'fit',
      label: t`How well the package fits`,
      hint: t`0 to 100 for each place: the ranking of the suggestion, the distance to the target level, importance and wish.`,
    },
    {
      key: 'waiting',
      label: t`Who has asked and waits`,
      hint: t`0 to 100 for each place: ${pointsForAsking} for having asked, and in full after ${daysOfFullWait} days, when an answer is due.`,
    },
    {
      key: 'county',
      label: t`Counties with too few places`,
      hint: t`100 less for each place that a county lacks of its share, by firms in need and places before.`,
    },
    { key: 'sizes', label: t`The wish for sizes`, hint: t`100 less for each size class that a group lacks.` },
    { key: 'counties', label: t`The wish for counties`, hint: t`100 less for each county that a group lacks.` },
    { key: 'large', label: t`The wish for a large firm`, hint: t`100 less for each group without one.` },
  ];
  return (
    <div className={styles.fields}>
      {words.map(({ key, label, hint }) => (
        <WeightField
          key={key}
          name={`weight-${key}`}
          label={label}
          hint={hint}
          value={weights[key]}
          onChange={(value) => onChange({ ...settings, weights: { ...weights, [key]: value } })}
        />
      ))}
    </div>
  );
}

/** What a plan has to keep to, what is wished, and how much each weighs. */
export function SettingsForm({ settings, editions, onChange }: SettingsProps) {
  const { rules } = settings;
  return (
    <div className={styles.settings}>
      <section>
        <h3>
          <Trans>What holds</Trans>
        </h3>
        <p className={styles.small}>
          <Trans>
            Besides: no group has more firms than places, and one that cannot reach its smallest size gets nobody.
          </Trans>
        </p>
        <RuleFields settings={settings} onChange={onChange} />
        <div className={styles.below}>
          <MustRunField
            editions={editions}
            mustRun={rules.mustRun}
            onChange={(mustRun) => onChange({ ...settings, rules: { ...rules, mustRun } })}
          />
        </div>
      </section>
      <section>
        <h3>
          <Trans>What is wished</Trans>
        </h3>
        <WishFields settings={settings} onChange={onChange} />
      </section>
      <section>
        <h3>
          <Trans>How much it weighs</Trans>
        </h3>
        <p className={styles.small}>
          <Trans>Our proposal. The plan with the most points is the best one.</Trans>
        </p>
        <WeightFields settings={settings} onChange={onChange} />
      </section>
    </div>
  );
}
