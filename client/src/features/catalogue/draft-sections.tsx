import { Trans, useLingui } from '@lingui/react/macro';
import { branches, chainRoles, counties, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { Details } from '../../ui/details/details.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './catalogue.module.css';
import { useNames, useWorkshop } from './catalogue-context.tsx';
import { useDraftForm } from './draft-context.tsx';
import { DraftChoice, DraftList, DraftText, optionsOf } from './draft-fields.tsx';
import { useChoiceWords } from './use-choice-words.ts';
import { useFieldWords } from './use-field-words.ts';
import { WholeNumberField } from './whole-number-field.tsx';

export function WordsSection() {
  return (
    <Section
      title={<Trans>What the firm reads</Trans>}
      lead={<Trans>Both languages are needed. Write to the firm, in words of the industry, and promise nothing.</Trans>}
    >
      <DraftText field="name" rows={1} />
      <DraftText field="summary" />
      <DraftText field="forWhom" hint={<Trans>In words a firm recognises itself by.</Trans>} />
      <DraftText field="content" rows={4} />
      <DraftText field="effort" />
      <DraftText
        field="greenStatement"
        hint={<Trans>What it does for energy, material or climate, in something that can be counted.</Trans>}
      />
    </Section>
  );
}

export function StrategySection() {
  const { t } = useLingui();
  const names = useNames();
  const {
    catalogue: { catalogue, supportForms },
  } = useWorkshop();
  const { draft, errorOf } = useDraftForm();
  const priorities = catalogue.priorities.map(({ code }) => ({ value: code, label: names.priority(code) }));
  return (
    <Section title={<Trans>What it serves in the strategy</Trans>}>
      <DraftChoice field="priority" options={priorities} placeholder={t`Choose a priority`} />
      <DraftList
        field="steps"
        codes={catalogue.steps.map(({ code }) => code)}
        nameOf={names.step}
        layout="stacked"
        hint={<Trans>At least one of the priority chosen above.</Trans>}
      />
      <Details
        summary={<SupportFormsSummary chosen={draft.supportForms.map(names.supportForm)} />}
        isOpenAtFirst={errorOf('supportForms') !== undefined || draft.supportForms.length === 0}
      >
        <DraftList
          field="supportForms"
          codes={supportForms.map(({ code }) => code)}
          nameOf={names.supportForm}
          layout="stacked"
        />
      </Details>
    </Section>
  );
}

function SupportFormsSummary({ chosen }: { chosen: readonly string[] }) {
  const list = chosen.join(', ');
  return list === '' ? <Trans>Forms of support: none chosen</Trans> : <Trans>Forms of support: {list}</Trans>;
}

/** Which areas, and how far firms have come there, that the package is for. */
export function NeedSection() {
  const { t } = useLingui();
  const names = useNames();
  const words = useFieldWords();
  const { catalogue } = useWorkshop();
  const { draft, change, errorOf } = useDraftForm();
  const areas = catalogue.structure.dimensions.map(({ code }) => code);
  const bandsOf = (area: string) => draft.dimensions.find(({ code }) => code === area)?.bands ?? [];
  const chosenAreas = draft.dimensions.map(({ code }) => code);
  const areaOptions = areas.map((value) => ({ value, label: `${value} ${names.dimension(value)}` }));
  const bandOptions = names.bands.map((value) => ({ value, label: names.band(value) }));
  const setAreas = (codes: readonly string[]) =>
    change({ dimensions: codes.map((code) => ({ code, bands: [...bandsOf(code)] })) });
  const setBands = (area: string, bands: string[]) =>
    change({ dimensions: draft.dimensions.map((each) => (each.code === area ? { ...each, bands } : each)) });
  return (
    <Section
      title={<Trans>The need it meets</Trans>}
      lead={<Trans>A firm is suggested the package when it is where you say, in at least one of the areas.</Trans>}
    >
      <CheckboxGroup
        name="dimensions"
        legend={words.dimensions}
        layout="inline"
        options={areaOptions}
        value={chosenAreas}
        error={errorOf('dimensions')}
        onToggle={(code) => setAreas(toggled(areaOptions, chosenAreas, code))}
      />
      {draft.dimensions.map(({ code, bands }) => (
        <CheckboxGroup
          key={code}
          name={`dimensions.${code}`}
          legend={t`How far firms have come in “${names.dimension(code)}”`}
          layout="inline"
          options={bandOptions}
          value={bands}
          error={bands.length === 0 ? t`Choose at least one.` : undefined}
          onToggle={(band) => setBands(code, toggled(bandOptions, bands, band))}
        />
      ))}
      {draft.dimensions.length > 1 && (
        <WholeNumberField
          name="minimumDimensions"
          label={words.minimumDimensions}
          hint={<Trans>One is enough unless you say more.</Trans>}
          isOptional
          value={draft.minimumDimensions ?? null}
          onChange={(least) => change({ minimumDimensions: least === null || least < 1 ? undefined : least })}
        />
      )}
    </Section>
  );
}

export function FirmsSection() {
  const names = useNames();
  return (
    <Section
      title={<Trans>The firms it is made for</Trans>}
      lead={
        <Trans>A firm of another size is not suggested it. Industry and role only lift those it is made for.</Trans>
      }
    >
      <DraftList field="sizeClasses" codes={sizeClasses} nameOf={names.size} />
      <DraftList field="branches" codes={branches} nameOf={names.branch} hint={<Trans>None: for all.</Trans>} />
      <DraftList field="chainRoles" codes={chainRoles} nameOf={names.role} hint={<Trans>None: for all.</Trans>} />
    </Section>
  );
}

function GroupFields() {
  const words = useFieldWords();
  const { t } = useLingui();
  const { draft, change, errorOf } = useDraftForm();
  if (draft.groupSize === null) return null;
  const { minimum, maximum } = draft.groupSize;
  const error = errorOf('groupSize');
  return (
    <div className={styles.pair}>
      <WholeNumberField
        name="groupSize"
        label={t`Smallest group`}
        unit={t`firms`}
        value={minimum}
        error={error}
        onChange={(value) => change({ groupSize: { minimum: value, maximum } })}
      />
      <WholeNumberField
        name="groupSize.maximum"
        label={t`Largest group`}
        unit={t`firms`}
        value={maximum}
        aria-label={`${words.groupSize}: ${t`Largest group`}`}
        onChange={(value) => change({ groupSize: { minimum, maximum: value } })}
      />
    </div>
  );
}

export function SetupSection() {
  const { t } = useLingui();
  const names = useNames();
  const words = useChoiceWords();
  const fieldWords = useFieldWords();
  const { draft, change, errorOf } = useDraftForm();
  const chooseFormat = (format: string) =>
    change({
      format: format as typeof draft.format,
      groupSize: format === 'individual' ? null : (draft.groupSize ?? { minimum: null, maximum: null }),
    });
  return (
    <Section title={<Trans>How it is given</Trans>}>
      <div className={styles.pair}>
        <DraftChoice field="stance" options={optionsOf(words.stance)} />
        <DraftChoice field="format" options={optionsOf(words.format)} onChoose={chooseFormat} />
      </div>
      <GroupFields />
      <div className={styles.pair}>
        <WholeNumberField
          name="durationWeeks"
          label={fieldWords.durationWeeks}
          unit={t`weeks`}
          value={draft.durationWeeks}
          error={errorOf('durationWeeks')}
          onChange={(durationWeeks) => change({ durationWeeks })}
        />
        <DraftChoice field="intake" options={optionsOf(words.intake)} />
      </div>
      <DraftList
        field="delivery"
        codes={Object.keys(words.delivery)}
        nameOf={(code) => words.delivery[code as keyof typeof words.delivery]}
      />
      <DraftList
        field="counties"
        codes={counties}
        nameOf={names.county}
        hint={<Trans>It is shown and never a condition: firms of all three counties may take part.</Trans>}
      />
      <DraftList
        field="funding"
        codes={Object.keys(words.funding)}
        nameOf={(code) => words.funding[code as keyof typeof words.funding]}
      />
    </Section>
  );
}
