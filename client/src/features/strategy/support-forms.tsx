import { Trans } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Source } from './source.tsx';
import styles from './strategy.module.css';

type Form = StrategyDocument['supportForms'][number];

function Giver({ givenBy }: Pick<Form, 'givenBy'>) {
  const localise = useLocalised();
  if (givenBy === null) return <Trans>The strategy does not say who gives it.</Trans>;
  const giver = localise(givenBy);
  return <Trans>Given by: {giver}.</Trans>;
}

function SupportFormEntry({ form }: { form: Form }) {
  const localise = useLocalised();
  const served = [...form.serves, ...form.challenges].join(', ');
  return (
    <li>
      <strong>
        {form.code} {localise(form.name)}
      </strong>
      <br />
      <Giver givenBy={form.givenBy} /> {form.note !== undefined && `${localise(form.note)} `}
      <span className={styles.source}>
        <Trans>For {served}.</Trans>
      </span>{' '}
      <Source source={form.source} />
    </li>
  );
}

/** Forms of support with who gives them and what they serve. */
export function SupportForms({ forms }: { forms: readonly Form[] }) {
  return (
    <ul className={styles.forms}>
      {forms.map((form) => (
        <SupportFormEntry key={form.code} form={form} />
      ))}
    </ul>
  );
}
