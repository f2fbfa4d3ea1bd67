using AiLabels.C2pa;
using AiLabels.C2pa.Manifests;
using AiLabels.Reports;

namespace AiLabels;

/// <summary>The result of all findings and problems of one file. A pure function.</summary>
/// <param name="Conflicts">Problems that arise between findings: too many labels, contradictory places.</param>
internal sealed record OriginAssessment(AiOrigin Origin, string? Generator, IReadOnlyList<Problem> Conflicts)
{
    /// <summary>Problem code prefixes that mean that a part of the file was not read.</summary>
    private static readonly string[] Blinding = ["limit.", "container.", "xmp."];

    public static OriginAssessment Of(IReadOnlyList<Finding> findings, IReadOnlyList<Problem> problems, CredentialReport credentials)
    {
        // A remote manifest leaves no part of this file unread.
        var sawCredentials =
            credentials.Integrity != CredentialIntegrity.Unreadable || problems.Any(static p => p.Code == StatusCode.ManifestInaccessible);
        var lookedEverywhere = sawCredentials && !problems.Any(IsBlinding);
        var origin = findings.Select(static f => f.Says).Append(lookedEverywhere ? AiOrigin.NotFound : AiOrigin.Inconclusive).Max();
        return new(origin, NameGenerator(findings),
            [.. MultipleLabels(findings), .. ConflictsOfOrigin(findings), .. ConflictsOfGenerator(findings)]);
    }

    /// <summary>Returns true if a problem may hide a label.</summary>
    private static bool IsBlinding(Problem problem) =>
        !Note.IsNote(problem.Code) && Blinding.Any(family => problem.Code.StartsWith(family, StringComparison.Ordinal));

    /// <summary>
    /// Returns the generator of the strongest finding that names one; of equals, the kind least likely to occur by accident, then the first
    /// in the file.
    /// </summary>
    private static string? NameGenerator(IReadOnlyList<Finding> findings) => findings
        .Where(static f => f.Generator is not null)
        .OrderByDescending(static f => f.Says)
        .ThenBy(static f => f.Kind is FindingKind.VendorTrace)
        .Select(static f => f.Generator)
        .FirstOrDefault();

    /// <summary>GB 45438-2025 6.1 c): one metadata label per file.</summary>
    private static IEnumerable<Problem> MultipleLabels(IReadOnlyList<Finding> findings)
    {
        var labels = findings.Where(static f => f.Kind == FindingKind.AigcLabel).ToList();
        if (labels.Count > 1)
        {
            yield return new(
                "aigc.multipleLabels", $"The file contains {labels.Count} AIGC labels; GB 45438-2025 6.1 c) allows one.", labels[1].Source);
        }
    }

    /// <summary>Reports places that contradict each other: one claims AI and another does not, or two AIGC labels differ.</summary>
    private static IEnumerable<Problem> ConflictsOfOrigin(IReadOnlyList<Finding> findings)
    {
        var voices = Voices(findings);
        for (var i = 1; i < voices.Count; i++)
        {
            var (first, other) = (voices[0], voices[i]);
            if (first.Says != other.Says
                && (first.Says == AiOrigin.NotFound || other.Says == AiOrigin.NotFound || first.Kind == other.Kind))
            {
                yield return new("conflict.origin", $"{Describe(first)} while {Describe(other)}.", other.Source);
            }
        }
    }

    /// <summary>
    /// Returns the claims about origin. A manifest store counts as one, its strongest: created=composite beside an AI ingredient is no
    /// conflict.
    /// </summary>
    private static List<Finding> Voices(IReadOnlyList<Finding> findings)
    {
        var credential = findings.Where(static f => f.Kind == FindingKind.ContentCredential).MaxBy(static f => f.Says);
        return [.. findings.Where(
            f => f == credential || f.Kind is FindingKind.AigcLabel or FindingKind.DigitalSourceType or FindingKind.PlatformLabel)];
    }

    private static IEnumerable<Problem> ConflictsOfGenerator(IReadOnlyList<Finding> findings)
    {
        var named = findings.Where(static f => f.Generator is not null).DistinctBy(static f => f.Generator).ToList();
        return named.Skip(1).Select(other => new Problem(
            "conflict.generator",
            $"{named[0].Source.Path} points to {named[0].Generator}, {other.Source.Path} to {other.Generator}.",
            other.Source));
    }

    private static string Describe(Finding finding) => finding.Says switch
    {
        AiOrigin.NotFound => $"{finding.Source.Path} does not indicate AI",
        AiOrigin.Suspected => $"{finding.Source.Path} indicates suspected AI",
        AiOrigin.Possible => $"{finding.Source.Path} indicates possible AI",
        _ => $"{finding.Source.Path} indicates AI",
    };
}
