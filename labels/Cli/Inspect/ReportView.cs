using System.Globalization;
using AiLabels.Cli.Terminal;
using AiLabels.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AiLabels.Cli.Inspect;

/// <summary>Formats one report as text: the verdict, then all findings and problems with their locations.</summary>
internal sealed class ReportView
{
    private const int LabelWidth = 13;

    private readonly List<IRenderable> _rows = [];

    public static IRenderable Of(InspectedFile file, LabelReport report)
    {
        var view = new ReportView();
        view.Write(file, report);
        return new Rows(view._rows);
    }

    private void Write(InspectedFile file, LabelReport report)
    {
        _rows.Add(new Text(Visible.Text(file.Path), Styles.Heading));
        Row("verdict", Verdict(report));
        Row("container", Words(Facts(report.Container)));
        Row("credentials", Credentials(report.Credentials));
        foreach (var detail in CredentialView.Of(report.Credentials))
        {
            Row("", detail);
        }

        foreach (var finding in report.Findings)
        {
            Write(finding);
        }

        foreach (var (label, text) in MediaView.Of(file))
        {
            Row(label, text);
        }

        foreach (var problem in report.Problems)
        {
            Row("problem", new Paragraph(Visible.Text(problem.Code), Styles.Doubtful).Append($"  {Visible.Text(problem.Message)}"));
            WritePlace(problem.Source);
        }

        Row("bytes read", Words(string.Create(CultureInfo.InvariantCulture, $"{report.BytesRead:N0}; the file has {report.Length:N0}")));
        _rows.Add(Text.Empty);
    }

    private void Write(Finding finding)
    {
        var says = finding.Says == AiOrigin.NotFound ? "does not indicate AI" : CamelCase.Name(finding.Says);
        var text = new Paragraph(NameOf(finding.Kind)).Append(", ").Append(says, Styles.Of(finding.Says));
        Row("finding", finding.Generator is { } generator ? text.Append($", {generator}") : text);
        WritePlace(finding.Source);
        foreach (var (name, value) in finding.Details)
        {
            Row("", Words($"{name}: {value}".TrimEnd()));
        }

        if (finding is { Details.Count: 0, Raw: { Length: > 0 } raw })
        {
            Row("", Words(raw));
        }
    }

    private void WritePlace(Source? source)
    {
        if (source is not null)
        {
            var clause = source.Clause is null ? "" : $"; {source.Clause}";
            Row("", new Paragraph(
                Visible.Text($"{source.Path} at byte {source.Offset}, {source.Length} bytes{clause}".TrimStart()), Styles.Muted));
        }
    }

    private static Paragraph Verdict(LabelReport report)
    {
        var text = new Paragraph(CamelCase.Name(report.Origin), Styles.Of(report.Origin));
        text.Append(report.Generator is { } generator ? $", {generator}: " : ": ");
        return text.Append(report.Origin switch
        {
            AiOrigin.Confirmed => "a label that belongs to this file states the use of AI.",
            AiOrigin.Possible => "a label states that AI may have been used.",
            AiOrigin.Suspected => "something suggests AI, but no well-placed label that belongs to this file states it.",
            AiOrigin.Inconclusive => "the file could not be read completely; no conclusion is possible.",
            _ => "nothing indicates AI. That does not mean that a person made it.",
        });
    }

    private static Paragraph Credentials(CredentialReport credentials)
    {
        if (credentials.Integrity == CredentialIntegrity.None)
        {
            return Words("none");
        }

        var text = new Paragraph(CamelCase.Name(credentials.Integrity), Styles.Of(credentials.Integrity))
            .Append(", signer ")
            .Append(CamelCase.Name(credentials.Signer), Styles.Of(credentials.Signer));
        string?[] details =
        [
            credentials.SignerName is { } signer ? $": {signer}" : null,
            credentials.SignedAt is { } time ? string.Create(CultureInfo.InvariantCulture, $", signed at {time.UtcDateTime:u}") : null,
            credentials.ClaimGenerator is { } generator ? $", with {generator}" : null,
            credentials.ActiveManifest is { } manifest ? $", manifest {manifest}" : null,
        ];
        return text.Append(Visible.Text(string.Concat(details)));
    }

    private static string Facts(ContainerFacts facts)
    {
        List<string?> parts = [$"{NameOf(facts.Format)} {facts.Brand}".TrimEnd(), facts.Fragmented ? "fragmented" : null];
        parts.Add(facts.Duration is { } duration ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.###} s") : null);
        parts.AddRange(facts.Tracks.Select(Describe));
        parts.Add(facts.Encoder is { } encoder ? $"encoder {encoder}" : null);
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Describe(TrackFacts track) => string.Concat(
        $"{CamelCase.Name(track.Kind)} {track.Codec}".TrimEnd(),
        track is { Width: { } width, Height: { } height } ? $" {width}×{height}" : "",
        track.Rotation is { } rotation and not 0 ? $" turned by {rotation}°" : "");

    private static string NameOf(ContainerFormat format) => format switch
    {
        ContainerFormat.IsoBmff => "ISO-BMFF",
        ContainerFormat.Avi or ContainerFormat.Flv or ContainerFormat.Asf => format.ToString().ToUpperInvariant(),
        ContainerFormat.MpegTs => "MPEG-TS",
        ContainerFormat.C2pa => "C2PA manifest store",
        _ => format.ToString(),
    };

    private static string NameOf(FindingKind kind) => kind switch
    {
        FindingKind.AigcLabel => "AIGC label",
        FindingKind.DigitalSourceType => "digital source type",
        FindingKind.ContentCredential => "content credential",
        FindingKind.PlatformLabel => "platform label",
        FindingKind.VendorTrace => "vendor trace",
        FindingKind.GenerationRecipe => "generation recipe",
        _ => "remote manifest",
    };

    private static Paragraph Words(string untrusted) => new(Visible.Text(untrusted));

    /// <summary>Writes a label, and text that wraps within its own column.</summary>
    private void Row(string label, Paragraph text)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { Width = LabelWidth, NoWrap = true, Padding = new Padding(2, 0, 0, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        grid.AddRow(new Text(label, Styles.Muted), text);
        _rows.Add(grid);
    }
}
