using System.Diagnostics;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Hostile;

/// <summary>
/// Hostile files give a report with default limits. <c>tests/bench/labels hostile</c> measures that each does so within a second.
/// </summary>
[Trait("Needs", "minutes")]
public sealed class HostileShapeTests
{
    private static readonly LabelReaderOptions Options =
        new() { SignerAnchors = SignatureShapes.Root.AsAnchors, TimeStampAnchors = SignatureShapes.Root.AsAnchors };

    public static TheoryData<string> Names => [.. HostileShape.All.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ReadAsync_HostileShape_EndsInAReportWithinTheLimits(string name)
    {
        var source = new MemoryByteSource(HostileShape.All.Single(shape => shape.Name == name).Build());
        var began = Stopwatch.GetTimestamp();

        var report = await Inspect.Source(source, Options);

        // A watchdog, not a benchmark: other work on the machine counts too.
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10), "It took more than ten seconds.");
        Assert.Equal(source.BytesServed, report.BytesRead);
        Assert.InRange(report.BytesRead, 1, Options.MaxBytesRead + source.Length);
        Assert.InRange(report.Findings.Count, 0, Options.MaxFindings);
        Assert.InRange(report.Problems.Count, 0, Options.MaxFindings + 8);
    }
}
