import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { type ConditionKind, conditionKinds, kindOf, newCondition } from './conditions.ts';
import styles from './editing.module.css';
import { useConditionKindWords } from './use-condition-words.ts';
import { useItemFieldWords } from './use-item-field-words.ts';
import { type ProfileOption, useProfileWords } from './use-profile-words.ts';

type EditorProps = {
  /** Names the fields; unique on the page. */
  name: string;
  condition: Condition;
  /** How many levels there is room for, with its own. */
  levels: number;
  /** Questions that come earlier, whose answers a condition may ask about. */
  earlier: readonly Item[];
  onChange: (condition: Condition) => void;
};

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

type ListProps = Omit<EditorProps, 'condition'> & { parts: Condition[]; onParts: (parts: Condition[]) => void };

/** Conditions in a list, of which all or any must hold. */
function ConditionList({ name, parts, levels, earlier, onParts }: ListProps) {
  const { t } = useLingui();
  const add = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const takeAway = (index: number) => {
    onParts(parts.filter((_part, at) => at !== index));
    focusAfter(() => add.current);
  };
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names of their own, and every field shows the value it is given.
        <div key={index} className={styles.nested}>
          <ConditionEditor
            name={`${name}.${index}`}
            condition={part}
            levels={levels - 1}
            earlier={earlier}
            onChange={(changed) => onParts(parts.map((each, at) => (at === index ? changed : each)))}
          />
          {parts.length > 1 && (
            <Button
              variant="quiet"
              aria-label={t`Take away part ${index + 1} of the condition`}
              onClick={() => takeAway(index)}
            >
              <Trans>Take away</Trans>
            </Button>
          )}
        </div>
      ))}
      <p>
        <Button ref={add} variant="secondary" onClick={() => onParts([...parts, newCondition('sizeClass', '')])}>
          <Trans>Add a part</Trans>
        </Button>
      </p>
    </>
  );
}

type FactsProps<Code extends string> = {
  name: string;
  legend: string;
  options: readonly ProfileOption<Code>[];
  chosen: readonly Code[];
  onChange: (chosen: Code[]) => void;
};

/** Facts of the firm, of which one must be true. None can be ticked for a moment, but not be stored. */
function ProfileFacts<Code extends string>({ name, legend, options, chosen, onChange }: FactsProps<Code>) {
  const { t } = useLingui();
  return (
    <CheckboxGroup
      name={name}
      legend={legend}
      layout="inline"
      options={options}
      value={chosen}
      onToggle={(code) => onChange(toggled(options, chosen, code))}
      error={chosen.length === 0 ? t`Choose at least one. Otherwise nobody would be asked.` : undefined}
    />
  );
}

function ConditionFields(props: EditorProps) {
  const { name, condition, onChange } = props;
  const { t } = useLingui();
  const { sizes, branches, roles } = useProfileWords();
  if ('sizeClass' in condition) {
    const change = (sizeClass: typeof condition.sizeClass) => onChange({ sizeClass });
    const own = { name: `${name}.sizes`, legend: t`Sizes`, options: sizes };
    return <ProfileFacts {...own} chosen={condition.sizeClass} onChange={change} />;
  }
  if ('branch' in condition) {
    const change = (branch: typeof condition.branch) => onChange({ branch });
    const own = { name: `${name}.branches`, legend: t`Industries`, options: branches };
    return <ProfileFacts {...own} chosen={condition.branch} onChange={change} />;
  }
  if ('chainRole' in condition) {
    const change = (chainRole: typeof condition.chainRole) => onChange({ chainRole });
    const own = { name: `${name}.roles`, legend: t`Roles`, options: roles };
    return <ProfileFacts {...own} chosen={condition.chainRole} onChange={change} />;
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
          name={`${name}.not`}
          condition={condition.not}
          levels={props.levels - 1}
          onChange={(not) => onChange({ not })}
        />
      </div>
    );
  }
  return <ItemFactFields {...props} condition={condition} />;
}

const ofItems: ReadonlySet<ConditionKind> = new Set(['atLeast', 'choice', 'isNotApplicable']);
const ofConditions: ReadonlySet<ConditionKind> = new Set(['all', 'any', 'not']);

/** A condition that may hold others. What a kind begins as can be stored as it is. */
export function ConditionEditor(props: EditorProps) {
  const { name, condition, levels, earlier, onChange } = props;
  const { appliesWhen } = useItemFieldWords();
  const words = useConditionKindWords();
  const isOffered = (kind: ConditionKind) => {
    if (ofItems.has(kind)) return fitting(kind, earlier).length > 0;
    return levels > 1 || !ofConditions.has(kind);
  };
  const kinds = conditionKinds.filter((kind) => kind === kindOf(condition) || isOffered(kind));
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
        label={appliesWhen}
        width="half"
        options={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
        value={kindOf(condition)}
        onChange={(event) => change(event.currentTarget.value as ConditionKind)}
      />
      <ConditionFields {...props} />
    </div>
  );
}
