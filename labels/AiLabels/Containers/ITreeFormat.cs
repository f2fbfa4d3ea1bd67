namespace AiLabels.Containers;

/// <summary>Reads the nested structures of one format.</summary>
internal interface ITreeFormat
{
    /// <summary>Returns the structure at <paramref name="offset"/>, which never exceeds its parent, or null if there is none.</summary>
    ValueTask<TreeItem?> ReadAsync(long offset, TreeItem parent);
}
