using System.Diagnostics;

namespace Local.Samples;

/// <summary>One video on its way.</summary>
internal sealed class Run(Sample sample)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _clock = new();

    public Sample Sample => sample;

    public string Stage { get; private set; } = "waiting";

    public CaseView? Case { get; private set; }

    public string? Error { get; private set; }

    public TimeSpan Took => _clock.Elapsed;

    public bool EndedAsExpected => Error is null && Case is { Ended: true } ended && (sample.Expected is null || Matches(ended, sample.Expected));

    /// <summary>Uploads the video and follows it until it is decided and moved.</summary>
    public async Task FollowAsync(GateClient gate, CancellationToken cancellationToken)
    {
        try
        {
            Stage = "uploading";
            var uploadId = await gate.UploadAsync(sample);
            _clock.Start();
            Stage = "uploaded";
            while (Case is not { Ended: true })
            {
                await Task.Delay(PollInterval, cancellationToken);
                Case = await gate.FindCaseAsync(uploadId);
                Stage = Case?.State ?? "uploaded";
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or Azure.RequestFailedException or IOException or OperationCanceledException)
        {
            Error = exception is OperationCanceledException ? "not decided in time" : exception.Message;
            Stage = "failed";
        }

        _clock.Stop();
    }

    private static bool Matches(CaseView actual, Expected expected) =>
        actual.State == expected.State
        && actual.Decision?.Reason == expected.Reason
        && actual.Decision?.Origin == expected.Origin
        && (expected.Generator is null || (actual.Labels?.Generator ?? actual.ExplicitLabel?.Generator) == expected.Generator);
}
