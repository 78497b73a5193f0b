import { Trans, useLingui } from '@lingui/react/macro';
import type { CampaignVersion } from '#shared/contracts/campaigns.ts';
import { formatDay } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type CampaignForm, formsIn, versionsWith } from './campaign-content.ts';

type FormAndVersionProps = {
  form: CampaignForm;
  versions: readonly CampaignVersion[];
  change: (changes: Partial<CampaignForm>) => void;
};

/** What firms answer, and in which version of it. */
export function FormAndVersion({ form, versions, change }: FormAndVersionProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const [newest] = versions;
  const having = versionsWith(versions, form.formCode);
  const hasNewest = newest !== undefined && having.includes(newest);
  const on = ({ publishedOn }: CampaignVersion): string => formatDay(publishedOn, language);
  const nameOf = (version: CampaignVersion): string => t`Version ${version.versionNumber}, published ${on(version)}`;
  const chosen = having.find(({ instrumentVersionId }) => instrumentVersionId === form.instrumentVersionId) ?? newest;
  const minutesOf = (code: string): number =>
    [chosen, ...versions].flatMap((version) => version?.forms ?? []).find((each) => each.code === code)?.minutes ?? 0;
  const choose = (formCode: string) => {
    const others = versionsWith(versions, formCode);
    const isKept = others.some(({ instrumentVersionId }) => instrumentVersionId === form.instrumentVersionId);
    // What is not in the newest one is in another, which is then said.
    const [first] = others;
    const other = first === undefined || first === newest ? '' : first.instrumentVersionId;
    change({ formCode, instrumentVersionId: isKept ? form.instrumentVersionId : other });
  };
  return (
    <Section title={<Trans>What firms answer</Trans>}>
      <SelectField
        name="formCode"
        label={t`Form to answer`}
        value={form.formCode}
        options={formsIn(versions).map(({ code, name }) => {
          const minutes = minutesOf(code);
          return { value: code, label: t`${localise(name)}, about ${minutes} minutes` };
        })}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <SelectField
        name="instrumentVersionId"
        label={t`Version`}
        hint={t`The newest one is that of the day you open the campaign. It is the same for all firms, and stays so when another is published meanwhile.`}
        value={form.instrumentVersionId}
        options={[
          ...(hasNewest
            ? [
                {
                  value: '',
                  label: t`The newest one (now version ${newest.versionNumber})`,
                },
              ]
            : []),
          ...having.map((version) => ({ value: version.instrumentVersionId, label: nameOf(version) })),
        ]}
        onChange={(event) => change({ instrumentVersionId: event.currentTarget.value })}
      />
    </Section>
  );
}
