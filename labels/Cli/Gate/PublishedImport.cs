using System.Text;
using System.Text.Json;
using AiLabels.Cli.Terminal;
using Spectre.Console;

namespace AiLabels.Cli.Gate;

/// <summary>Starts an import of published videos in the gate, and follows it.</summary>
/// <param name="report">File for the report; null for none.</param>
internal sealed class PublishedImport(GateClient client, Consoles consoles, string? report)
{
    private const string Container = "published";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Pauses between two looks; a test does not wait.</summary>
    internal Func<TimeSpan, CancellationToken, Task> Pause { get; init; } = Task.Delay;

    /// <returns>What names of videos begin with; null if the target is not the container.</returns>
    public static string? PrefixOf(string target) => target == Container ? ""
        : target.StartsWith($"{Container}/", StringComparison.Ordinal) ? target[(Container.Length + 1)..]
        : null;

    /// <param name="known">An import to follow; null to start one.</param>
    public async Task<int> RunAsync(
        string prefix, GateDeclaration declared, string? known, bool apply, bool quarantine, CancellationToken cancellation)
    {
        var import = known is null
            ? await client.PostAsync("api/imports", Request(prefix, declared, quarantine), cancellation)
            : await client.GetAsync($"api/imports/{Uri.EscapeDataString(known)}", cancellation);
        var id = import.GetProperty("importId").GetString()!;
        consoles.Note([$"import {id}"]);
        import = await FollowAsync(id, cancellation);
        if (apply && StateOf(import) == "judged")
        {
            await client.PostAsync($"api/imports/{id}/apply", Application(quarantine), cancellation);
            import = await FollowAsync(id, cancellation);
        }

        if (report is not null)
        {
            await WriteReportAsync(id, cancellation);
        }

        return Print(import);
    }

    private async Task<JsonElement> FollowAsync(string id, CancellationToken cancellation)
    {
        string? told = null;
        while (true)
        {
            var import = await client.GetAsync($"api/imports/{id}", cancellation);
            var progress = Progress(import);
            if (progress != told)
            {
                consoles.Note([progress]);
                told = progress;
            }

            if (StateOf(import) is not ("judging" or "applying"))
            {
                return import;
            }

            await Pause(Look, cancellation);
        }
    }

    private async Task WriteReportAsync(string id, CancellationToken cancellation)
    {
        await using var file = new StreamWriter(report!, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        string? path = $"api/imports/{id}/videos?format=csv&pageSize=500";
        for (var isFirst = true; path is not null; isFirst = false)
        {
            var (text, next) = await client.ReadPageAsync(path, cancellation);
            // Each page repeats the names of the columns.
            await file.WriteAsync(isFirst ? text : text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            path = next;
        }
    }

    private int Print(JsonElement import)
    {
        var (counts, state) = (import.GetProperty("counts"), StateOf(import));
        var applied = counts.GetProperty("applied").EnumerateObject().Any();
        var table = new Table().AddColumn(applied ? "changed" : "would change").AddColumn(new TableColumn("videos").RightAligned());
        foreach (var change in counts.GetProperty(applied ? "applied" : "judged").EnumerateObject())
        {
            table.AddRow(Visible.Text(change.Name).EscapeMarkup(), $"{change.Value.GetInt32()}");
        }

        consoles.Output.Write(table);
        consoles.Output.WriteLine($"{counts.GetProperty("found").GetInt32()} found, {counts.GetProperty("owned").GetInt32()} of a case");
        if (state is "judged" or "applied")
        {
            return ExitCode.Done;
        }

        var failure = import.TryGetProperty("failure", out var why) ? $": {why.GetString()}" : "";
        consoles.Fail("import", $"it is {state}{failure}");
        return ExitCode.SomeFileFailed;
    }

    private static string StateOf(JsonElement import) => import.GetProperty("state").GetString()!;

    private static string Progress(JsonElement import)
    {
        var counts = import.GetProperty("counts");
        return $"{StateOf(import)}: {counts.GetProperty("found").GetInt32()} found, {Sum("judged")} judged, {Sum("applied")} applied";

        int Sum(string name) => counts.GetProperty(name).EnumerateObject().Sum(static change => change.Value.GetInt32());
    }

    private static byte[] Request(string prefix, GateDeclaration declared, bool quarantine) => GateJson.Write(json =>
    {
        json.WriteString("prefix", prefix);
        json.WriteBoolean("dryRun", true);
        json.WriteBoolean("quarantine", quarantine);
        GateJson.WriteDeclaration(json, declared);
    });

    private static byte[] Application(bool quarantine) => GateJson.Write(json => json.WriteBoolean("quarantine", quarantine));
}
