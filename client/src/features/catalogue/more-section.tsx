import { Trans, useLingui } from '@lingui/react/macro';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { isOffered } from '#shared/domain/routing/is-offered.ts';
import { Details } from '../../ui/details/details.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useNames, useWorkshop } from './catalogue-context.tsx';
import { useDraftForm } from './draft-context.tsx';
import { DraftList } from './draft-fields.tsx';
import { useTagWords } from './use-choice-words.ts';

/** Tags that make a difference: those that a rule or the ranking looks for. */
function tagsInUse({ rules, ranking }: Catalogue): string[] {
  const named = rules.flatMap(({ effects }) =>
    effects.flatMap((effect) => {
      if ('packages' in effect) return effect.packages.tags ?? [];
      return 'to' in effect ? (effect.to?.tags ?? []) : [];
    }),
  );
  return [...new Set([ranking.greenTag, ranking.crossActorTag, ...named])].sort();
}

export function MoreSection() {
  const { t } = useLingui();
  const names = useNames();
  const tagWord = useTagWords();
  const { catalogue } = useWorkshop();
  const { draft, current, change, errorOf } = useDraftForm();
  const others = catalogue.catalogue.packages
    .filter((offer) => offer.code !== draft.code && isOffered(offer))
    .map(({ code }) => code);
  return (
    <Section title={<Trans>More</Trans>}>
      <Details summary={<Trans>Tags that rules look for</Trans>}>
        <DraftList field="tags" codes={tagsInUse(catalogue.catalogue)} nameOf={tagWord} />
      </Details>
      <Details summary={<Trans>Packages that it goes together with</Trans>}>
        <DraftList
          field="complements"
          codes={others}
          nameOf={names.package}
          layout="stacked"
          hint={<Trans>They may be suggested beside each other although they meet the same need.</Trans>}
        />
      </Details>
      {current !== null && (
        <CheckboxField
          name="isOutOfUse"
          label={t`Take the package out of use`}
          hint={
            <Trans>
              Once published no firm is suggested it and it leaves the public list. Firms under way in it and earlier
              results keep it, and it can be brought back.
            </Trans>
          }
          error={errorOf('isOutOfUse')}
          checked={draft.isOutOfUse === true}
          onChange={(event) => change({ isOutOfUse: event.currentTarget.checked ? true : undefined })}
        />
      )}
    </Section>
  );
}
