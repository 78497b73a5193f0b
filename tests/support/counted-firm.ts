import { consentBody, ofFirm } from './firms.ts';
import type { LiveSite } from './live-site.ts';
import type { Owner } from './people.ts';

/** Puts a firm among those that are counted beside the simulated ones: simulated, and answered before this month. */
export async function letBeCounted({ admin }: Pick<LiveSite, 'admin'>, owner: Owner): Promise<void> {
  await owner.visitor.post(ofFirm(owner.firmId, '/consents'), consentBody('statistics', 'regions'));
  await admin.query(`set session_replication_role = 'replica'`);
  await admin.query('update firms set is_simulated = true where firm_id = $1', [owner.firmId]);
  await admin.query(`update submissions set submitted_at = submitted_at - interval '40 days' where firm_id = $1`, [
    owner.firmId,
  ]);
  await admin.query(`set session_replication_role = 'origin'`);
}
