using VideoGate.Http;

namespace VideoGate.Access;

/// <summary>The authority does not respond; tokens can be neither accepted nor rejected.</summary>
public sealed class IdentityUnavailableException(Uri? authority, Exception innerException)
    : ServiceUnavailableException(
        $"The token issuer {authority} does not answer; check Identity:Authority and the network.", innerException);
