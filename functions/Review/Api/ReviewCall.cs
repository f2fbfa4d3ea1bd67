using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>A request to change a review, as it reaches a function.</summary>
/// <param name="Client">Reaches the orchestration that waits for the change; null when none does.</param>
internal sealed record ReviewCall(HttpRequest Request, string CaseId, DurableTaskClient? Client);

/// <summary>A body that can say what is wrong with it.</summary>
internal interface IChangeRequest
{
    /// <returns>Everything that is wrong with the fields, or null.</returns>
    ProblemResult? Validate();
}
