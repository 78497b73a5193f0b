import { Trans } from '@lingui/react/macro';
import type { FirmProfileOptions } from '#shared/contracts/site.ts';
import { inviteeTemplates } from '#shared/domain/campaign/invitee-template.ts';
import { countyOf } from '#shared/domain/firm/firm-profile.ts';
import { type LocalisedText, languages } from '#shared/domain/language.ts';
import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import { saveTextFile } from '../../lib/save-text-file.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';

/** By its name in each language, as a file may have it. */
function InBoth({ name }: { name: LocalisedText }) {
  return languages.map((language, at) => (
    <span key={language} lang={language}>
      {at > 0 && ' / '}
      {name[language]}
    </span>
  ));
}

/** What a file may say of a firm in words that are understood, and a file to fill in. */
export function FileHelp({ options: { branches, counties, municipalities } }: { options: FirmProfileOptions }) {
  const language = useLanguage();
  const localise = useLocalised();
  const fillIn = () => {
    const { name, headings } = inviteeTemplates[language];
    const line = csvLine(Object.values(headings).map((heading) => csvText(heading)));
    saveTextFile(name, 'text/csv', csvStart + line);
  };
  const namesIn = (county: string) =>
    municipalities.flatMap(({ code, name }) => (countyOf(code) === county ? [name] : [])).join(', ');
  return (
    <Details summary={<Trans>Words that a file may have, and a file to fill in</Trans>} onPaper="as-left">
      <p>
        <Trans>
          Only firm and e-mail address have to be there. What stands under municipality, branch or employees and is none
          of these is left out, and the firm is taken in all the same.
        </Trans>
      </p>
      <p>
        <Trans>Branch, by its name in either language:</Trans>
      </p>
      <ul>
        {branches.map(({ code, name }) => (
          <li key={code}>
            <InBoth name={name} />
          </li>
        ))}
      </ul>
      <p>
        <Trans>Municipality, by its name, with or without the word for municipality, or its code of four digits:</Trans>
      </p>
      <ul>
        {counties.map(({ code, name }) => (
          <li key={code}>
            {localise(name)}: {namesIn(code)}
          </li>
        ))}
      </ul>
      <p>
        <Trans>Employees, as a number, or as one of 1-4, 5-9, 10-49, 50-249 and 250+.</Trans>
      </p>
      <p>
        <Trans>Language of the mail: sv or en.</Trans>
      </p>
      <ButtonRow>
        <Button variant="secondary" onClick={fillIn}>
          <Trans>Download a file to fill in (CSV)</Trans>
        </Button>
      </ButtonRow>
    </Details>
  );
}
