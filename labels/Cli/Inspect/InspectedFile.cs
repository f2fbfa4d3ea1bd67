using AiLabels.Cli.Files;
using AiLabels.Reading;

namespace AiLabels.Cli.Inspect;

/// <summary>One file and what became of it: a report or a failure.</summary>
internal sealed record InspectedFile(string Path, LabelReport? Report, FileFailure? Failure)
{
    public static async Task<InspectedFile> ReadAsync(SelectedFile file, LabelReader reader, CancellationToken cancellation)
    {
        if (file.Failure is { } failure)
        {
            return new(file.Path, null, failure);
        }

        try
        {
            using var source = new FileByteSource(file.Path);
            return new(file.Path, await reader.ReadAsync(source, cancellation), null);
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            return new(file.Path, null, FileFailure.Of(e));
        }
    }
}
