import { Trans, useLingui } from '@lingui/react/macro';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { Button } from '../../ui/button/button.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { CheckboxOptions } from './checkbox-options.tsx';
import { type ConditionKind, conditionKinds, kindOf, newCondition } from './conditions.ts';
import styles from './editing.module.css';
import { useProfileWords } from './use-profile-words.ts';

type EditorProps = {
  /** Names the fields; unique on the page. */
  name: string;
  condition: Condition;
  /** Questions that come earlier, whose answers a condition may ask about. */
  earlier: readonly Item[];
  onChange: (condition: Condition) => void;
};

function useKindWords(): Record<ConditionKind, string> {
  const { t } = useLingui();
  return {
    sizeClass: t`the size is one of`,
    branch: t`the branch is one of`,
    chainRole: t`the role is one of`,
    atLeast: t`an earlier question has at least level`,
    choice: t`an earlier question has the choice`,
    isNotApplicable: t`an earlier question is “not relevant”`,
    all: t`all of these hold`,
    any: t`any of these holds`,
    not: t`this does not hold`,
  };
}

function choiceCodesOf(item: Item | undefined): readonly string[] {
  return item !== undefined && 'choices' in item ? item.choices.map(({ code }) => code) : [];
}

function fitting(kind: ConditionKind, earlier: readonly Item[]): readonly Item[] {
  if (kind === 'atLeast') return earlier.filter((item) => item.kind === 'ladder');
  if (kind === 'choice') return earlier.filter((item) => 'choices' in item);
  return earlier.filter(({ allowsNotApplicable }) => allowsNotApplicable);
}

type ItemFact = Extract<Condition, { item: string }>;

/** A fact about an earlier answer: which question, and what of it. */
function ItemFactFields({ name, condition, earlier, onChange }: EditorProps & { condition: ItemFact }) {
  const { t } = useLingui();
  const kind = kindOf(condition);
  const choices = choiceCodesOf(earlier.find(({ code }) => code === condition.item));
  const codes = new Set([...fitting(kind, earlier).map(({ code }) => code), condition.item]);
  const changeItem = (item: string) => {
    if (!('choice' in condition)) return onChange({ ...condition, item });
    const [first = 'yes'] = choiceCodesOf(earlier.find(({ code }) => code === item));
    onChange({ item, choice: first });
  };
  return (
    <>
      <SelectField
        name={`${name}.item`}
        label={t`Earlier question`}
        width="half"
        options={[...codes].map((code) => ({ value: code, label: code }))}
        value={condition.item}
        onChange={(event) => changeItem(event.currentTarget.value)}
      />
      {'atLeast' in condition && (
        <SelectField
          name={`${name}.level`}
          label={t`Lowest level`}
          width="half"
          options={[0, 1, 2, 3, 4].map((level) => ({ value: String(level), label: String(level) }))}
          value={String(condition.atLeast)}
          onChange={(event) => onChange({ ...condition, atLeast: Number(event.currentTarget.value) })}
        />
      )}
      {'choice' in condition && (
        <SelectField
          name={`${name}.choice`}
          label={t`Choice`}
          width="half"
          options={[...new Set([...choices, condition.choice])].map((code) => ({ value: code, label: code }))}
          value={condition.choice}
          onChange={(event) => onChange({ ...condition, choice: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** Conditions in a list, of which all or any must hold. */
function ConditionList(
  props: Omit<EditorProps, 'condition'> & { parts: Condition[]; onParts: (parts: Condition[]) => void },
) {
  const { name, parts, earlier, onParts } = props;
  const { t } = useLingui();
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names of their own, and every field shows the value it is given.
        <div key={index} className={styles.nested}>
          <ConditionEditor
            name={`${name}.${index}`}
            condition={part}
            earlier={earlier}
            onChange={(changed) => onParts(parts.map((each, at) => (at === index ? changed : each)))}
          />
          {parts.length > 1 && (
            <Button
              variant="quiet"
              aria-label={t`Take away part ${index + 1} of the condition`}
              onClick={() => onParts(parts.filter((_part, at) => at !== index))}
            >
              <Trans>Take away</Trans>
            </Button>
          )}
        </div>
      ))}
      <p>
        <Button variant="secondary" onClick={() => onParts([...parts, newCondition('sizeClass', '')])}>
          <Trans>Add a part</Trans>
        </Button>
      </p>
    </>
  );
}

function ConditionFields(props: EditorProps) {
  const { condition, onChange } = props;
  const { t } = useLingui();
  const { sizes, branches, roles } = useProfileWords();
  if ('sizeClass' in condition) {
    const change = (sizeClass: typeof condition.sizeClass) => sizeClass.length > 0 && onChange({ sizeClass });
    return <CheckboxOptions legend={t`Sizes`} options={sizes} chosen={condition.sizeClass} onChange={change} />;
  }
  if ('branch' in condition) {
    const change = (branch: typeof condition.branch) => branch.length > 0 && onChange({ branch });
    return <CheckboxOptions legend={t`Branches`} options={branches} chosen={condition.branch} onChange={change} />;
  }
  if ('chainRole' in condition) {
    const change = (chainRole: typeof condition.chainRole) => chainRole.length > 0 && onChange({ chainRole });
    return <CheckboxOptions legend={t`Roles`} options={roles} chosen={condition.chainRole} onChange={change} />;
  }
  if ('all' in condition)
    return <ConditionList {...props} parts={condition.all} onParts={(all) => onChange({ all })} />;
  if ('any' in condition)
    return <ConditionList {...props} parts={condition.any} onParts={(any) => onChange({ any })} />;
  if ('not' in condition) {
    return (
      <div className={styles.nested}>
        <ConditionEditor
          {...props}
          name={`${props.name}.not`}
          condition={condition.not}
          onChange={(not) => onChange({ not })}
        />
      </div>
    );
  }
  return <ItemFactFields {...props} condition={condition} />;
}

/** A condition of any depth. Something is always chosen, so that what is shown can always be stored. */
export function ConditionEditor(props: EditorProps) {
  const { name, condition, earlier, onChange } = props;
  const { t } = useLingui();
  const words = useKindWords();
  const kinds = conditionKinds.filter(
    (kind) =>
      kind === kindOf(condition) ||
      !['atLeast', 'choice', 'isNotApplicable'].includes(kind) ||
      fitting(kind, earlier).length > 0,
  );
  const change = (kind: ConditionKind) => {
    const [first] = fitting(kind, earlier);
    const [choice] = choiceCodesOf(first);
    const begun = newCondition(kind, first?.code ?? earlier[0]?.code ?? '');
    onChange('choice' in begun && choice !== undefined ? { ...begun, choice } : begun);
  };
  return (
    <div className={styles.group}>
      <SelectField
        name={`${name}.kind`}
        label={t`Asked when`}
        width="half"
        options={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
        value={kindOf(condition)}
        onChange={(event) => change(event.currentTarget.value as ConditionKind)}
      />
      <ConditionFields {...props} />
    </div>
  );
}
