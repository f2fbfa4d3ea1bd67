using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace VideoGate.Review.Api;

/// <summary>A request to change a review, as received by a function.</summary>
/// <param name="Client">Client to resume the orchestration that waits for the change; null if none waits.</param>
internal sealed record ReviewCall(HttpRequest Request, string CaseId, DurableTaskClient? Client);
