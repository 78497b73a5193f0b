import { useLingui } from '@lingui/react/macro';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import { useEditing } from './draft-context.tsx';
import { useInstrumentNames } from './use-instrument-names.ts';

/** Says in the reader's language what keeps a draft from being published. */
export function useIssueWords(): (issue: DefinitionIssue) => string {
  const { t } = useLingui();
  const names = useInstrumentNames(useEditing().definition);
  return ({ code, about = {} }) => {
    const { item, section, word, length, limit, lix } = about;
    const form = names.form(String(about['form']));
    const language = about['language'] === 'en' ? t`English` : t`Swedish`;
    switch (code) {
      case 'repeated-code':
        return t`The code is used twice.`;
      case 'code-outside-section':
        return t`The code does not begin with ${section}, the area it stands in.`;
      case 'condition-not-earlier':
        return t`The condition asks about ${item}, which does not come earlier.`;
      case 'repeated-section':
        return t`${section} is listed twice in the form.`;
      case 'unknown-item':
        return t`${item} is named but does not exist.`;
      case 'nothing-asked':
        return t`The form asks nothing that is scored in ${section}.`;
      case 'condition-not-asked':
        return t`The condition asks about ${item}, which the form “${form}” asks later or not at all.`;
      case 'routing-broken':
        return t`The suggestions to firms rest on something that has gone from the draft, or lack something for what is new (${about['place']}). Put it back, or change the suggestions first.`;
      case 'no-points':
        return t`The question is scored, but no answer gives points.`;
      case 'no-number-fits':
        return t`No number fits between the lowest and the highest.`;
      case 'condition-never-holds':
        return t`The condition asks ${item} for an answer it cannot have.`;
      case 'rules-not-renamed':
        return t`The scoring has changed. Give the rules a new name, so that results can be told apart.`;
      case 'bands-not-ascending':
        return t`The limits of the bands must begin at 0 and rise.`;
      case 'stages-not-ascending':
        return t`The stages must be numbered from 1 up.`;
      case 'missing-text':
        return t`The text in ${language} is missing.`;
      case 'levels-alike':
        return t`Two levels say the same in ${language}.`;
      case 'dimension-out-of-reach':
        return t`Some firms are asked nothing about ${section} in the form “${form}”.`;
      case 'text-too-long':
        return t`The text in ${language} has ${length} characters; at most ${limit} fit a phone.`;
      case 'forbidden-word':
        return t`The text in ${language} has “${word}”, which does not belong in a question.`;
      case 'text-copied':
        return t`The English is a copy of the Swedish.`;
      case 'hard-to-read':
        return t`Hard to read in Swedish: LIX ${lix}, at most ${limit}. Shorter words and sentences help.`;
      case 'missing-feedback':
        return t`A band has no feedback.`;
      case 'sizes-alike':
        return t`Small and large firms read the same text.`;
      case 'translation-stale':
        return t`The Swedish has changed since the English was written.`;
      case 'nothing-changed':
        return t`Nothing differs from the version in use.`;
      case 'kind-changed':
        return t`The kind of question has changed. Give the new question a code of its own.`;
      case 'code-reused':
        return t`The code was used in an earlier version and then taken away. It can not be used for something else.`;
      case 'not-allowed':
        return t`A version has no room for this.`;
      case 'meaning-not-stated':
        return t`The words have changed. Say whether the question still asks the same.`;
      default:
        return t`This does not hold, and must be mended first: ${code}`;
    }
  };
}
