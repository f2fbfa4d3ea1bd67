namespace AiLabels.Containers;

/// <summary>How structures that hold one another are told apart in one format.</summary>
internal interface ITreeFormat
{
    /// <summary>The structure at <paramref name="offset"/>, which never exceeds its parent; or null when none can stand there.</summary>
    ValueTask<TreeItem?> ReadAsync(long offset, TreeItem parent);
}
