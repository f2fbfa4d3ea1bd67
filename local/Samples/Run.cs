using System.Diagnostics;
using System.Net;
using Azure;

namespace VideoGate.Local.Samples;

/// <summary>One video on its way through the app.</summary>
internal sealed class Run(Sample sample)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _clock = new();

    public Sample Sample => sample;

    /// <summary>Human-readable stage of the video.</summary>
    public string Stage { get; private set; } = "queued";

    /// <summary>Increases with all progress: stages and uploaded bytes.</summary>
    public long Changes { get; private set; }

    public CaseView? Case { get; private set; }
    public string? Error { get; private set; }

    /// <summary>Time since the upload ended.</summary>
    public TimeSpan Took => _clock.Elapsed;

    public bool Ended => Error is not null || Case is { Ended: true };
    public bool EndedAsExpected => Error is null && Case is { Ended: true } ended && sample.Expected?.Matches(ended) is not false;

    /// <summary>Uploads the video and follows it until it is decided and moved.</summary>
    /// <param name="cancellationToken">Cancelled when there is no more progress.</param>
    public async Task FollowAsync(GateClient gate, CancellationToken cancellationToken)
    {
        string? uploadId = null;
        try
        {
            while (!Ended)
            {
                await Task.Delay(PollInterval, cancellationToken);
                uploadId = await AdvanceAsync(gate, uploadId, cancellationToken);
            }

            _clock.Stop();
        }
        catch (OperationCanceledException)
        {
            // Its stage shows how far it came.
        }
        catch (Exception exception) when (exception is HttpRequestException or RequestFailedException or IOException
            or UnauthorizedAccessException)
        {
            Error = FirstLine(exception);
        }
    }

    /// <summary>Performs the next step. Retries while the app restarts.</summary>
    /// <returns>The id of the upload, or null if there is none yet.</returns>
    private async Task<string?> AdvanceAsync(GateClient gate, string? uploadId, CancellationToken cancellationToken)
    {
        try
        {
            if (uploadId is null)
            {
                Enter("uploading");
                uploadId = await gate.UploadAsync(sample, new Progress<long>(_ => Changes++), cancellationToken);
                _clock.Start();
            }

            Case = await gate.FindCaseAsync(uploadId, cancellationToken);
            Enter(Case?.Stage ?? "uploaded, waiting for the app to open its case");
        }
        catch (HttpRequestException exception) when (exception.StatusCode is null or >= HttpStatusCode.InternalServerError)
        {
            Enter($"retrying after: {FirstLine(exception)}");
        }

        return uploadId;
    }

    private static string FirstLine(Exception exception) => Printable.Of(exception.GetBaseException().Message.Split('\n', 2)[0]);

    private void Enter(string stage)
    {
        Changes += Stage == stage ? 0 : 1;
        Stage = stage;
    }
}
