import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type LoadedSharedFirm, loadSharedFirm } from '../../features/advising/api.ts';
import { SharedFirmPage } from '../../features/advising/shared-firm-page.tsx';
import { SharedFirst, SharedResult } from '../../features/result/shared-result.tsx';
import { useLocalised } from '../../lib/use-language.ts';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';
import { staffOnly } from '../staff-only.ts';
import { useVisitor } from '../visitor.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '' } = params;
  return staffOnly(request, () => loadSharedFirm(organisationId, firmId, currentLanguage()));
}

const resultHrefs = { package: paths.package, method: paths.method() };

function useFormName(): (code: string) => string {
  const site = useSite();
  const localise = useLocalised();
  const nameOf = (code: string): string => {
    const form = site?.forms.find((each) => each.code === code);
    return form === undefined ? code : localise(form.name);
  };
  // A form may join several.
  return (code) => code.split('+').map(nameOf).join(', ');
}

export function Component() {
  const loaded = useLoaderData<LoadedSharedFirm | null>();
  const formName = useFormName();
  const account = useVisitor();
  const newest = loaded?.firm.newest ?? null;
  const form = loaded?.form ?? null;
  const shown = newest === null || form === null ? null : { result: newest, form };
  return (
    <SharedFirmPage
      loaded={loaded}
      firmsHref={paths.advisor()}
      formName={formName}
      ownPersonId={account?.personId ?? null}
      contact={null}
      picture={
        shown !== null && <SharedFirst loaded={shown} hrefs={resultHrefs} change={loaded?.firm.change ?? null} />
      }
      record={null}
      result={shown !== null && <SharedResult loaded={shown} hrefs={resultHrefs} />}
    />
  );
}
