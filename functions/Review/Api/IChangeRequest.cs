using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>A request body that validates itself.</summary>
internal interface IChangeRequest
{
    /// <returns>All field errors, or null if there are none.</returns>
    ProblemResult? Validate();
}
