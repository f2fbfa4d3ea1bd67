using System.Diagnostics;
using System.Text.Json;

namespace VideoGate.Local.Samples;

/// <summary>The sample videos of <c>samples.json</c>: one for each path through the app, four seconds each, made with ffmpeg.</summary>
internal static class SampleSet
{
    private const string Picture = "testsrc2=size=1280x720:rate=25:duration=4";

    /// <summary>Creates the videos that are missing, or older than this program.</summary>
    /// <exception cref="InvalidOperationException">ffmpeg failed.</exception>
    public static async Task<IReadOnlyList<Sample>> CreateAsync(string folder, Action<string> say)
    {
        Directory.CreateDirectory(folder);
        var list = Path.Combine(AppContext.BaseDirectory, "samples.json");
        var recipes = JsonSerializer.Deserialize<Recipe[]>(await File.ReadAllBytesAsync(list), JsonSerializerOptions.Web)!;
        var program = new[] { typeof(SampleSet).Assembly.Location, list }.Max(File.GetLastWriteTimeUtc);
        var missing = recipes.Where(recipe => File.GetLastWriteTimeUtc(Path.Combine(folder, recipe.Name)) < program).ToList();
        foreach (var (index, recipe) in missing.Index())
        {
            say($"Creating the sample videos with ffmpeg: {recipe.Name}, {index + 1} of {missing.Count}");
            await MakeAsync(folder, recipe);
        }

        return [.. recipes.Select(recipe => new Sample(
            Path.Combine(folder, recipe.Name), recipe.Declaration, recipe.Title, recipe.Expected, recipe.Realism, recipe.Jurisdictions))];
    }

    /// <summary>Creates a video under a temporary name and renames it, so that an interrupted start never leaves a partial video.</summary>
    private static async Task MakeAsync(string folder, Recipe recipe)
    {
        var part = Path.Combine(folder, $"part-{recipe.Name}");
        if (recipe.File is not null)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, recipe.File), part, overwrite: true);
        }
        else
        {
            await EncodeAsync(part, recipe.Options);
        }

        // ffmpeg writes moov last, so half of the file has no index.
        var whole = await File.ReadAllBytesAsync(part);
        await File.WriteAllBytesAsync(part, [.. whole[..(recipe.IsCutInHalf ? whole.Length / 2 : whole.Length)], .. recipe.Append ?? []]);
        File.Move(part, Path.Combine(folder, recipe.Name), overwrite: true);
    }

    private static async Task EncodeAsync(string path, string[] options)
    {
        using var ffmpeg = Process.Start("ffmpeg", [
            "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i", Picture,
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", .. options, path]);
        await ffmpeg.WaitForExitAsync();
        if (ffmpeg.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg could not create {path}, see above.");
        }
    }

    /// <param name="Options">Options of ffmpeg, unless <paramref name="File"/> names a video beside this program.</param>
    /// <param name="Append">Bytes that follow the video, such as another box.</param>
    private sealed record Recipe(
        string Name, Expected Expected, string[] Options, string? Title = null, string Declaration = Sample.NotAi, string? Realism = null,
        string[]? Jurisdictions = null, string? File = null, byte[]? Append = null, bool IsCutInHalf = false);
}
