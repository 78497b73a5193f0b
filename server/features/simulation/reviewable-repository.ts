import SQL from '@nearform/sql';
import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { scoreProfileSchema } from '#shared/domain/scoring/score.ts';
import type { DemoPerson } from '../../platform/content/demo-people.ts';
import { many, type Queryable } from '../../platform/database/query.ts';

const reviewableSubmissionSchema = z.object({
  firmId: z.uuid(),
  submissionId: z.uuid(),
  organisationId: z.uuid(),
  /** The demo's adviser there; null at providers that have none. */
  advisorId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  formCode: z.string(),
  profile: firmProfileSchema,
  answers: z.record(z.string(), answerSchema),
  scoreProfile: scoreProfileSchema,
  /** Submitted by then, and open to the provider. */
  since: z.date(),
});
export type ReviewableSubmission = z.infer<typeof reviewableSubmissionSchema>;

/** The newest submission of each simulated firm, by the provider that it lets see it; in a settled order. */
export async function listReviewableSubmissions(
  db: Queryable,
  { instrumentVersionId, demoPeople }: { instrumentVersionId: string; demoPeople: readonly DemoPerson[] },
): Promise<ReviewableSubmission[]> {
  const emails = demoPeople.filter(({ role }) => role === 'advisor').map(({ email }) => email);
  return many(
    db,
    reviewableSubmissionSchema,
    SQL`select c.firm_id as "firmId", s.submission_id as "submissionId", o.organisation_id as "organisationId",
        (select p.person_id from people p join memberships m on m.person_id = p.person_id and m.ended_at is null
          where m.organisation_id = o.organisation_id and m.role = 'advisor' and p.email = any (${emails})
          order by p.email limit 1) as "advisorId",
        (select m.person_id from memberships m
          where m.firm_id = c.firm_id and m.role = 'owner' and m.ended_at is null
          order by m.person_id limit 1) as "ownerId",
        a.form_code as "formCode", s.profile, s.answers, s.score_profile as "scoreProfile",
        greatest(s.submitted_at, c.given_at) as since
      from consents c
      join firms f on f.firm_id = c.firm_id and f.is_simulated
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      join lateral (
        select * from submissions n where n.firm_id = c.firm_id and n.instrument_version_id = ${instrumentVersionId}
        order by n.submitted_at desc, n.receipt_number limit 1
      ) s on true
      join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      where c.purpose = 'result' and c.withdrawn_at is null
      order by c.given_at, f.name, c.provider_code`,
  );
}
