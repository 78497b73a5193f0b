import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { Details } from '../../ui/details/details.tsx';
import { FirmFields, PeopleFields } from './firm-and-people-fields.tsx';
import { MarketFields, SupportFields } from './market-and-support-fields.tsx';
import type { FieldsProps } from './profile-fields.tsx';
import { type ProfileForm, profileFields, requiredFields } from './profile-form.ts';
import styles from './start-page.module.css';

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

const optionalFields = profileFields.filter((field) => !requiredFields.some((required) => required === field));

type MoreFieldsProps = FieldsProps & {
  /** What stands in the form without the firm having said it. */
  prefilled: Partial<ProfileForm>;
};

/** What nobody has to say. Open from the start when the firm has said something in it. */
export function MoreFields({ form, errorOf, prefilled }: MoreFieldsProps) {
  const { t } = useLingui();
  const isSaid = (field: (typeof optionalFields)[number]): boolean => {
    const value = form.getValues(field);
    return value.length > 0 && value !== prefilled[field];
  };
  return (
    <Details isOpenAtFirst={optionalFields.some(isSaid)} summary={<Trans>More about the firm (optional)</Trans>}>
      <p>
        <Trans>
          Answer what you like. Part of it is used to choose suggestions, and all of it is kept with your answers. When
          you ask for contact, the provider gets only what stands in that form.
        </Trans>
      </p>
      <div className={styles.form}>
        <Part title={t`The firm`}>
          <FirmFields form={form} errorOf={errorOf} />
        </Part>
        <Part title={t`People`}>
          <PeopleFields form={form} errorOf={errorOf} />
        </Part>
        <Part title={t`Customers and markets`}>
          <MarketFields form={form} errorOf={errorOf} />
        </Part>
        <Part title={t`Collaboration and support`}>
          <SupportFields form={form} errorOf={errorOf} />
        </Part>
      </div>
    </Details>
  );
}
