using System.Diagnostics.Metrics;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Viewing;
using AiLabels.Reports;
using Microsoft.Extensions.DependencyInjection;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Intake;
using VideoGate.Maintenance.Repairs;
using VideoGate.Moderation;
using VideoGate.Reporting.Metrics;
using VideoGate.Review.Rules;
using VideoGate.Safety;
using VideoGate.Storage;
using VideoGate.Takedowns;
using VideoGate.Tests.Review;
using VideoGate.Tests.Support;
using VideoGate.TrustLists;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Telemetry;

/// <summary>Compares the existing instruments, with the attributes that they get, with the one table that lists them.</summary>
public sealed class MetricTableTests
{
    [Fact]
    public async Task Table_HasARowForEachInstrumentAndNoOther()
    {
        var found = await MeasureAsync();

        MarkdownTable.AssertHolds(
            "Metrics",
            found.OrderBy(entry => (entry.Key.Meter.Name, entry.Key.Name)).Select(entry => Row(entry.Key, entry.Value)),
            MarkdownTable.Under("Metrics").Select(row => string.Join(" | ", row)));
    }

    [Fact]
    public async Task Instruments_AreNamedAsOpenTelemetryWantsIt()
    {
        var found = await MeasureAsync();

        Assert.All(found.Keys, instrument =>
        {
            Assert.StartsWith("VideoGate.", instrument.Meter.Name, StringComparison.Ordinal);
            Assert.Matches("^[a-z]+(\\.[a-z]+)+$", instrument.Name);
            Assert.Matches("^(s|By|1|\\{[a-z]+\\})$", instrument.Unit);
        });
        Assert.All(found.Values.SelectMany(attributes => attributes), attribute => Assert.Matches("^[a-z]+(\\.[a-z]+)+$", attribute));
    }

    private static string Row(Instrument instrument, IEnumerable<string> attributes) => string.Join(
        " | ",
        instrument.Meter.Name,
        instrument.Name,
        instrument.GetType().Name.Split('`')[0].ToLowerInvariant(),
        instrument.Unit,
        string.Join(", ", attributes.Order(StringComparer.Ordinal).DefaultIfEmpty("-")),
        instrument.Description);

    private static async Task<Dictionary<Instrument, HashSet<string>>> MeasureAsync()
    {
        await using var services = new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        Dictionary<Instrument, HashSet<string>> found = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == meters)
                {
                    found.Add(instrument, []);
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(found[instrument], tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(found[instrument], tags));
        listener.Start();

        // All classes with instruments use this one factory: a missing one would be an instrument without its attributes.
        foreach (var type in typeof(Containers).Assembly.GetTypes().Where(TakesMeters))
        {
            Record(ActivatorUtilities.CreateInstance(services, type));
        }

        listener.RecordObservableInstruments();

        return found;
    }

    private static bool TakesMeters(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => parameter.ParameterType == typeof(IMeterFactory));

    private static void Note(HashSet<string> names, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            names.Add(tag.Key);
        }
    }

    private static ModerationCase TakenDown(ModerationCase ended)
    {
        var order = new TakedownOrder("in-order", "why");
        var published = TestCases.PublishedWithNotice() with { Policy = ended.Policy };
        var taken = TakedownRules.Order(
            new(published, Reviewed.Seen), order, new("mona", IsStaff: true), Reviewed.Now, Reviewed.HousePolicy);
        var next = Assert.IsType<TransitionResult.Applied>(taken).Next;
        return next with { Takedown = Takedown.Removed(next, Reviewed.Now) };
    }

    private static void Record(object metrics)
    {
        var ended = TestCases.Quarantined();
        switch (metrics)
        {
            case IntakeMetrics intake:
                intake.Arrived(poisoned: false);
                intake.Limited("grants");
                break;
            case CaseMetrics cases:
                cases.Ended(ended);
                cases.Decided(ended, ended.Decision!);
                cases.Ended(TakenDown(ended));
                break;
            case DecodingMetrics look:
                look.Analyzed(
                    new VideoAnalysis
                    {
                        Plan = SamplingPlan.For(TimeSpan.FromSeconds(1), new SamplingOptions()),
                        Problems = [new Problem("limit.cpu", "Too long.")]
                    },
                    TimeSpan.FromSeconds(1));
                break;
            case SafetyMetrics safety:
                safety.Called("image", "judged", TimeSpan.FromSeconds(1));
                break;
            case WebhookMetrics webhooks:
                webhooks.Attempted("main", delivered: true);
                webhooks.Abandoned("main");
                break;
            case AuditMetrics audit:
                audit.Verified(valid: true);
                audit.Broken("caseChanged");
                break;
            case ReconciliationMetrics reconciliation:
                reconciliation.Found("lost-upload", repaired: true);
                break;
            case TrustListMetrics trust:
                trust.Refreshed(TrustListKind.Signers, "confirmed");
                trust.Confirmed(TrustListKind.Signers, TestCases.Opened);
                break;
            case ReviewMetrics reviews:
                reviews.Measured(ReviewFigures.Sum([], TestCases.Opened, TimeSpan.FromDays(1)));
                reviews.Decided(
                    new("case", "decided", TestCases.Opened, "decided", "Publish", "no-ai-label", Automated: true, Seconds: 12));
                break;
            default:
                throw new InvalidOperationException($"Record something with each instrument of {metrics.GetType()} here.");
        }
    }
}
