using AiLabels.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Storage;

namespace VideoGate.Bench.Workflow.Published;

/// <summary>
/// Reads every published video of a gate, such as one that <c>./run.sh</c> left, and checks that it carries what the laws asked for it.
/// Prints how many AI videos needed a moderator, and how many would under policies that know no notice and no label.
/// </summary>
internal static class PublishedBench
{
    private const int PageSize = 500;

    /// <returns>0 if every published video carries what its laws asked.</returns>
    public static async Task<int> RunAsync(string connection)
    {
        await using var services = Services(connection);
        var (cases, policies) = (services.GetRequiredService<CaseStore>(), services.GetRequiredService<LoadedPolicies>());
        var check = PublishedCheck.Of(services.GetRequiredService<BlobStorage>());
        var (published, faulty, ai, reviewed, before) = (0, 0, 0, 0, 0);
        await foreach (var decided in DecidedAsync(cases))
        {
            var isAi = decided.Decision!.Origin > AiOrigin.Inconclusive;
            ai += isAi ? 1 : 0;
            reviewed += isAi && decided.Review is not null ? 1 : 0;
            before += isAi && NeedsModeratorUnder(policies, "cn-moderated", decided) ? 1 : 0;
            if (decided.State is CaseState.Published)
            {
                var faults = await check.FaultsAsync(decided);
                published++;
                faulty += faults.Count > 0 ? 1 : 0;
                var said = faults.Count == 0 ? "carried" : string.Join("; ", faults);
                Console.WriteLine($"{decided.Upload.Name}\t{Asked(decided)}\t{said}");
            }
        }

        Console.WriteLine($"{published} published, {faulty} without what their laws asked");
        Console.WriteLine($"AI videos that need a moderator: {reviewed} of {ai}; under cn-moderated: {before} of {ai}");
        return faulty == 0 ? 0 : 1;
    }

    private static string Asked(ModerationCase published)
    {
        var labels = published.Decision!.Labels.Select(label => string.Concat(
            $"{label.Jurisdiction}:",
            label.Metadata ? $" Label {published.Decision.NoticeLabel}" : "",
            label.Span is { } span ? $" shown {span}" : ""));
        var notices = published.Decision.Notices.Select(notice => $"{notice.Jurisdiction}: notice {notice.Kind}");
        return string.Join(", ", labels.Concat(notices));
    }

    private static bool NeedsModeratorUnder(LoadedPolicies policies, string id, ModerationCase decided) =>
        CaseDecision.Decide(policies.All.Single(policy => policy.Id == id), decided, decided.Decision!.DecidedAt).Outcome
            is DecisionOutcome.Quarantine;

    private static async IAsyncEnumerable<ModerationCase> DecidedAsync(CaseStore cases)
    {
        for (string? marker = null; ;)
        {
            var page = await cases.ListPageAsync(marker, PageSize);
            foreach (var caseId in page.CaseIds)
            {
                if ((await cases.GetAsync(caseId))?.Case is { Decision: not null } decided)
                {
                    yield return decided;
                }
            }

            if ((marker = page.Next) is null)
            {
                yield break;
            }
        }
    }

    private static ServiceProvider Services(string connection)
    {
        var values = new Dictionary<string, string?>
        {
            ["IntakeStorage"] = connection,
            ["PublishStorage"] = connection,
            ["AuditStorage"] = connection,
        };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddBlobStorage()
            .AddPolicies()
            .AddSingleton<CaseStore>()
            .BuildServiceProvider();
    }
}
