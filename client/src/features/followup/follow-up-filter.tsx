import { useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { FollowUpFrame } from '#shared/contracts/follow-up.ts';
import { counties } from '#shared/domain/firm/firm-profile.ts';
import { activityStatuses, fundingTags } from '#shared/domain/followup/activity.ts';
import { type PortfolioFilter, portfolioFilterSchema } from '#shared/domain/followup/portfolio.ts';
import type { Region } from '../../lib/my-regions.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { SelectField, type SelectOption } from '../../ui/field/select-field.tsx';
import styles from './follow-up.module.css';
import { type FilterField, writeFilter } from './follow-up-address.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export type FilterProps = {
  filter: PortfolioFilter;
  frame: Pick<FollowUpFrame, 'priorities' | 'lists'>;
  fields: readonly FilterField[];
  /** Those the reader is an analyst of, and the one that was chosen. */
  regions: readonly Region[];
  organisationId: string;
};

type Choice = { readonly label: string; readonly all: string; readonly options: readonly SelectOption[] };

function useChoices(frame: FilterProps['frame']): Record<FilterField, Choice> {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useFollowUpWords();
  const ofCounties = counties.map((value) => ({ value, label: words.county(value) }));
  return {
    region: {
      label: t`Written by`,
      all: t`All regions`,
      options: ofCounties.map((each) => ({ ...each, label: t`Region ${each.label}` })),
    },
    county: { label: t`Carried out in`, all: t`All counties`, options: ofCounties },
    priority: {
      label: t`Priority`,
      all: t`All priorities`,
      options: frame.priorities.map(({ code, name }) => ({ value: code, label: `${code} ${localise(name)}` })),
    },
    status: {
      label: t`Status`,
      all: t`Any status`,
      options: activityStatuses.map((value) => ({ value, label: words.status(value) })),
    },
    funding: {
      label: t`Funding`,
      all: t`All funding`,
      options: fundingTags.map((value) => ({ value, label: words.funding(value) })),
    },
    s3Area: {
      label: t`S3 area`,
      all: t`All S3 areas`,
      options: frame.lists.s3Areas.map(({ code, name, region }) => ({
        value: code,
        label: `${words.county(region)}: ${localise(name)}`,
      })),
    },
  };
}

/** What the page is narrowed by, all of it in the address. */
export function FollowUpFilter({ filter, frame, fields, regions, organisationId }: FilterProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const navigate = useNavigate();
  const choices = useChoices(frame);
  const ofSeveral = regions.length > 1 ? organisationId : null;
  const goTo = (next: PortfolioFilter, region: string | null) =>
    void navigate({ search: writeFilter(next, region) }, { preventScrollReset: true });
  const choose = (field: FilterField, value: string) => {
    const parsed = portfolioFilterSchema.safeParse({ ...filter, [field]: value === '' ? undefined : value });
    if (parsed.success) goTo(parsed.data, ofSeveral);
  };
  const isNarrowed = fields.some((field) => filter[field] !== undefined);
  return (
    <div className={styles.filter}>
      {regions.length > 1 && (
        <SelectField
          name="organisation"
          label={t`As an analyst of`}
          value={organisationId}
          options={regions.map((each) => ({ value: each.organisationId, label: localise(each.name) }))}
          onChange={({ target }) => goTo(filter, target.value)}
        />
      )}
      {fields.map((field) => (
        <SelectField
          key={field}
          name={field}
          label={choices[field].label}
          placeholder={choices[field].all}
          value={filter[field] ?? ''}
          options={choices[field].options}
          onChange={({ target }) => choose(field, target.value)}
        />
      ))}
      {isNarrowed && (
        <Button variant="quiet" onClick={() => goTo({}, ofSeveral)}>
          {t`Show everything`}
        </Button>
      )}
    </div>
  );
}
