using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>Determines the exit code from the files that were reported.</summary>
/// <param name="failOn">Weakest verdict that fails the run; null if none does.</param>
internal sealed class ExitStatus(AiOrigin? failOn)
{
    private bool _isReached;
    private bool _hasFailure;
    private bool _hasInconclusive;

    public int Code => _isReached ? ExitCode.Reached
        : _hasFailure ? ExitCode.SomeFileFailed
        : _hasInconclusive ? ExitCode.Inconclusive
        : ExitCode.Done;

    public void Add(InspectedFile file)
    {
        _hasFailure |= file.Failure is not null;
        if (file.Report is { } report && failOn is { } limit)
        {
            _isReached |= report.Origin >= limit;
            _hasInconclusive |= report.Origin == AiOrigin.Inconclusive;
        }
    }
}
