/** Who may import whom. Each rule says what to do instead. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const own = '^(shared|server|client|tests)/';

export default {
  forbidden: [
    forbid(
      'no-cycles',
      'Two modules that need each other are one module, or hide a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'domain-is-pure',
      'shared/domain knows zod and itself. Clock, randomness and data are arguments.',
      { path: '^shared/domain/' },
      { pathNot: ['^shared/domain/', '^node_modules/zod/'] },
    ),
    forbid(
      'contracts-know-only-the-domain',
      'shared/contracts describes the wire: zod, shared/domain and itself.',
      { path: '^shared/contracts/' },
      { pathNot: ['^shared/(domain|contracts)/', '^node_modules/zod/'] },
    ),
    forbid(
      'shared-uses-the-small-zod',
      'The client carries what shared imports: use zod/mini.',
      { path: '^shared/' },
      { path: '^node_modules/zod/(index|v4/classic)' },
    ),
    forbid(
      'platform-knows-no-feature',
      'server/platform is machinery. Pass what it needs as an argument from app.ts.',
      { path: '^server/platform/' },
      { path: '^server/(features/|app|main)' },
    ),
    forbid(
      'features-of-the-server-stand-alone',
      'A joint rule belongs in shared/domain, joint data in own SQL, a joint action one level up.',
      { path: '^server/features/([^/]+)/' },
      { path: '^server/features/', pathNot: '^server/features/$1/' },
    ),
    forbid(
      'routes-speak-http-only',
      'A route calls one use case; SQL and access are behind it.',
      { path: '^server/features/[^/]+/[^/]*routes[.]ts$' },
      { path: ['-repository[.]ts$', '/repository[.]ts$', '/access[.]ts$', '^server/platform/database/'] },
    ),
    forbid(
      'use-cases-know-no-http',
      'A use case gets plain values and throws DomainError; HTTP is in routes.ts.',
      { path: '^server/features/', pathNot: 'routes[.]ts$' },
      { path: ['^node_modules/fastify/', '^server/platform/http/', 'routes[.]ts$'] },
    ),
    forbid(
      'sql-lives-in-repositories',
      'Only repositories, and the platform that prepares the database, write SQL.',
      {
        path: own,
        pathNot: ['[/-]repository[.]ts$', '^server/platform/(database|content|idempotency)/', '^tests/'],
      },
      { path: '^node_modules/@nearform/sql/' },
    ),
    forbid(
      'client-lib-is-below',
      'client/src/lib knows no screen.',
      { path: '^client/src/lib/' },
      { path: '^client/src/(ui|features|app)/' },
    ),
    forbid(
      'ui-knows-no-product',
      'client/src/ui knows neither features nor the wire.',
      { path: '^client/src/ui/' },
      { path: ['^client/src/(features|app)/', '^shared/contracts/'] },
    ),
    forbid(
      'charts-alone-draw-charts',
      'Import a component of client/src/ui/charts; chart.js is loaded with it, later.',
      { path: own, pathNot: '^client/src/ui/charts/' },
      { path: '^node_modules/chart[.]js/' },
    ),
    forbid(
      'features-of-the-client-stand-alone',
      'Features meet in client/src/app/routes only.',
      { path: '^client/src/features/([^/]+)/' },
      { path: '^client/src/(features|app)/', pathNot: '^client/src/features/$1/' },
    ),
    forbid(
      'client-and-server-are-apart',
      'What both need is in shared.',
      { path: '^(client|server)/' },
      { path: ['^client/', '^server/'], pathNot: '^$1/' },
    ),
    forbid('nothing-imports-tests', 'Tests see all; nothing sees them.', { pathNot: '^tests/' }, { path: '^tests/' }),
    forbid(
      'runtime-needs-no-development-tools',
      'What the server runs is in dependencies.',
      { path: '^(server|shared)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid('nothing-unresolved', 'The import leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tests/tsconfig.json' },
    exclude: { path: ['/locales/', '[.]po$', '[.]css$', '[.]svg$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
