using AiLabels.Reports;

namespace AiLabels.Writing;

/// <summary>
/// Ends the creation of a labelled file before a byte of it is written; <see cref="LabelWriter"/> returns it as an outcome.
/// </summary>
internal sealed class RefusalException(Refusal reason, string message) : Exception(message)
{
    public Refusal Reason { get; } = reason;

    public static RefusalException Damaged(string what) => new(Refusal.Damaged, what);
}
