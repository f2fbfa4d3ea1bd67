using System.Text.Json.Serialization;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Review.Queue;

namespace VideoGate.Review.Api;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(DecisionPreview))]
[JsonSerializable(typeof(ReviewQueuePage))]
[JsonSerializable(typeof(ReviewCase))]
[JsonSerializable(typeof(ReviewSummary))]
[JsonSerializable(typeof(BulkRequest))]
[JsonSerializable(typeof(BulkResults))]
[JsonSerializable(typeof(ReviewDecisionView))]
[JsonSerializable(typeof(ReviewView))]
[JsonSerializable(typeof(ReviewClaim))]
[JsonSerializable(typeof(ClaimRequest))]
[JsonSerializable(typeof(HandoverRequest))]
[JsonSerializable(typeof(NoteRequest))]
[JsonSerializable(typeof(QuestionRequest))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(AppealRequest))]
[JsonSerializable(typeof(ConfirmationRequest))]
internal sealed partial class ReviewJson : JsonSerializerContext;
