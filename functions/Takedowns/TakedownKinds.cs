using System.Text.Json;

namespace VideoGate.Takedowns;

/// <summary>The kinds of orders that ship with the app.</summary>
internal static class TakedownKinds
{
    private const string Resource = "takedown-kinds.json";

    public static IReadOnlyList<TakedownKind> All { get; } = Read();

    /// <returns>The kind, or null if there is none of this id.</returns>
    public static TakedownKind? Find(string? id) => All.FirstOrDefault(kind => kind.Id == id);

    private static IReadOnlyList<TakedownKind> Read()
    {
        using var file = typeof(TakedownKinds).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the app.");
        return JsonSerializer.Deserialize(file, TakedownJson.Default.IReadOnlyListTakedownKind)!;
    }
}
