using System.Collections.Frozen;

namespace VideoGate.Http;

/// <summary>All problem types of this API.</summary>
public static class Problems
{
    public static readonly ProblemType Malformed = new(
        "malformed-request", 400, "The request cannot be read", "Send what openapi.yaml describes for this operation.");

    public static readonly ProblemType Invalid = new(
        "invalid-fields", 400, "Fields of the request are not valid", "Correct the fields that `errors` points to.");

    public static readonly ProblemType IdempotencyKeyRequired = new(
        "idempotency-key-required", 400, "An Idempotency-Key is required",
        "Send a header Idempotency-Key of 1 to 128 printable ASCII characters, new for each operation and the same for each retry of it.");

    public static readonly ProblemType Unauthenticated = new(
        "unauthenticated", 401, "Authentication is required", "Send a valid access token in the Authorization header.");

    public static readonly ProblemType Forbidden = new(
        "forbidden", 403, "Your roles do not allow this", "Ask for the role that the operation needs.");

    public static readonly ProblemType OwnUpload = new(
        "own-upload", 403, "You cannot decide on your own video", "Leave the review to another moderator.");

    public static readonly ProblemType NotFound = new(
        "not-found", 404, "There is no such resource", "Check the address; it may also be hidden from you.");

    public static readonly ProblemType AlreadyDecided = new(
        "already-decided", 409, "The review is already decided",
        "Read the case: `decidedBy` and `decidedAt` say who decided and when.");

    public static readonly ProblemType NotInReview = new(
        "not-in-review", 409, "The case is not in review", "Only a quarantined case can be decided.");

    public static readonly ProblemType Claimed = new(
        "claimed", 409, "Another moderator is working on the review",
        "Wait until `expiresAt`, or ask `holder` to hand it over; a senior moderator may take it over.");

    public static readonly ProblemType AwaitingConfirmation = new(
        "awaiting-confirmation", 409, "A second person must confirm the decision first",
        "Someone other than `heldBy` must confirm it or disagree, at confirmations.");

    public static readonly ProblemType WrongState = new(
        "wrong-state", 409, "The review's state does not allow this", "Read the review: its `state` says what can be done.");

    public static readonly ProblemType CaseBroken = new(
        "case-broken", 409, "The case and its audit log disagree",
        "Leave it to the operators, who were alerted: the case cannot be changed until they have restored it.");

    public static readonly ProblemType ImportState = new(
        "import-state", 409, "The import's state does not allow this",
        "Read the import: only a dry run that is complete can be applied, and only a running import cancelled.");

    public static readonly ProblemType BacktestState = new(
        "backtest-state", 409, "The backtest cannot be applied",
        "Read the backtest: it must be complete, its policy in force as it was tested, and not applied yet.");

    public static readonly ProblemType ErasureBlocked = new(
        "erasure-blocked", 409, "The uploader has uploads, cases or published videos",
        "Wait until `openCases` and uploads under way are decided; remove `publishedVideos` from what is published; then order again.");

    public static readonly ProblemType ErasureEnded = new(
        "erasure-ended", 409, "The order can no longer be confirmed", "Read the order: its `state` says why; order again if need be.");

    public static readonly ProblemType DecidedBefore = new(
        "decided-before", 403, "Another person must decide this", "Leave it to someone who took no part in the decision.");

    public static readonly ProblemType SecondPersonRequired = new(
        "second-person-required", 403, "You cannot confirm your own decision", "Leave it to another moderator.");

    public static readonly ProblemType UndoWindowOver = new(
        "undo-window-over", 409, "The decision can no longer be undone", "`undoUntil` gives the deadline; the uploader may appeal.");

    public static readonly ProblemType NotAppealable = new(
        "not-appealable", 409, "There is no decision to appeal",
        "The detail says why; `appealUntil` in the case gives the deadline.");

    public static readonly ProblemType NotPublished = new(
        "not-published", 409, "The video is not published", "Only a published video can be taken down; a moderator rejects others.");

    public static readonly ProblemType DeclarationFinal = new(
        "declaration-final", 409, "The declaration can no longer be changed this way",
        "After the decision an uploader may only declare more use of AI; ask a moderator, or appeal.");

    public static readonly ProblemType TakedownOpen = new(
        "takedown-open", 409, "Another order about this video waits for a decision",
        "Decide it at takedown/decisions; `dueAt` is the end of its clock.");

    public static readonly ProblemType TakedownDecided = new(
        "takedown-decided", 409, "The order is decided", "Read the case: `takedown` says by whom and when; the uploader may appeal.");

    public static readonly ProblemType Changed = new(
        "changed", 412, "The case has changed since you read it",
        "Read it again, check what changed, and send the new ETag in If-Match.");

    public static readonly ProblemType TooLarge = new(
        "too-large", 413, "The request body is too large", "Shorten the body.");

    public static readonly ProblemType UnsupportedMediaType = new(
        "unsupported-media-type", 415, "The body is not JSON", "Send JSON with Content-Type application/json.");

    public static readonly ProblemType IdempotencyKeyReused = new(
        "idempotency-key-reused", 422, "The Idempotency-Key was used for another request", "Use a new key for each new operation.");

    public static readonly ProblemType CannotLabel = new(
        "cannot-label", 422, "The video cannot be given this label",
        "Choose another of the case's `labelOptions`; `code` gives the reason.");

    public static readonly ProblemType ReasonContradicted = new(
        "reason-contradicted", 422, "The reason contradicts the case",
        "Choose one of `fitting`, which contradict nothing found in this video; `found` has the facts that the reason depends on.");

    public static readonly ProblemType IfMatchRequired = new(
        "if-match-required", 428, "An If-Match header is required", "Send the ETag of the case as you last read it.");

    public static readonly ProblemType TooManyUploads = new(
        "too-many-uploads", 429, "An upload limit is reached",
        "Try again after the time in Retry-After; `limit` names it: grants, openCases, bytes or calls.");

    public static readonly ProblemType Internal = new(
        "internal-error", 500, "Internal error", "Try again later; name the traceId when you report it.");

    public static readonly ProblemType StorageUnavailable = new(
        "storage-unavailable", 503, "Storage does not answer", "Try again after the time in Retry-After.");

    public static readonly ProblemType IdentityUnavailable = new(
        "identity-unavailable", 503, "The token issuer does not answer", "Try again after the time in Retry-After.");

    public static FrozenDictionary<string, ProblemType> ByName { get; } = new[]
    {
        Malformed, Invalid, IdempotencyKeyRequired, Unauthenticated, Forbidden, OwnUpload, NotFound, AlreadyDecided, NotInReview, Changed,
        Claimed, AwaitingConfirmation, WrongState, DecidedBefore, SecondPersonRequired, UndoWindowOver, NotAppealable,
        TooLarge, UnsupportedMediaType, IdempotencyKeyReused, CannotLabel, ReasonContradicted, IfMatchRequired, TooManyUploads, Internal,
        StorageUnavailable, IdentityUnavailable, CaseBroken, ErasureBlocked, ErasureEnded, NotPublished, TakedownOpen,
        TakedownDecided, DeclarationFinal, ImportState, BacktestState,
    }.ToFrozenDictionary(type => type.Name);
}
