using System.ComponentModel.DataAnnotations;

namespace VideoGate.Policies;

/// <summary>Section <c>Policies</c>.</summary>
public sealed class PoliciesOptions
{
    public const string Section = "Policies";

    /// <summary>Id of the policy that decides new cases.</summary>
    [Required]
    public string Active { get; set; } = "cn-labeling-measures";

    /// <summary>
    /// Id of the shadow policy, evaluated on new cases beside the active one: its decision is recorded and has no effect. Null for none.
    /// </summary>
    public string? Shadow { get; set; }

    /// <summary>Folder of the policy files; relative to the binary's folder.</summary>
    [Required]
    public string Folder { get; set; } = "Policies";
}
