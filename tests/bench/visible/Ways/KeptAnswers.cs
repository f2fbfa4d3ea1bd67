using System.Text.Json;
using VideoGate.Bench.Visible.Specimens;

namespace VideoGate.Bench.Visible.Ways;

/// <summary>Stores answers beside their clips, so that an interrupted run continues.</summary>
/// <param name="version">A changed version discards the stored answers.</param>
internal sealed class KeptAnswers(string version, Func<string, Task<Answer>> look)
{
    public Task<Answer> OfAsync(Clip clip) => OfAsync(clip.Path);

    public async Task<Answer> OfAsync(string path)
    {
        var kept = Path.ChangeExtension(path, $".{version}.json");
        if (File.Exists(kept))
        {
            return JsonSerializer.Deserialize<Answer>(await File.ReadAllTextAsync(kept))!;
        }

        var answer = await look(path);
        await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(answer));
        return answer;
    }
}
