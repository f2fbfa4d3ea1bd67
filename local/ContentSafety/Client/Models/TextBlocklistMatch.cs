namespace Azure.AI.ContentSafety;

/// <summary>An item of a blocklist that stands in the text.</summary>
public class TextBlocklistMatch
{
    internal TextBlocklistMatch(string blocklistName, string blocklistItemId, string blocklistItemText)
    {
        BlocklistName = blocklistName;
        BlocklistItemId = blocklistItemId;
        BlocklistItemText = blocklistItemText;
    }

    public string BlocklistName { get; }

    public string BlocklistItemId { get; }

    public string BlocklistItemText { get; }
}
