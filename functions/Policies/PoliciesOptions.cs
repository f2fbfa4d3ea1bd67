using System.ComponentModel.DataAnnotations;

namespace VideoGate.Policies;

/// <summary>Section <c>Policies</c>.</summary>
public sealed class PoliciesOptions
{
    public const string Section = "Policies";

    /// <summary>Id of the policy that decides new cases, whatever their audience; it needs a review section.</summary>
    [Required]
    public string Active { get; set; } = "cn-labeling-measures";

    /// <summary>
    /// Id of the shadow policy, evaluated on new cases beside the active one: its decision is recorded and has no effect. Null for none.
    /// </summary>
    public string? Shadow { get; set; }

    /// <summary>
    /// Where the audience is if the upload does not say, such as CN, EU or US-CA: the policies of these jurisdictions are asked beside the
    /// active one.
    /// </summary>
    public IList<string> Jurisdictions { get; } = [];

    /// <summary>Ids of draft policies to ask as if they were in force.</summary>
    public IList<string> Drafts { get; } = [];

    /// <summary>Folder of the policy files; relative to the binary's folder.</summary>
    [Required]
    public string Folder { get; set; } = "Policies";
}
