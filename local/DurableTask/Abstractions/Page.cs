namespace Microsoft.DurableTask;

/// <summary>One page of values.</summary>
/// <param name="values">The values, in order.</param>
/// <param name="continuationToken">Where the next page starts; null on the last page.</param>
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    /// <summary>The values, in order.</summary>
    public IReadOnlyList<T> Values { get; } = values;

    /// <summary>Where the next page starts; null on the last page.</summary>
    public string? ContinuationToken { get; } = continuationToken;
}
