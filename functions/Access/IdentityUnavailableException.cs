using VideoGate.Http;

namespace VideoGate.Access;

/// <summary>The authority does not answer, so no token can be judged: neither good nor bad.</summary>
public sealed class IdentityUnavailableException(Uri? authority, Exception innerException)
    : ServiceUnavailableException(
        $"The token issuer {authority} does not answer; check Identity:Authority and the network.", innerException);
