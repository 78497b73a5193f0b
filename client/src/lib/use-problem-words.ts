import { useLingui } from '@lingui/react/macro';
import type { ProblemCode } from '#shared/contracts/problem.ts';
import { ProblemError } from './http/errors.ts';

/** Says in the reader's language what went wrong, and what one can do about it. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const wordsOf = (code: ProblemCode): string => {
    switch (code) {
      case 'invalid-request':
      case 'answer-not-accepted':
      case 'unsupported-media-type':
        return t`Something in the form is not as it should be. Look through it and try again.`;
      case 'not-found':
      case 'method-not-allowed':
        return t`There is nothing here, or it belongs to another browser. Open the link you saved to continue.`;
      case 'payload-too-large':
        return t`That is more than can be taken at once. Shorten the text, or choose a smaller file.`;
      case 'too-many-requests':
        return t`That was many requests in a short time. Wait a minute and try again.`;
      case 'origin-refused':
        return t`The request came from another site than this one. Open the page again and retry.`;
      case 'response-already-submitted':
        return t`The answers have been submitted and can no longer be changed.`;
      case 'answer-conflict':
        return t`The question has been answered elsewhere meanwhile.`;
      case 'nothing-answered':
        return t`Answer at least one question first.`;
      case 'idempotency-key-missing':
      case 'idempotency-key-reused':
        return t`The page is out of date. Reload it and try again.`;
      case 'sign-in-required':
        return t`Your session has ended. Sign in again; what you wrote is still here.`;
      case 'sign-in-refused':
        return t`That did not let you in. Try once more, or choose another way of signing in.`;
      case 'code-not-accepted':
        return t`The code is wrong, used or too old. Check it, or ask for a new one.`;
      case 'account-locked':
        return t`The account is locked, so nobody can sign in to it. Turn to the coordination of Måttstock.`;
      case 'second-factor-required':
        return t`This takes your second step. Do it and try again.`;
      case 'verification-required':
        return t`Show once more that it is you, then try again. What you wrote is still here.`;
      case 'last-of-its-kind':
        return t`Somebody else must take over first: nobody else would be left who can do this.`;
      case 'already-in-use':
        return t`That is connected to another account already.`;
      case 'already-decided':
        return t`The request has been decided or withdrawn meanwhile. Load the page again to see how it stands.`;
      case 'decision-on-its-way':
        return t`The mail about the decision has not gone yet. Wait until it has: it says why, and how to complain.`;
      case 'changed-meanwhile':
        return t`Somebody else has changed this meanwhile. Look at it as it is now, and try again.`;
      case 'move-not-possible':
        return t`That cannot be done the way things stand now. Load the page again to see how they do.`;
      case 'edition-full':
        return t`The last place has just been taken. The firm can be put on the waiting list.`;
      case 'edition-closed':
        return t`The group takes no firms: it is not open yet, or it is over.`;
      case 'already-placed':
        return t`The firm is in a group for this package already, or on a waiting list for one.`;
      case 'draft-conflict':
        return t`Somebody else has changed this meanwhile. Nothing of yours was stored yet.`;
      case 'draft-outdated':
        return t`The draft has changed, or a newer version was published. Load it again and look at the difference.`;
      case 'draft-not-publishable':
        return t`The draft cannot be published yet. Go through the checks.`;
      case 'edit-refused':
        return t`The change does not fit the draft any longer. Load it again.`;
      case 'review-conflict':
        return t`Somebody else has changed this part of the review meanwhile. Nothing of yours was stored yet.`;
      case 'review-incomplete':
        return t`Something is missing in the review. Look through what is marked.`;
      case 'review-not-open':
        return t`The review has gone on meanwhile. Load the page again to see how it stands.`;
      case 'file-not-readable':
        return t`The file cannot be read. It may be damaged, or of another kind than its name says.`;
      case 'builder-busy':
        return t`Other releases are being built. Try again when they are done.`;
      case 'release-blocked':
        return t`The release cannot be published as it stands. Load the page again to see why.`;
      case 'release-not-verifiable':
        return t`The release cannot be built again. Load the page again to see why.`;
      case 'verification-running':
        return t`The release is being built again already. Load the page again to see how far it is.`;
      case 'planner-busy':
        return t`Another plan is being looked for. Try again when it is done.`;
      case 'file-not-accepted':
        return t`The file is not taken: it must be a PDF, PNG, JPG, DOCX or XLSX, at most 5 MB.`;
      case 'too-many-firms':
        return t`There are more firms than can be planned with at once. Choose fewer groups.`;
      case 'package-out-of-use':
        return t`The package of one of the groups is no longer in use, so the group cannot be planned. Choose groups without it.`;
      case 'plan-of-earlier-rules':
        return t`The plan was made by earlier rules for points. Solve it again first.`;
      case 'others-not-asked':
        return t`Others give the package too. Ask them first, and say that you have.`;
      case 'nothing-changed':
        return t`The draft says the same as the package in use. There is nothing to publish.`;
      case 'too-many-publications':
        return t`Your organisation has published as often as it may in one day. The draft is kept. Try again tomorrow.`;
      case 'too-many-drafts':
        return t`Your organisation has as many open drafts as it may have. Publish or remove one first.`;
      case 'too-many-what-ifs':
        return t`What a draft would change has been counted as often as it may in one day. Try again tomorrow.`;
      case 'too-many-result-links':
        return t`As many links are active as there may be at once. Take one back first.`;
      case 'too-many-respondents':
        return t`As many people answer as may answer together.`;
      case 'respondent-invited-already':
        return t`Somebody with that address is invited already.`;
      case 'respondent-not-to-remind':
        return t`The person cannot be reminded: they are done, were reminded before, or were not invited by e-mail.`;
      case 'respondent-not-to-renew':
        return t`The person cannot be given a new link: they have come in already, or what was mailed to them still works.`;
      case 'invitation-opened':
        return t`The invitation has been opened already, and lets one person in once. Go on where you began, or by a link of your own that you made there. Otherwise ask whoever invited you.`;
      case 'respondent-link-active':
        return t`There is a link for several already. Take it back before you make another.`;
      case 'respondent-link-full':
        return t`As many as the link lets in have come in by it. Ask whoever gave you the link for a new one.`;
      case 'campaign-closed':
        return t`The campaign takes no more answers. What you have answered is kept.`;
      case 'campaign-begun':
        return t`Somebody has begun to answer by this link already.`;
      case 'service-unavailable':
        return t`The service cannot reply right now. Nothing is lost. Try again in a moment.`;
      case 'internal-error':
        return t`Something went wrong on our side. Nothing is lost. Try again in a moment.`;
    }
  };
  return (error) =>
    error instanceof ProblemError
      ? wordsOf(error.code)
      : t`No reply came. Check the network and try again; nothing is done twice.`;
}
