import { useLingui } from '@lingui/react/macro';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { formTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { type ProfileOption, useProfileWords } from './use-profile-words.ts';

export type PreviewFieldsProps = {
  formCode: string;
  onForm: (formCode: string) => void;
  profile: FirmProfile;
  onProfile: (profile: FirmProfile) => void;
};

function chosen<Code extends string>(options: readonly ProfileOption<Code>[], value: string, otherwise: Code): Code {
  return options.find((option) => option.value === value)?.value ?? otherwise;
}

/** Which form, and which kind of firm. */
export function PreviewFields({ formCode, onForm, profile, onProfile }: PreviewFieldsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { definition } = useEditing();
  const { sizes, branches, roles } = useProfileWords();
  const forms = definition.structure.forms.map(({ code }) => ({
    value: code,
    label: definition.texts[language][formTextKeys.name(code)] ?? code,
  }));
  const { sizeClass, branch, chainRole } = profile;
  return (
    <div className={styles.pair}>
      <SelectField
        name="preview-form"
        label={t`Questionnaire`}
        options={forms}
        value={formCode}
        onChange={(event) => onForm(event.currentTarget.value)}
      />
      <SelectField
        name="preview-size"
        label={t`Size`}
        options={sizes}
        value={sizeClass}
        onChange={({ currentTarget: { value } }) =>
          onProfile({ ...profile, sizeClass: chosen(sizes, value, sizeClass) })
        }
      />
      <SelectField
        name="preview-branch"
        label={t`Industry`}
        options={branches}
        value={branch}
        onChange={({ currentTarget: { value } }) => onProfile({ ...profile, branch: chosen(branches, value, branch) })}
      />
      <SelectField
        name="preview-role"
        label={t`Role`}
        options={roles}
        value={chainRole}
        onChange={({ currentTarget: { value } }) =>
          onProfile({ ...profile, chainRole: chosen(roles, value, chainRole) })
        }
      />
    </div>
  );
}
