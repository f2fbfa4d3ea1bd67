using System.Collections.Concurrent;
using Azure.AI.ContentSafety;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Local.ContentSafety.Emulator;

/// <summary>The blocklists created since the start; in memory only.</summary>
internal sealed class Blocklists
{
    private const int LongestItem = 128;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, BlocklistItem>> _lists = new(StringComparer.Ordinal);

    public IResult Put(string name, BlocklistDescription description)
    {
        _lists.TryAdd(name, new(StringComparer.Ordinal));
        return Results.Json(new { blocklistName = name, description.Description });
    }

    public IResult Add(string name, BlocklistItemsToAdd added)
    {
        var list = Find(name);
        if (added.BlocklistItems is not { Count: > 0 }
            || added.BlocklistItems.Any(item => item.Text is not { Length: > 0 and <= LongestItem }))
        {
            throw new RejectedException($"Items of 1 to {LongestItem} characters are required.");
        }

        BlocklistItem[] items =
            [.. added.BlocklistItems.Select(item => item with { BlocklistItemId = item.BlocklistItemId ?? $"{Guid.NewGuid()}" })];
        foreach (var item in items)
        {
            list[item.BlocklistItemId!] = item;
        }

        return Results.Json(new { blocklistItems = items }, Wire.Json);
    }

    /// <summary>Returns the items found in the text, case-insensitively.</summary>
    public IReadOnlyList<BlocklistMatch> Match(string text, IReadOnlyList<string>? names) => [..
        from name in names ?? []
        from item in Find(name).Values
        where text.Contains(item.Text, StringComparison.OrdinalIgnoreCase)
        select new BlocklistMatch(name, item.BlocklistItemId!, item.Text)];

    private ConcurrentDictionary<string, BlocklistItem> Find(string name) => _lists.GetValueOrDefault(name)
        ?? throw new RejectedException($"There is no blocklist '{name}'. Create it first.", StatusCodes.Status404NotFound, "NotFound");
}

internal sealed record BlocklistDescription(string? Description);
internal sealed record BlocklistItemsToAdd(IReadOnlyList<BlocklistItem>? BlocklistItems);
internal sealed record BlocklistItem(string? BlocklistItemId, string? Description, string Text);
