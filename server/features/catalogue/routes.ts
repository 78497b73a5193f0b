import type { FastifyInstance } from 'fastify';
import * as catalogue from '#shared/contracts/catalogue.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { changePackage } from './change-package.ts';
import { createPackageDraft } from './create-package-draft.ts';
import { getCatalogue } from './get-catalogue.ts';
import { getPackageDraft } from './get-package-draft.ts';
import { getPackageHistory } from './get-package-history.ts';
import { publishPackage } from './publish-package.ts';
import { removePackageDraft } from './remove-package-draft.ts';
import { savePackageDraft } from './save-package-draft.ts';

export function registerCatalogueRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, catalogue.getCatalogue, async ({ access }) => ({
    status: 200,
    body: await getCatalogue(context, access),
  }));
  registerEndpoint(app, catalogue.createPackageDraft, async ({ params, body, access }) => ({
    status: 201,
    body: await createPackageDraft(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, catalogue.changePackage, async ({ params, access }) => ({
    status: 201,
    body: await changePackage(context, access, params),
  }));
  registerEndpoint(app, catalogue.getPackageDraft, async ({ params, access }) => ({
    status: 200,
    body: await getPackageDraft(context, access, params.packageDraftId),
  }));
  registerEndpoint(app, catalogue.savePackageDraft, async ({ params, body, access }) => ({
    status: 200,
    body: await savePackageDraft(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, catalogue.removePackageDraft, async ({ params, body, access }) => {
    await removePackageDraft(context, access, { ...params, ...body });
    return { status: 200, body: { isRemoved: true } };
  });
  registerEndpoint(app, catalogue.publishPackage, async ({ params, body, access }) => {
    const published = await publishPackage(context, access, { ...params, ...body });
    context.wakeWorker();
    return { status: 201, body: published };
  });
  registerEndpoint(app, catalogue.getPackageHistory, async ({ params, query, access }) => ({
    status: 200,
    body: await getPackageHistory(context, access, { ...params, ...query }),
  }));
}
