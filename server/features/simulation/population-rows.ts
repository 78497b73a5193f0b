import type { ConsentWording } from '#shared/contracts/referrals.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { answerDueMs } from '#shared/domain/referral/answer-target.ts';
import type { Identifiers } from '../../platform/identifier.ts';
import type { Versions } from './population-repository.ts';
import type { SimulatedConsent, SimulatedFirm, SimulatedReferral, SimulatedResponse } from './simulated-firm.ts';

type RowParts = {
  readonly versions: Versions;
  readonly wordings: readonly ConsentWording[];
  /** From when on firms agree by the newest wording of each purpose; before, by the first. */
  readonly newestWordingSince: Date;
  readonly identifiers: Identifiers;
};

export type Row = Readonly<Record<string, unknown>>;

/** In the order in which they can be inserted. */
export const populationTables = [
  'people',
  'firms',
  'memberships',
  'assessments',
  'responses',
  'answers',
  'submissions',
  'support_choices',
  'scores',
  'suggestions',
  'need_gaps',
  'consents',
  'referrals',
  'referral_events',
] as const;
export type PopulationRows = Readonly<Record<(typeof populationTables)[number], readonly Row[]>>;

type MutableRows = { -readonly [table in keyof PopulationRows]: Row[] };

/** Everything of these firms, by table, as the columns are named. */
export function rowsOf(firms: readonly SimulatedFirm[], parts: RowParts): PopulationRows {
  const rows = Object.fromEntries(populationTables.map((table) => [table, []])) as unknown as MutableRows;
  for (const firm of firms) addFirm(rows, firm, parts);
  return rows;
}

function addFirm(rows: MutableRows, firm: SimulatedFirm, parts: RowParts): void {
  const firmId = parts.identifiers.newId();
  const createdAt = firm.responses[0]?.startedAt;
  rows.firms.push({ firm_id: firmId, name: firm.name, is_simulated: true, created_at: createdAt });
  const people = addPeople(rows, firm, firmId, parts);
  const { submissions, responseIds } = addResponses(rows, firm, { firmId, people }, parts);
  for (const { response, chosen, at } of firm.choices) {
    rows.support_choices.push({
      firm_id: firmId,
      response_id: responseIds[response],
      chosen,
      changed_at: at,
      revision: 1,
    });
  }
  for (const consent of firm.consents) addConsent(rows, consent, { firm, firmId, owner: people[0] }, parts);
  for (const referral of firm.referrals) {
    addReferral(rows, referral, { firm, firmId, owner: people[0], submission: submissions[referral.response] }, parts);
  }
}

/** Their addresses are in the domain .example, which nobody can have. */
function addPeople(rows: MutableRows, firm: SimulatedFirm, firmId: string, { identifiers }: RowParts): string[] {
  const createdAt = firm.responses[0]?.startedAt;
  return firm.people.map(({ name }, place) => {
    const personId = identifiers.newId();
    const email = emailOf(firm, place);
    rows.people.push({ person_id: personId, email, name, language: firm.language, created_at: createdAt });
    const role = place === 0 ? 'owner' : 'respondent';
    const membership = { membership_id: identifiers.newId(), person_id: personId, role, firm_id: firmId };
    rows.memberships.push({ ...membership, created_at: createdAt });
    return personId;
  });
}

const emailOf = (firm: SimulatedFirm, place: number): string => `person${place + 1}@sim${firm.index + 1}.example`;

/** One assessment a round, whoever answers. Gives the submissions, and the responses, in the order of the responses. */
function addResponses(
  rows: MutableRows,
  firm: SimulatedFirm,
  { firmId, people }: { firmId: string; people: readonly string[] },
  parts: RowParts,
): { submissions: string[]; responseIds: string[] } {
  const assessments = new Map<number, string>();
  const added = firm.responses.map((response) => {
    const assessmentId = assessments.get(response.round) ?? parts.identifiers.newId();
    if (!assessments.has(response.round)) {
      assessments.set(response.round, assessmentId);
      rows.assessments.push({
        assessment_id: assessmentId,
        firm_id: firmId,
        instrument_version_id: parts.versions.instrumentVersionId,
        form_code: response.formCode,
        round: response.round,
        profile: response.profile,
        created_at: response.startedAt,
      });
    }
    return addResponse(rows, response, { firm, firmId, assessmentId, personId: people[response.person] }, parts);
  });
  return {
    submissions: added.map(({ submissionId }) => submissionId),
    responseIds: added.map(({ responseId }) => responseId),
  };
}

type ResponsePlace = { firm: SimulatedFirm; firmId: string; assessmentId: string; personId: string | undefined };

function addResponse(rows: MutableRows, response: SimulatedResponse, place: ResponsePlace, parts: RowParts) {
  const { firm, firmId } = place;
  const { instrumentVersionId, definitionSha256, catalogueVersionId } = parts.versions;
  const responseId = parts.identifiers.newId();
  const submissionId = parts.identifiers.newId();
  const ids = { firm_id: firmId, response_id: responseId, instrument_version_id: instrumentVersionId };
  rows.responses.push({
    ...ids,
    assessment_id: place.assessmentId,
    person_id: place.personId,
    language: firm.language,
    status: 'open',
    started_at: response.startedAt,
  });
  for (const [itemCode, answer] of Object.entries(response.answers)) {
    if (answer !== undefined) rows.answers.push({ ...ids, item_code: itemCode, ...answerColumns(answer, response) });
  }
  rows.submissions.push({
    ...ids,
    submission_id: submissionId,
    definition_sha256: definitionSha256,
    catalogue_version_id: catalogueVersionId,
    receipt_number: `S1M${response.round}-${String(firm.index + 1).padStart(4, '0')}`,
    language: firm.language,
    answers: response.answers,
    profile: response.profile,
    answered_items: response.answeredItems,
    scored_items: response.scoredItems,
    score_profile: response.scoreProfile,
    routing: response.routing,
    submitted_at: response.submittedAt,
  });
  addOutcome(rows, response, { firm_id: firmId, submission_id: submissionId });
  return { submissionId, responseId };
}

function answerColumns({ value, comment }: Answer, { submittedAt }: SimulatedResponse): Row {
  const { state, yes, ...columns } = { state: null, yes: undefined, ...value } as Record<string, unknown>;
  return { state, ...columns, is_yes: yes, comment, revision: 1, answered_at: submittedAt, is_carried: false };
}

/** What SQL asks of scores and suggestions, a row for each. */
function addOutcome(rows: MutableRows, { scoreProfile, routing }: SimulatedResponse, ids: Row): void {
  for (const score of scoreProfile.dimensions) {
    rows.scores.push({
      ...ids,
      dimension_code: score.dimension,
      rules_version: scoreProfile.rulesVersion,
      status: score.status,
      level: score.level,
      range_lowest: score.range?.lowest,
      range_highest: score.range?.highest,
      band: score.band,
      answered_weight: score.answeredWeight,
      applicable_weight: score.applicableWeight,
    });
  }
  for (const suggestion of routing.suggestions) {
    const { rank, packageCode, providerCode, total } = suggestion;
    rows.suggestions.push({
      ...ids,
      rank,
      package_code: packageCode,
      provider_code: providerCode,
      total,
      detail: suggestion,
    });
  }
  for (const gap of routing.gaps) rows.need_gaps.push({ ...ids, dimension_code: gap.dimension, reason: gap });
}

type FirmPlace = { firm: SimulatedFirm; firmId: string; owner: string | undefined };

function addConsent(rows: MutableRows, consent: SimulatedConsent, place: FirmPlace, parts: RowParts): string {
  const ofPurpose = parts.wordings.filter(({ purpose }) => purpose === consent.purpose);
  const wording = ofPurpose.at(consent.givenAt < parts.newestWordingSince ? 0 : -1);
  if (wording === undefined) throw new Error(`no wording for the consent ${consent.purpose}`);
  const consentId = parts.identifiers.newId();
  rows.consents.push({
    consent_id: consentId,
    firm_id: place.firmId,
    purpose: consent.purpose,
    provider_code: consent.receiver,
    wording_version: wording.version,
    language: place.firm.language,
    given_at: consent.givenAt,
    person_id: place.owner,
    withdrawn_at: consent.withdrawnAt,
    withdrawn_by: consent.withdrawnAt === null ? null : place.owner,
  });
  return consentId;
}

function addReferral(
  rows: MutableRows,
  referral: SimulatedReferral,
  place: FirmPlace & { submission: string | undefined },
  parts: RowParts,
): void {
  const referralId = parts.identifiers.newId();
  const [chosen] = referral.events;
  const last = referral.events.at(-1);
  if (chosen === undefined || last === undefined) return;
  const ids = { firm_id: place.firmId, referral_id: referralId };
  rows.referrals.push({
    ...ids,
    submission_id: place.submission,
    consent_id: addConsent(rows, referral.consent, place, parts),
    catalogue_version_id: parts.versions.catalogueVersionId,
    package_code: referral.packageCode,
    provider_code: referral.providerCode,
    is_suggested: true,
    status: last.status,
    firm_name: place.firm.name,
    contact_name: place.firm.people[0]?.name,
    email: emailOf(place.firm, 0),
    created_at: chosen.at,
    answer_due_at: new Date(answerDueMs(chosen.at.getTime())),
    status_since: last.at,
    revision: referral.events.length,
    outcome: last.status === 'completed' ? 'reached' : null,
  });
  for (const { move, status, at } of referral.events) {
    rows.referral_events.push({ ...ids, move, status, occurred_at: at });
  }
}
