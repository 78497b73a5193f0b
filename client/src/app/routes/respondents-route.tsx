import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchResponse } from '../../features/answering/api.ts';
import { fetchAskedBefore, fetchRespondents } from '../../features/respondents/api.ts';
import { RespondentsPage } from '../../features/respondents/respondents-page.tsx';
import { fetchForm } from '../../lib/fetch-form.ts';
import { useFormWords } from '../../lib/use-form-words.ts';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const responseId = params['responseId'] ?? '';
  const [respondents, response] = await Promise.all([fetchRespondents(responseId), fetchResponse(responseId)]);
  const [form, former] = await Promise.all([
    fetchForm(response.instrumentVersionId, response.formCode, currentLanguage()),
    respondents.isOpen ? fetchAskedBefore(response) : [],
  ]);
  return { respondents, response, form, former };
}

export function Component() {
  const { responseId = '' } = useParams();
  const { respondents, response, form, former } = useLoaderData<typeof loader>();
  const { structure, texts } = useFormWords(form, response.instrumentVersionId);
  return (
    <RespondentsPage
      key={responseId}
      asked={{ responseId, formCode: response.formCode, structure }}
      texts={texts}
      firmName={response.firmName}
      loaded={respondents}
      former={former}
      hrefs={{ overview: paths.overview(responseId) }}
    />
  );
}
