import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { fetchCatalogue, fetchRules, fetchWhatIf } from '../../features/catalogue/api.ts';
import { WorkshopProvider } from '../../features/catalogue/catalogue-context.tsx';
import { RulesPage } from '../../features/catalogue/rules-page.tsx';
import { ProblemError } from '../../lib/http/errors.ts';
import { catalogueHrefs } from '../catalogue.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

async function load() {
  const first = await loadOnce();
  // Somebody ended the draft between the two questions: what there is now is another page, and no fault.
  return first.rules.draft !== null && first.whatIf === null ? loadOnce() : first;
}

async function loadOnce() {
  // The rules first: what is drafted is checked against no older catalogue than the version that is said to be in use.
  const rules = await fetchRules();
  const [catalogue, whatIf] = await Promise.all([
    fetchCatalogue(),
    rules.draft === null ? null : fetchWhatIf(rules.draft.ruleDraftId).catch(nullWhenGone),
  ]);
  return { rules, catalogue, whatIf };
}

function nullWhenGone(error: unknown): null {
  if (error instanceof ProblemError && error.code === 'not-found') return null;
  throw error;
}
type Loaded = Awaited<ReturnType<typeof load>>;

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, load);
}

export function Component() {
  const loaded = useLoaderData<Loaded | null>();
  if (loaded === null) return <NotFoundPage />;
  return (
    <WorkshopProvider value={{ catalogue: loaded.catalogue, hrefs: catalogueHrefs }}>
      <RulesPage
        rules={loaded.rules}
        whatIf={loaded.whatIf}
        backHref={paths.editor()}
        outcomesHref={paths.ruleOutcomes}
      />
    </WorkshopProvider>
  );
}
