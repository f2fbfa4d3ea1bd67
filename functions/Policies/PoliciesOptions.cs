using System.ComponentModel.DataAnnotations;

namespace VideoGate.Policies;

/// <summary>Section <c>Policies</c>.</summary>
public sealed class PoliciesOptions
{
    public const string Section = "Policies";

    /// <summary>Id of the policy that new cases are opened under.</summary>
    [Required]
    public string Active { get; set; } = "cn-labeling-measures";

    /// <summary>
    /// Id of a policy that is tried on new cases beside the active one: its decision is recorded and acts on nothing. Null for none.
    /// </summary>
    public string? Shadow { get; set; }

    /// <summary>Folder of the policy files; relative to the folder of the binary.</summary>
    [Required]
    public string Folder { get; set; } = "Policies";
}
