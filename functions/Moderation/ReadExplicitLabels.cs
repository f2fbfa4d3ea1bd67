using Microsoft.Azure.Functions.Worker;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Moderation;

/// <summary>A step of cases that began before one look served all: see <see cref="ModerateVideo"/>, version 1.1.0.</summary>
public sealed class ReadExplicitLabels(UploadPictures uploads, EvidenceStore evidence)
{
    /// <exception cref="StorageOutageException">Storage does not answer; the file is not to blame.</exception>
    [Function(nameof(ReadExplicitLabels))]
    public async Task<ExplicitLabelSummary> RunAsync([ActivityTrigger] LookRequest input, CancellationToken cancellationToken) =>
        (await new LookAtVideo(uploads, evidence).RunAsync(input, cancellationToken)).ExplicitLabel;
}
