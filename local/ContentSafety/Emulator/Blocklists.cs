using System.Collections.Concurrent;
using Azure.AI.ContentSafety;

namespace Local.ContentSafety.Emulator;

/// <summary>The blocklists that were made since the start; nothing is kept on disk.</summary>
internal sealed class Blocklists
{
    private const int MostItems = 10_000;
    private const int LongestItem = 128;

    private readonly ConcurrentDictionary<string, List> _lists = new(StringComparer.Ordinal);

    /// <returns>Whether the list is new.</returns>
    public bool Put(string name, string? description)
    {
        var added = new List(new Blocklist(name, description));
        var kept = _lists.AddOrUpdate(name, added, (_, earlier) => earlier with { Description = added.Description });
        return ReferenceEquals(kept, added);
    }

    public BlocklistItems Add(string name, BlocklistItems items)
    {
        var list = Find(name);
        BlocklistItem[] added = [.. (items.Items ?? []).Select(item => item with { BlocklistItemId = item.BlocklistItemId ?? $"{Guid.NewGuid()}" })];
        if (added.Length == 0 || added.Any(item => item.Text is not { Length: > 0 and <= LongestItem }) || list.Items.Count + added.Length > MostItems)
        {
            throw RejectedException.Invalid($"Items of 1 to {LongestItem} characters are required, at most {MostItems} in a list.");
        }

        foreach (var item in added)
        {
            list.Items[item.BlocklistItemId!] = item;
        }

        return new(added);
    }

    /// <summary>Items that stand in the text, in any case.</summary>
    public IReadOnlyList<BlocklistMatch> Match(string text, IReadOnlyList<string>? names) => [..
        from name in names ?? []
        from item in Find(name).Items.Values
        where text.Contains(item.Text, StringComparison.OrdinalIgnoreCase)
        select new BlocklistMatch(name, item.BlocklistItemId!, item.Text)];

    private List Find(string name) => _lists.GetValueOrDefault(name)
        ?? throw RejectedException.NotFound($"There is no blocklist '{name}'. Make it first.");

    private sealed record List(Blocklist Description)
    {
        public ConcurrentDictionary<string, BlocklistItem> Items { get; } = new(StringComparer.Ordinal);
    }
}
