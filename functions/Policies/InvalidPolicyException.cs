namespace VideoGate.Policies;

public sealed class InvalidPolicyException : Exception
{
    public InvalidPolicyException(IReadOnlyList<PolicyError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    public IReadOnlyList<PolicyError> Errors { get; }
}
