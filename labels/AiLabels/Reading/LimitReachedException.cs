using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>Ends the read of a file at a limit of <see cref="LabelReaderOptions"/>; the results so far are kept.</summary>
/// <param name="limit">Last part of the problem code, such as <c>boxes</c> in <c>limit.boxes</c>.</param>
internal sealed class LimitReachedException(string limit, string message) : Exception(message)
{
    public Problem ToProblem() => new($"limit.{limit}", Message);
}
