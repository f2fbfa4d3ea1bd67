using System.Diagnostics;
using System.Globalization;
using Azure;

namespace VideoGate.Local.Samples;

/// <summary>One video on its way.</summary>
internal sealed class Run(Sample sample)
{
    private static readonly TimeSpan EvidenceInterval = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _stage = Stopwatch.StartNew();
    private readonly Stopwatch _clock = new();
    private readonly Stopwatch _sinceEvidence = Stopwatch.StartNew();
    private IReadOnlySet<string> _evidence = new HashSet<string>();

    public Sample Sample => sample;

    public string Stage { get; private set; } = Samples.Stage.Waiting;

    /// <summary>The stage, and what is wrong with the app's answers if something is.</summary>
    public string StageAndTrouble => Trouble is null ? Stage : $"{Stage} (asking again after: {Trouble})";

    /// <summary>How long the video has been in its stage.</summary>
    public TimeSpan InStage => _stage.Elapsed;

    /// <summary>Grows with everything that moves: stages, uploaded bytes, files of evidence.</summary>
    public long Changes { get; private set; }

    public CaseView? Case { get; private set; }

    public string? Error { get; private set; }

    /// <summary>Why the app's last answer was none, while it is asked again.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Since the upload ended.</summary>
    public TimeSpan Took => _clock.Elapsed;

    public bool Ended => Error is not null || Case is { Ended: true };

    public bool EndedAsExpected => Error is null && Case is { Ended: true } ended && sample.Expected?.Matches(ended) is not false;

    /// <summary>Uploads the video and follows it until it is decided and moved.</summary>
    /// <param name="uploads">Limits how many videos upload at a time.</param>
    /// <param name="interval">How long to wait between two questions.</param>
    /// <param name="cancellationToken">Ends when nothing moves any more.</param>
    public async Task FollowAsync(GateClient gate, SemaphoreSlim uploads, Func<TimeSpan> interval, CancellationToken cancellationToken)
    {
        try
        {
            var uploadId = await UploadAsync(gate, uploads, interval, cancellationToken);
            _clock.Start();
            Enter(Samples.Stage.Uploaded);
            var caseId = await AskAsync(async () => await gate.FindCaseAsync(uploadId, cancellationToken), interval, cancellationToken);
            await AskAsync(async () => await LookAsync(gate, caseId, cancellationToken), interval, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Error = $"not followed to its end; last seen: {StageAndTrouble}";
        }
        catch (Exception exception) when (exception is HttpRequestException or RequestFailedException or IOException or UnauthorizedAccessException)
        {
            Error = FirstLine(exception.GetBaseException().Message);
            Enter(Samples.Stage.Failed);
        }

        _clock.Stop();
    }

    private async Task<string> UploadAsync(GateClient gate, SemaphoreSlim uploads, Func<TimeSpan> interval, CancellationToken cancellationToken)
    {
        await uploads.WaitAsync(cancellationToken);
        try
        {
            Enter(Samples.Stage.Uploading);
            var ticket = await AskAsync(async () => await gate.AnnounceAsync(sample, cancellationToken), interval, cancellationToken);
            await GateClient.UploadAsync(sample, ticket, new UploadProgress(this, new FileInfo(sample.Path).Length), cancellationToken);
            return ticket.UploadId;
        }
        finally
        {
            uploads.Release();
        }
    }

    /// <returns>The case once it has ended, else null.</returns>
    private async Task<CaseView?> LookAsync(GateClient gate, string caseId, CancellationToken cancellationToken)
    {
        Case = await gate.GetCaseAsync(caseId, cancellationToken);
        if (Case is { Ended: false, Decision: null } && _sinceEvidence.Elapsed > EvidenceInterval)
        {
            var evidence = await gate.ListEvidenceAsync(caseId, cancellationToken);
            Changes += evidence.Count - _evidence.Count;
            _evidence = evidence;
            _sinceEvidence.Restart();
        }

        Enter(Samples.Stage.Of(Case, _evidence));
        return Case.Ended ? Case : null;
    }

    /// <summary>Asks until there is an answer. An app that is restarting, or a machine that is slow, is asked again.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T?>> ask, Func<TimeSpan> interval, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            try
            {
                if (await ask() is { } answer)
                {
                    Trouble = null;
                    return answer;
                }

                Trouble = null;
            }
            catch (HttpRequestException exception) when (exception.StatusCode is null or >= System.Net.HttpStatusCode.InternalServerError)
            {
                Trouble = FirstLine(exception.GetBaseException().Message);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                Trouble = "no answer in time";
            }

            await Task.Delay(interval(), cancellationToken);
        }
    }

    private void Enter(string stage)
    {
        if (Stage != stage)
        {
            Stage = stage;
            Changes++;
            _stage.Restart();
        }
    }

    private static string FirstLine(string message) => Printable.Of(message.Split('\n', 2)[0]);

    private sealed class UploadProgress(Run run, long length) : IProgress<long>
    {
        public void Report(long value)
        {
            run.Changes++;
            run.Stage = length == 0 ? Samples.Stage.Uploading : string.Create(CultureInfo.InvariantCulture, $"{Samples.Stage.Uploading} {100 * value / length} %");
        }
    }
}
