namespace AiLabels.Cli.Files;

/// <summary>An entry of a folder that is not read.</summary>
/// <param name="Reason">Why, in words that follow "entries".</param>
internal readonly record struct PassedOver(string Path, string Reason)
{
    public const string ByName = "named like no video";
    public const string ByContent = "beginning like no video";
    public const string Link = "linking to folders";

    private const int MaxNames = 10;

    /// <summary>Returns one line for each reason, with the names of some.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<PassedOver> entries) =>
        from entry in entries
        group entry.Path by entry.Reason into paths
        let count = paths.Count()
        let rest = count > MaxNames ? $" and {count - MaxNames} more" : ""
        select $"passed over {count} {(count == 1 ? "entry" : "entries")} {paths.Key}: {string.Join(", ", paths.Take(MaxNames))}{rest}";
}
