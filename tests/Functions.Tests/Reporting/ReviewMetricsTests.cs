using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using VideoGate.Reporting.Metrics;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Reporting;

public sealed class ReviewMetricsTests
{
    [Fact]
    public async Task Instruments_OfADecisionAndASnapshot_HaveTheirUnitsAndAttributes()
    {
        await using var services = new ServiceCollection().AddMetrics().AddSingleton<ReviewMetrics>().BuildServiceProvider();
        var metrics = services.GetRequiredService<ReviewMetrics>();
        Dictionary<string, (string? Unit, double Value, string[] Tags)> measured = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ReviewMetrics.Meter)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => measured[instrument.Name] = (instrument.Unit, value, Names(tags)));
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => measured[instrument.Name] = (instrument.Unit, value, Names(tags)));
        listener.Start();

        metrics.Measured(
            ReviewFigures.Sum(
                [], TestCases.Opened, TimeSpan.FromDays(1)) with
            { QueueLength = 7, OldestAgeSeconds = 60, AutomationRate = 0.5 });
        metrics.Decided(new("case", "decided", TestCases.Opened, "decided", "Publish", "no-ai-label", Automated: true, Seconds: 12));

        Assert.Equal(
            [
                ("moderation.automation.ratio", "1", 0.5),
                ("moderation.decision.duration", "s", 12),
                ("moderation.decisions", "{decision}", 1),
                ("moderation.review.oldest.age", "s", 60),
                ("moderation.review.queue.length", "{review}", 7),
            ],
            measured.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => (entry.Key, entry.Value.Unit!, entry.Value.Value)));
        Assert.Contains("moderation.decision.reason", measured["moderation.decisions"].Tags);
    }

    private static string[] Names(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> names = [];
        foreach (var tag in tags)
        {
            names.Add(tag.Key);
        }

        return [.. names];
    }
}
