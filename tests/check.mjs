// Everything that can be said of the sources without running them: `npm run check`.
import { checks, runCheck } from './checks.mjs';
import '../server/refuse-old-node.mjs';

const failed = checks.filter((check) => !runCheck(check));
process.stdout.write(`${checks.length - failed.length} checks passed, ${failed.length} failed\n`);
process.exit(failed.length === 0 ? 0 : 1);
