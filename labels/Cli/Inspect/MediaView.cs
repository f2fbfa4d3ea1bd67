using System.Globalization;
using AiLabels.Cli.Terminal;
using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;
using Spectre.Console;

namespace AiLabels.Cli.Inspect;

/// <summary>Formats the visible and audible labels of one file as rows of its report.</summary>
internal static class MediaView
{
    /// <returns>The rows; none if neither pictures nor audio were analyzed.</returns>
    public static IEnumerable<(string Label, Paragraph Text)> Of(InspectedFile file) =>
        [.. file.ExplicitLabels is { } seen ? Of(seen) : [], .. file.AudioLabels is { } heard ? Of(heard) : []];

    private static IEnumerable<(string Label, Paragraph Text)> Of(ExplicitLabels seen)
    {
        if (seen.Labels is [])
        {
            yield return ("on screen", new($"no label in {seen.Pictures} pictures"));
        }

        foreach (var label in seen.Labels)
        {
            yield return ("on screen",
                new(Visible.Text($"{label.Text}: {NameOf(label.Kind)}{(label.Generator is { } generator ? $", {generator}" : "")}")));
            yield return ("", new(Visible.Text(string.Create(
                CultureInfo.InvariantCulture,
                $"{label.HeightShare:P1} of the short side high, {label.Shown.TotalSeconds:0.0} s from {label.FirstSeen.TotalSeconds:0.0} s, {CamelCase.Name(label.Position)}{(label.Moves ? ", moving" : "")}"))));
            yield return ("",
                new Paragraph("GB 45438-2025 §5.4: ", Styles.Muted).Append(
                    Conformance(label.Conformance), label.Conformance.Passed ? Styles.Good : Styles.Doubtful));
        }
    }

    private static IEnumerable<(string Label, Paragraph Text)> Of(AudioLabels heard)
    {
        if (heard.Labels is [])
        {
            yield return ("audio label", new(string.Create(CultureInfo.InvariantCulture, $"no label in {heard.Heard.TotalSeconds:0} s")));
        }

        foreach (var label in heard.Labels)
        {
            yield return ("audio label", new(string.Create(
                CultureInfo.InvariantCulture,
                $"AI in Morse (.- ..) at {label.From.TotalSeconds:0.0} s for {label.Duration.TotalSeconds:0.0} s, {label.Frequency:0} Hz, {label.Contrast:0} dB above its pauses")));
        }
    }

    private static string Conformance(LabelConformance label) => string.Join(", ", new[]
    {
        label.Elements.Passed ? null : "words missing",
        label.AtStart.Passed ? null : "not at the start",
        label.Duration.Passed ? null : "too short",
        label.Height.Passed ? null : "undersized",
    }.OfType<string>()) is { Length: > 0 } faults ? faults : "met";

    private static string NameOf(VisibleLabelKind kind) => kind switch
    {
        VisibleLabelKind.Label or VisibleLabelKind.EnglishLabel or VisibleLabelKind.EuIcon => "explicit label",
        VisibleLabelKind.OtherWording => "label with other wording",
        VisibleLabelKind.VendorTrace => "generator mark",
        _ => "AI alone",
    };
}
