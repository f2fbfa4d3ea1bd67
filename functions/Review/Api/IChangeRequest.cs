using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>A body that can say what is wrong with it.</summary>
internal interface IChangeRequest
{
    /// <returns>Everything that is wrong with the fields, or null.</returns>
    ProblemResult? Validate();
}
