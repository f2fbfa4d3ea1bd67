using Microsoft.Azure.Functions.Worker;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Moderation;

/// <summary>A step of cases that began before one look served all: see <see cref="ModerateVideo"/>, version 1.1.0.</summary>
public sealed class SampleFrames(UploadPictures uploads, EvidenceStore evidence)
{
    /// <returns>How many distinct frames there are.</returns>
    /// <exception cref="StorageOutageException">Storage does not answer; the file is not to blame.</exception>
    [Function(nameof(SampleFrames))]
    public async Task<int> RunAsync([ActivityTrigger] LookRequest input, CancellationToken cancellationToken) =>
        (await new LookAtVideo(uploads, evidence).RunAsync(input, cancellationToken)).Frames;
}
