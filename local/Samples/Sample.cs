namespace VideoGate.Local.Samples;

/// <summary>A video to send through the app.</summary>
/// <param name="Declaration">The uploader's declaration: notAi, realCapture, edited or generated.</param>
/// <param name="Expected">Expected result, or null if unknown.</param>
/// <param name="Jurisdictions">Where the audience is.</param>
internal sealed record Sample(
    string Path, string Declaration = Sample.NotAi, string? Title = null, Expected? Expected = null, string? Realism = null,
    string[]? Jurisdictions = null)
{
    public const string NotAi = "notAi";

    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The name to show: the path within the given folder, otherwise the file's name.</summary>
    public string Name { get => Printable.Of(field ?? FileName); init; }
}

/// <summary>Expected result of a sample; what is null may be anything.</summary>
/// <param name="Label">Value of the AIGC label that the gate wrote, or none; <paramref name="Shown"/>: span of the one burnt in.</param>
/// <param name="Credentials">Integrity of the content credentials; <paramref name="Signed"/>: by the gate, yes or no.</param>
internal sealed record Expected(
    string State, string? Reason, string? Origin, string? Generator = null, string? Label = null, string? Shown = null,
    string? Notices = null, string? Credentials = null, string? Signed = null)
{
    public static Expected Of(CaseView actual) => new(
        actual.State, actual.Reason, actual.Decision?.Origin, actual.Generator, actual.Labelling?.Label?["Label"] ?? "none",
        actual.Labelling?.Order.Explicit ?? "none",
        string.Join(' ', actual.Disclosure?.Notices.Select(notice => $"{notice.Jurisdiction ?? "house"}:{notice.Kind}") ?? []),
        actual.Disclosure?.Provenance.Integrity, actual.Labelling?.Signature?.Manifest is null ? "no" : "yes");

    public bool Matches(CaseView actual) => Of(actual) is var seen && this == seen with
    {
        Generator = Generator is null ? null : seen.Generator,
        Label = Label is null ? null : seen.Label,
        Shown = Shown is null ? null : seen.Shown,
        Notices = Notices is null ? null : seen.Notices,
        Credentials = Credentials is null ? null : seen.Credentials,
        Signed = Signed is null ? null : seen.Signed,
    };

    public override string ToString() =>
        string.Join(", ", new[] { State, Reason, Origin, Generator, Label, Shown, Notices, Credentials, Signed }.OfType<string>());
}
