using System.Text.Json;
using VideoGate.Bench.Visible.Specimens;

namespace VideoGate.Bench.Visible.Ways;

/// <summary>Answers of a way beside the clips they were given to, so that a run that was broken off goes on where it was.</summary>
/// <param name="version">Another version of the way answers anew.</param>
internal sealed class KeptAnswers(string version, Func<string, Task<Answer>> look)
{
    public async Task<Answer> OfAsync(Clip clip)
    {
        var kept = Path.ChangeExtension(clip.Path, $".{version}.json");
        if (File.Exists(kept))
        {
            return JsonSerializer.Deserialize<Answer>(await File.ReadAllTextAsync(kept))!;
        }

        var answer = await look(clip.Path);
        await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(answer));
        return answer;
    }
}
