using AiLabels.Cli.Files;
using AiLabels.Reading;

namespace AiLabels.Cli.Inspect;

/// <summary>Reads one file after the other as the command line asks.</summary>
/// <param name="pictures">Null when the pictures are not looked at.</param>
internal sealed class FileReader(LabelReader metadata, PictureReader? pictures)
{
    public async Task<InspectedFile> ReadAsync(SelectedFile file, CancellationToken cancellation)
    {
        if (file.Failure is { } failure)
        {
            return new(file.Path, null, failure);
        }

        try
        {
            using var source = VideoFile.Open(file.Path);
            var report = await metadata.ReadAsync(source, cancellation);
            if (pictures is null)
            {
                return new(file.Path, report, null);
            }

            var (seen, labels) = await pictures.ReadAsync(source, report, cancellation);
            return new(file.Path, seen, null) { ExplicitLabels = labels };
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            return new(file.Path, null, FileFailure.Of(e));
        }
    }
}
