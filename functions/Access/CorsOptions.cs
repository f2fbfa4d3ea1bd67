using System.ComponentModel.DataAnnotations;

namespace VideoGate.Access;

/// <summary>Settings of pages on other origins that call the API and write uploads.</summary>
public sealed class CorsOptions : IValidatableObject
{
    public const string Section = "Cors";

    /// <summary>Origins of the pages that may call the API and write uploads, such as https://www.example.com.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => AllowedOrigins.Any(origin => !IsOrigin(origin))
        ? [new(
            $"{Section}:{nameof(AllowedOrigins)} must be origins: https, or http on this machine, without a path.",
            [nameof(AllowedOrigins)])]
        : [];

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.GetLeftPart(UriPartial.Authority) == text
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
