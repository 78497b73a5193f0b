import { type LoaderFunctionArgs, useLoaderData, useParams, useRevalidator } from 'react-router';
import { fetchFirms, loadClaim } from '../../features/firm/api.ts';
import { ClaimPage } from '../../features/firm/claim-page.tsx';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';
import { forgetVisitor, isFirmMember, useVisitor } from '../visitor.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const [response, firms] = await Promise.all([loadClaim(params['responseId'] ?? ''), loadOwnFirms()]);
  return { response, firms };
}

/** Asked for only by those for whom it is there: a refusal would be taken for the end of the session. */
const loadOwnFirms = async () => ((await isFirmMember()) ? fetchFirms() : []);

export function Component() {
  const { response, firms } = useLoaderData<typeof loader>();
  const { responseId = '' } = useParams();
  const visitor = useVisitor();
  const site = useSite();
  const { revalidate } = useRevalidator();
  const askVisitorAgain = () => {
    forgetVisitor();
    void revalidate();
  };
  return (
    <ClaimPage
      key={responseId}
      response={response}
      email={visitor?.email ?? null}
      firms={firms}
      forms={site?.forms ?? []}
      hrefs={{
        signIn: paths.signIn(paths.claim(responseId)),
        account: paths.account(),
        resume: paths.resume(),
        overview: paths.overview(responseId),
        result: paths.result(responseId),
        firm: paths.firm,
        access: paths.firmAccess,
      }}
      onClaimed={askVisitorAgain}
    />
  );
}
