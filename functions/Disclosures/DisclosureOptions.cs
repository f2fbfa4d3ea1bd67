using System.ComponentModel.DataAnnotations;

namespace VideoGate.Disclosures;

/// <summary>Settings of the page that tells viewers about a published video.</summary>
public sealed class DisclosureOptions : IValidatableObject
{
    public const string Section = "Disclosure";

    /// <summary>Where viewers report a mistake: an https or mailto address that the disclosure page links. Null for no link.</summary>
    public Uri? Contact { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Contact is null or { IsAbsoluteUri: true, Scheme: "https" or "mailto" }
            ? []
            : [new($"{Section}:{nameof(Contact)} must be an https or mailto address.", [nameof(Contact)])];
}
