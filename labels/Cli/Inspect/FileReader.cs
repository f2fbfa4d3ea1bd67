using AiLabels.Cli.Files;

namespace AiLabels.Cli.Inspect;

/// <summary>Reads one file with the options of the command line.</summary>
/// <param name="media">Null if neither pictures nor audio are analyzed.</param>
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
            using var source = await VideoFile.OpenAsync(file.Path, cancellation);
            var report = await metadata.ReadAsync(source, cancellation);
            var unsuitable = FileFailure.Of(report.Container.Format, report.Length);
            if (media is null || unsuitable is not null)
            {
                return new(file.Path, report, unsuitable);
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
