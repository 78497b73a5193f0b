import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { proposeName } from '#shared/domain/benchmark/period-name.ts';
import { findNewestSame } from '#shared/domain/effect/any-release.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { asTyped, NameFields, PopulationField, useAboutFaults } from './about-fields.tsx';
import { AlikeNotice } from './alike-notice.tsx';
import { beginEffect, type LoadedBuilder } from './api.ts';
import { BesideNotices } from './beside-notices.tsx';
import type { BuilderHrefs } from './builder-page.tsx';
import { MonthField } from './month-field.tsx';
import { periodOfMonths } from './period.ts';
import { StrangeNameNotice } from './period-notices.tsx';
import {
  type EffectField,
  type EffectMonth,
  type EffectSpan,
  effectFields,
  effectMonths,
  effectSpans,
  monthsAmiss,
  monthsOfSpan,
  useEffectForm,
} from './read-effect.ts';
import styles from './releases.module.css';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useReleaseWords } from './use-release-words.ts';
import { WhatCountsLater } from './what-counts-later.tsx';

type EffectBuilderProps = { loaded: LoadedBuilder; hrefs: BuilderHrefs };

function useFaultWords(): Record<EffectField, string> {
  const { t } = useLingui();
  return {
    ...useAboutFaults(),
    beforeFirst: t`Choose the first month of the earlier answers.`,
    beforeLast: t`The last month of the earlier answers comes before their first. Move one of them.`,
    afterFirst: t`The later answers begin before the earlier ones have ended. Move one of them.`,
    afterLast: t`The last month of the later answers comes before their first. Move one of them.`,
  };
}

type FieldsProps = {
  form: ReturnType<typeof useEffectForm>;
  loaded: LoadedBuilder;
  errorOf: (field: EffectField) => string | undefined;
};

function Months({ form, loaded, errorOf }: FieldsProps) {
  const { t } = useLingui();
  const words = useReleaseWords();
  const { today } = loaded.choices;
  const chosen = form.watch();
  const isOf = (span: Exclude<EffectSpan, 'own'>) => {
    const months = monthsOfSpan(span, today);
    return effectMonths.every((name) => months[name] === chosen[name]);
  };
  const [isOwn, setOwn] = useState(effectSpans.every((span) => span === 'own' || !isOf(span)));
  const span = isOwn ? 'own' : (effectSpans.find((each) => each !== 'own' && isOf(each)) ?? 'own');
  const set = (months: Partial<Record<EffectMonth, string>>) => {
    for (const name of effectMonths) {
      const month = months[name];
      if (month !== undefined) form.setValue(name, month, asTyped(form.formState));
    }
  };
  const names = {
    'twelve-months': t`The last twelve months, beside the twelve before`,
    year: t`The last year that has ended, beside the year before`,
    'half-year': t`The last half-year that has ended, beside the one before`,
    own: t`Months of our own choice`,
  };
  const spoken = (each: EffectSpan) => {
    if (each === 'own') return undefined;
    const months = monthsOfSpan(each, today);
    return words.periods([
      periodOfMonths(months.beforeFirst, months.beforeLast),
      periodOfMonths(months.afterFirst, months.afterLast),
    ]);
  };
  const field = (name: EffectMonth, label: string) => (
    <MonthField
      name={name}
      label={label}
      today={today}
      value={chosen[name]}
      error={errorOf(name)}
      onChange={(month) => set({ [name]: month })}
    />
  );
  return (
    <>
      <RadioGroup
        name="span"
        legend={t`Periods`}
        hint={t`Firms are compared that have answered in both.`}
        value={span}
        options={effectSpans.map((value) => ({ value, label: names[value], hint: spoken(value) }))}
        onChange={({ currentTarget: { value } }) => {
          const wanted = effectSpans.find((each) => each === value) ?? 'own';
          setOwn(wanted === 'own');
          if (wanted !== 'own') set(monthsOfSpan(wanted, today));
        }}
      />
      {span === 'own' && (
        <>
          <div className={styles.pair}>
            {field('beforeFirst', t`Earlier answers: first month`)}
            {field('beforeLast', t`Earlier answers: last month`)}
          </div>
          <div className={styles.pair}>
            {field('afterFirst', t`Later answers: first month`)}
            {field('afterLast', t`Later answers: last month`)}
          </div>
        </>
      )}
    </>
  );
}

function EffectBuilderForm({ loaded, hrefs }: EffectBuilderProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const faultWords = useFaultWords();
  const action = useAction(useProblemWords());
  const form = useEffectForm(loaded);
  const { errors, submitCount, isDirty } = form.formState;
  const saved = useUnsaved(isDirty);
  const errorOf = (field: EffectField) => (errors[field] === undefined ? undefined : faultWords[field]);
  const send = form.handleSubmit((wanted) =>
    action.run(async () => {
      const releaseId = await beginEffect(loaded.organisationId, wanted);
      saved();
      await navigate(hrefs.release(loaded.organisationId, releaseId));
    }),
  );
  const wanted = form.watch();
  const periods = [
    periodOfMonths(wanted.beforeFirst, wanted.beforeLast),
    periodOfMonths(wanted.afterFirst, wanted.afterLast),
  ];
  const { population } = wanted;
  const counted = { kind: 'effect' as const, periods, population, isSimulated: loaded.choices.hasSimulated };
  const names = { sv: wanted.nameSv, en: wanted.nameEn };
  const amiss: readonly string[] = monthsAmiss(wanted);
  const later = amiss.length === 0 ? proposeName(periodOfMonths(wanted.afterFirst, wanted.afterLast)) : null;
  const proposal = later && { sv: `Effekt av stöd: ${later.sv}`, en: `Effect of support: ${later.en}` };
  const about = { register: form.register, errorOf };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary faults={listFaults(effectFields, errorOf)} attempt={submitCount} />
      <Months
        form={form}
        loaded={loaded}
        errorOf={(field) => (amiss.includes(field) ? faultWords[field] : errorOf(field))}
      />
      <PopulationField {...about} />
      <BesideNotices
        releases={loaded.releases}
        // Of effects every area is told: none is chosen.
        wanted={{ ...counted, measures: loaded.choices.measures, divisions: 0 }}
        hrefOf={(releaseId) => hrefs.release(loaded.organisationId, releaseId)}
      />
      <NameFields
        {...about}
        hints={{ sv: t`For example: Effekt av stöd 2026`, en: t`For example: Effect of support 2026` }}
        proposal={proposal}
        names={names}
        onTake={({ sv, en }) => {
          form.setValue('nameSv', sv, asTyped(form.formState));
          form.setValue('nameEn', en, asTyped(form.formState));
        }}
      />
      {amiss.length === 0 && <StrangeNameNotice names={[names.sv, names.en]} periods={periods} />}
      <AlikeNotice number={findNewestSame(loaded.releases, counted)} />
      <FaultNotice fault={action.fault} title={<Trans>The release was not begun</Trans>} />
      <ButtonRow>
        <Button type="submit" isBusy={action.isBusy}>
          <Trans>Build the release</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Between which answers firms are compared. What is compared is the same for all: every package there is. */
export function EffectBuilderPage({ loaded, hrefs }: EffectBuilderProps) {
  const { t } = useLingui();
  return (
    <UnsavedGuard>
      <Page>
        <BackLink to={hrefs.region}>
          <Trans>Figures for the regions</Trans>
        </BackLink>
        <PageHeader
          title={t`Build a release on the effect of support`}
          lead={t`How firms that took part in a package have changed beside firms alike that did not. Nothing is published before you have seen it.`}
        />
        <SimulatedNotice isSimulated={loaded.choices.hasSimulated} />
        <Section title={<Trans>What is compared</Trans>}>
          <ul>
            <li>
              <Trans>
                Firms that have answered in both periods and agreed that their changes and packages are counted. Of each
                period their newest answer.
              </Trans>
            </li>
            <li>
              <Trans>
                Every package in the catalogue, in the areas that it is about; the steps of the strategy; and all
                packages together. Never by county, since the groups would be small.
              </Trans>
            </li>
            <li>
              <Trans>
                Packages that few took part in are not shown, nor what they could be worked out from. The longer the
                periods, the more can be shown.
              </Trans>
            </li>
          </ul>
          <p>
            <Link to={hrefs.method}>
              <Trans>How firms are compared, and how they are protected</Trans>
            </Link>
          </p>
        </Section>
        <WhatCountsLater />
        <EffectBuilderForm loaded={loaded} hrefs={hrefs} />
      </Page>
    </UnsavedGuard>
  );
}
