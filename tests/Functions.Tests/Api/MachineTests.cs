using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Api;

/// <summary>What uploaders and strangers read tells nothing of the machine: no paths, versions, host names or stack traces.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed partial class MachineTests(ApiFixture api)
{
    private static readonly string[] Named =
    [
        "/tmp", "/work", "/home/", "/usr/", Repository.Root, AppContext.BaseDirectory,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/", "Kestrel", "Azurite",
        "ffmpeg version", "Lavf", "x264 - core",
    ];

    // A shorter host name also occurs in random ids.
    private const int Telling = 6;

    public static TheoryData<string, int> Read
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var (operation, status) in Examples.All.Keys.Where(example => IsPublic(example.Operation)))
            {
                rows.Add(operation, status);
            }

            return rows;
        }
    }

    /// <remarks>The two addresses of storage that an upload needs are what they are.</remarks>
    [Theory]
    [MemberData(nameof(Read))]
    public async Task Answer_ToUploadersAndStrangers_TellsNothingOfTheMachine(string operation, int status)
    {
        var request = await Examples.All[(operation, status)](api);

        using var response = await api.SendAsync(request);

        AssertTellsNothing(response.Headers + await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Server") || response.Headers.Contains("X-Powered-By"), response.Headers.ToString());
    }

    [Fact]
    public async Task Case_WhoseStepsFailed_TellsItsUploaderNoMoreThanThat()
    {
        var quarantined = await api.QuarantineAsync("alice");
        var failed = await new Recorded(api.Gate.Cases, api.Gate.Audit).UpdateAsync(quarantined.Case.CaseId, said => said with
        {
            ExplicitLabel = new()
            {
                Compliance = ExplicitLabelCompliance.Undecodable,
                Problems = ["frames.truncated", "Could not find file '/usr/bin/ffmpeg'. at Program.Main() in /work/x.cs:line 7"],
            },
            Safety = new()
            {
                State = SafetyState.Unavailable,
                Highest = Severities.Safe,
                UnsafeCategories = [],
                Hits = [],
                Calls = 0,
                FramesLeftOut = 0,
                FramesRefused = 0,
                Outage = "/tmp/x does not answer",
            },
        });

        foreach (var operation in (string[])["GetCase", "GetStatement"])
        {
            using var response = await api.SendAsync(new(operation, api.Token("alice", Roles.Uploader), failed.Case.CaseId));
            AssertTellsNothing(await response.Content.ReadAsStringAsync());
        }

        using var read = await api.SendAsync(new("GetCase", api.Token("alice", Roles.Uploader), failed.Case.CaseId));
        var problems = (await read.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("explicitLabel").GetProperty("problems");
        Assert.Equal(["frames.truncated", "failed"], problems.EnumerateArray().Select(problem => problem.GetString()));
    }

    [Fact]
    public async Task Published_OfALabelledVideo_HasNoHeadersAndMetadataButOurs()
    {
        var caseId = await api.Gate.UploadAsync($"machine-{Guid.NewGuid():N}.mp4", Videos.Clean);
        await api.Gate.UntilDecidedAsync(caseId, TimeSpan.FromMinutes(2));

        var published = (await api.Gate.Cases.RequireAsync(caseId)).Case;
        var blob = (await api.Gate.Storage.Blob(published.Location!).GetPropertiesAsync()).Value;
        Assert.Equal(Containers.Published, published.Location!.Container);
        Assert.Equal(["caseid"], blob.Metadata.Keys);
        AssertTellsNothing($"{blob.ContentType} {blob.ContentDisposition} {blob.CacheControl} {blob.ContentEncoding} {blob.ContentLanguage}");
    }

    private static bool IsPublic(string operation) =>
        AccessTable.For(operation) is var rule
        && (rule.IsAnonymous || rule.Admits(new(new System.Security.Claims.ClaimsIdentity([new("roles", Roles.Uploader)], "", "sub", "roles"))));

    private static void AssertTellsNothing(string said)
    {
        Assert.All(Named, part => Assert.DoesNotContain(part, said, StringComparison.Ordinal));
        Assert.DoesNotMatch(StackOrAssembly(), said);
        Assert.False(Environment.MachineName.Length >= Telling && said.Contains(Environment.MachineName, StringComparison.Ordinal), said);
    }

    [GeneratedRegex(@"\.cs:line|   at [A-Z]|\.dll\b|Version=\d|, Culture=|System\.[A-Z]\w+Exception|VideoGate\.[A-Z]\w+\.")]
    private static partial Regex StackOrAssembly();
}
