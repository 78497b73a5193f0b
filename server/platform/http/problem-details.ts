import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem, ProblemCode, ProblemField } from '#shared/contracts/problem.ts';
import { type DescribedCause, describeCauses } from '../describe-causes.ts';
import { DomainError } from '../domain-error.ts';

/** The one place where a code meets an HTTP status. */
const problemKinds: Record<ProblemCode, { status: number; title: string }> = {
  'invalid-request': { status: 422, title: 'The request does not have the form described' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'payload-too-large': { status: 413, title: 'The request is larger than allowed' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'too-many-requests': { status: 429, title: 'Too many requests in a short time' },
  'origin-refused': { status: 403, title: 'The request came from another site' },
  'response-already-submitted': { status: 409, title: 'The response is submitted and can no longer change' },
  'answer-not-accepted': { status: 422, title: 'The answer does not fit the question' },
  'answer-conflict': { status: 409, title: 'The answer was changed elsewhere in the meantime' },
  'idempotency-key-missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'nothing-answered': { status: 422, title: 'Nothing has been answered yet' },
  'sign-in-required': { status: 401, title: 'Sign in to go on' },
  'sign-in-refused': { status: 401, title: 'That way of signing in was not accepted' },
  'code-not-accepted': { status: 422, title: 'The code is wrong, used or too old' },
  'account-locked': { status: 403, title: 'The account is locked' },
  'second-factor-required': { status: 403, title: 'This takes a second step' },
  'verification-required': { status: 403, title: 'This takes proof of who you are, given a moment ago' },
  'last-of-its-kind': { status: 409, title: 'Somebody must be left who can do this' },
  'already-in-use': { status: 409, title: 'That belongs to somebody else already' },
  'already-decided': { status: 409, title: 'The request has been decided or withdrawn' },
  'decision-on-its-way': { status: 409, title: 'Those it concerns have not been told of the decision yet' },
  'changed-meanwhile': { status: 409, title: 'Somebody else has changed this meanwhile' },
  'move-not-possible': { status: 409, title: 'That cannot be done from where it stands now' },
  'edition-full': { status: 409, title: 'The last place has been taken' },
  'edition-closed': { status: 409, title: 'The edition takes no firms' },
  'already-placed': { status: 409, title: 'The firm is in a group for the package already' },
  'draft-conflict': { status: 409, title: 'Somebody else has changed this place of the draft meanwhile' },
  'draft-outdated': { status: 409, title: 'The draft, or the version it follows, is no longer the newest' },
  'draft-not-publishable': { status: 409, title: 'The draft has faults that keep it from being published' },
  'edit-refused': { status: 422, title: 'The change does not fit the draft' },
  'review-conflict': { status: 409, title: 'Somebody else has changed this part of the review meanwhile' },
  'review-incomplete': { status: 422, title: 'Something is missing in the review' },
  'review-not-open': { status: 409, title: 'The review has gone on, and this is no longer possible' },
  'file-not-readable': { status: 422, title: 'The file cannot be read' },
  'builder-busy': { status: 409, title: 'Other releases are being built; try again when they are done' },
  'release-blocked': { status: 409, title: 'The release cannot be published as it is; look at it again' },
  'release-not-verifiable': { status: 409, title: 'The release cannot be built again from what it was built from' },
  'verification-running': { status: 409, title: 'The release is being built again already' },
  'planner-busy': { status: 409, title: 'Another plan is being looked for; try again when it is done' },
  'file-not-accepted': { status: 422, title: 'The file is not of a kind or size that is taken' },
  'too-many-result-links': { status: 409, title: 'As many links are active as a firm may have; take one back first' },
  'too-many-respondents': { status: 409, title: 'As many people answer as may answer together' },
  'respondent-invited-already': { status: 409, title: 'Somebody with that address is invited already' },
  'respondent-link-full': { status: 409, title: 'As many as the link lets in have come in by it' },
  'invitation-opened': { status: 409, title: 'The invitation has been opened already, and opens once' },
  'respondent-link-active': { status: 409, title: 'A link for several is active already' },
  'respondent-not-to-renew': { status: 409, title: 'The respondent has come in, or can still come in by mail' },
  'respondent-not-to-remind': {
    status: 409,
    title: 'The respondent is done, was reminded, or was not invited by mail',
  },
  'too-many-firms': { status: 409, title: 'There are more firms than can be planned with; choose fewer editions' },
  'plan-of-earlier-rules': {
    status: 409,
    title: 'The plan was made by earlier rules for points; solve it again first',
  },
  'others-not-asked': {
    status: 409,
    title: 'Others give the package too; say that they have been asked',
  },
  'package-out-of-use': { status: 409, title: 'The package of an edition is not in use any more; choose without it' },
  'nothing-changed': { status: 409, title: 'The draft says the same as the package in use' },
  'too-many-publications': { status: 409, title: 'The organisation has published as often as it may in a day' },
  'too-many-drafts': { status: 409, title: 'The organisation has as many open drafts as it may have' },
  'too-many-what-ifs': {
    status: 409,
    title: 'What drafts of the rules would change has been counted as often as it may in a day',
  },
  'campaign-closed': { status: 409, title: 'The call takes nothing more' },
  'campaign-begun': { status: 409, title: 'Somebody has begun to answer by this link already' },
  'service-unavailable': { status: 503, title: 'The service cannot answer right now; try again in a moment' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
};

const fastifyErrorCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_VALIDATION: 'invalid-request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_ERR_BAD_URL: 'not-found',
  FST_UNDER_PRESSURE: 'service-unavailable',
};

function codeOf(error: FastifyError | DomainError): ProblemCode {
  if (error instanceof DomainError) return error.code;
  const known = fastifyErrorCodes[error.code];
  if (known !== undefined) return known;
  if (error.statusCode === 429) return 'too-many-requests';
  const isClientFault = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isClientFault ? 'invalid-request' : 'internal-error';
}

function fieldsOf(error: FastifyError | DomainError): ProblemField[] | undefined {
  if (error instanceof DomainError) return error.fields.length > 0 ? [...error.fields] : undefined;
  return error.validation?.map((issue) => ({
    path: `${error.validationContext ?? 'request'}${issue.instancePath}`,
    // A rule of our own carries its code as its message.
    code: issue.keyword === 'custom' ? (issue.message ?? 'invalid') : (issue.keyword ?? 'invalid'),
  }));
}

export function problemOf(code: ProblemCode, requestId: string, fields?: ProblemField[]): Problem {
  const { status, title } = problemKinds[code];
  return { type: `/problems/${code}`, title, status, code, requestId, ...(fields ? { errors: fields } : {}) };
}

function sendProblem(reply: FastifyReply, problem: Problem & Record<string, unknown>): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', '5');
  return reply.code(problem.status).type('application/problem+json').send(problem);
}

/** What a refusal was made of, for whoever runs the site: a provider of sign-in that is away, say. */
function causesOf({ cause }: Error): DescribedCause[] | undefined {
  return cause === undefined ? undefined : describeCauses(cause);
}

function handleError(error: FastifyError | DomainError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = codeOf(error);
  const problem = problemOf(code, request.id, fieldsOf(error));
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  else request.log.info({ code, causes: causesOf(error) }, 'request refused');
  const members = error instanceof DomainError ? error.members : {};
  return sendProblem(reply, { ...members, ...problem });
}

/** Every error, of ours and of the framework, leaves as one RFC 9457 document. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | DomainError>(handleError);
}

export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, problemOf('not-found', request.id));
}
