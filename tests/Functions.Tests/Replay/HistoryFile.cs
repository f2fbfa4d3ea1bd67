using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;

namespace VideoGate.Tests.Replay;

/// <summary>A history as a file: a JSON array with one event of the engine's protobuf per line.</summary>
internal static class HistoryFile
{
    public static List<HistoryEvent> Read(string path) =>
        [.. File.ReadLines(path).Select(line => line.TrimEnd(',')).Where(line => line is not ("[" or "]"))
            .Select(line => HistoryEvent.Parser.ParseJson(line))];

    public static void Write(string path, IEnumerable<HistoryEvent> history) =>
        File.WriteAllText(path, $"[\n{string.Join(",\n", history.Select(happened => JsonFormatter.Default.Format(happened)))}\n]\n");
}
