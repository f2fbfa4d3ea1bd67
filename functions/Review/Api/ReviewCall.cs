using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace VideoGate.Review.Api;

/// <summary>A request to change a review, as it reaches a function.</summary>
/// <param name="Client">Reaches the orchestration that waits for the change; null when none does.</param>
internal sealed record ReviewCall(HttpRequest Request, string CaseId, DurableTaskClient? Client);
