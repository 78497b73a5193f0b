import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useEditing } from './draft-context.tsx';
import { type ItemForm, QuestionFields, ReachFields, SizeNotes } from './item-fields.tsx';
import { ItemKindFields } from './item-kind-fields.tsx';
import { ItemLiveChecks } from './item-live-checks.tsx';
import {
  type ItemValues,
  itemKinds,
  itemResolver,
  itemSourceIn,
  itemValuesOf,
  newItemResolver,
} from './item-values.ts';
import { isReworded, isWordedAlike } from './item-wording.ts';
import { MeaningChoice } from './meaning-choice.tsx';
import { PlaceForm, usePlaceForm } from './place-form.tsx';
import { PlaceMissing } from './place-missing.tsx';
import { useItemFieldWords } from './use-item-field-words.ts';
import { useItemKindWords } from './use-item-kind-words.ts';
import { useSection } from './use-section.ts';

/** Asked as soon as the words of a published question differ. What was stated holds for the words that are stored. */
function MeaningField({ form, stored }: { form: ItemForm; stored: ItemSource }) {
  const { before, draft } = useEditing();
  const values = useWatch({ control: form.control }) as ItemValues;
  const { field } = useController({ control: form.control, name: 'meaning' });
  const item = itemSourceIn(values);
  if (item === undefined || !isReworded(item, before.definition)) return null;
  const stated = isWordedAlike(item, stored) ? draft.content.meanings[item.code] : undefined;
  const meaning = field.value === '' ? (stated ?? null) : field.value;
  return <MeaningChoice name="meaning" meaning={meaning} onMeaning={field.onChange} />;
}

function NewItemFields({ form, section }: { form: ItemForm; section: string }) {
  const { t } = useLingui();
  const words = useItemKindWords();
  const { kind } = useItemFieldWords();
  const fault = form.formState.errors.code;
  return (
    <>
      <TextField
        {...form.register('code')}
        label={t`Code`}
        hint={t`${section}, a dot and a part of its own, such as ${section}.9. It belongs to the question for good.`}
        width="half"
        error={
          fault &&
          (fault.type === 'taken' ? t`The code is used in the draft already.` : t`Write a code such as ${section}.9.`)
        }
      />
      <SelectField
        {...form.register('kind')}
        label={kind}
        width="half"
        options={itemKinds.map((value) => ({ value, label: words[value] }))}
      />
    </>
  );
}

/** What the page of a new question is left with, for the page of the question that was made there. */
const justMade = { isJustMade: true };

function isJustMade(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'isJustMade' in state;
}

/** Said after the page is there: what stands in it from the start is not read aloud. */
function SavedNews() {
  const [isSaid, setSaid] = useState(false);
  useEffect(() => setSaid(true), []);
  return <div role="status">{isSaid && <Notice tone="success" title={<Trans>Saved in the draft</Trans>} />}</div>;
}

type ItemEditorProps = { section: string; item: ItemSource | null; earlier: readonly Item[] };

function ItemEditor({ section, item, earlier }: ItemEditorProps) {
  const { t } = useLingui();
  const { definition, hrefs } = useEditing();
  const language = useLanguage();
  const navigate = useNavigate();
  const { state: arrival } = useLocation();
  const codes = new Set(definition.structure.items.map(({ code: used }) => used));
  const isNew = item === null;
  const [made, setMade] = useState<string>();
  useEffect(() => {
    // Not before the form knows that it is saved: until then its words hold one back.
    if (made !== undefined) void navigate(hrefs.item(section, made), { replace: true, state: justMade });
  }, [made, section, hrefs, navigate]);
  const state = usePlaceForm<ItemValues, ItemSource>({
    content: item,
    toValues: (stored) => itemValuesOf(stored, language),
    resolver: isNew ? newItemResolver(section, codes) : itemResolver,
    toEdit: (sent, { meaning }) =>
      isNew
        ? { kind: 'new-item', section, item: sent }
        : { kind: 'item', section, item: sent, ...(meaning === '' ? {} : { meaning }) },
    onSaved: (sent) => isNew && setMade(sent.code),
  });
  const { form, place } = state;
  const code = item?.code ?? '';
  const mine = place.conflict?.mine;
  const compared = mine !== undefined && 'item' in mine ? mine.item.code : code;
  return (
    <PlaceForm state={state} caption={t`The two versions of ${compared}`}>
      {isJustMade(arrival) && place.outcome === undefined && !form.formState.isDirty && <SavedNews />}
      {isNew && <NewItemFields form={form} section={section} />}
      <Section title={<Trans>Words</Trans>}>
        <QuestionFields form={form} code={code} />
      </Section>
      <Section title={<Trans>Answers</Trans>}>
        <ItemKindFields form={form} stored={item} />
      </Section>
      <Section title={<Trans>Size notes</Trans>}>
        <SizeNotes form={form} code={code} />
      </Section>
      <Section title={<Trans>Who is asked, and how much it weighs</Trans>}>
        <ReachFields form={form} earlier={earlier} />
      </Section>
      {item !== null && <MeaningField form={form} stored={item} />}
      <ItemLiveChecks form={form} section={section} isNew={isNew} />
    </PlaceForm>
  );
}

/** One question with everything about it. Without a code, a new one. */
export function ItemPage({ section, code }: { section: string; code?: string | undefined }) {
  const { t } = useLingui();
  const words = useItemKindWords();
  const localise = useLocalised();
  const { definition, hrefs } = useEditing();
  const found = useSection(section);
  const item = found?.items.find((candidate) => candidate.code === code) ?? null;
  if (found === undefined || (code !== undefined && item === null)) {
    return <PlaceMissing title={t`The question is not in the draft`} />;
  }
  const { items } = definition.structure;
  const indexOf = (wanted: string | undefined) => items.findIndex((candidate) => candidate.code === wanted);
  // A new question comes after the last one that is written for the section, and before its closing questions.
  const earlier = items.slice(0, item === null ? indexOf(found.items.at(-1)?.code) + 1 : indexOf(item.code));
  return (
    <Page width="results">
      <BackLink to={hrefs.section(section)}>{found.name}</BackLink>
      <PageHeader
        title={code ?? t`A new question in ${section}`}
        eyebrow={item === null ? undefined : words[item.kind]}
        lead={item === null ? undefined : localise(item.question)}
      />
      <ItemEditor key={code ?? ''} section={section} item={item} earlier={earlier} />
    </Page>
  );
}
