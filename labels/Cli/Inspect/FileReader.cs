using AiLabels.Cli.Files;

namespace AiLabels.Cli.Inspect;

/// <summary>Reads one file after the other as the command line asks.</summary>
/// <param name="media">Null when the pictures are not looked at and the sound is not listened to.</param>
internal sealed class FileReader(LabelReader metadata, MediaReader? media)
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
            if (media is null)
            {
                return new(file.Path, report, null);
            }

            var (combined, viewed) = await media.ReadAsync(source, report, cancellation);
            return new(file.Path, combined, null) { ExplicitLabels = viewed.Labels, AudioLabels = viewed.Audio };
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            return new(file.Path, null, FileFailure.Of(e));
        }
    }
}
