namespace AiLabels.C2pa.Signing;

/// <summary>One thing that was done to the parent to make a copy: an action of C2PA 2.2, section 18.14.</summary>
/// <param name="Action">A standard name; see the constants.</param>
/// <param name="Description">What was done, in one sentence.</param>
public sealed record ContentEdit(string Action, string Description)
{
    /// <summary>Visible text was put into the picture.</summary>
    public const string AddedText = "c2pa.addedText";

    /// <summary>Metadata changed and the picture did not.</summary>
    public const string EditedMetadata = "c2pa.edited.metadata";

    /// <summary>The picture or sound was encoded again.</summary>
    public const string Transcoded = "c2pa.transcoded";
}
