using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using VideoGate.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies;

public sealed class LoadedPoliciesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policies-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_Shipped_MeasuresAreActive()
    {
        Assert.Equal("cn-labeling-measures", TestPolicies.Shipped.Active.Id);
        Assert.Equal(
            ["cn-labeling-measures", "cn-moderated", "cn-virtual-humans-draft", "default", "eu-ai-act", "in-it-rules", "in-it-rules-draft",
                "kr-ai-basic-act", "us-california", "vn-decree-142"],
            TestPolicies.Shipped.All.Select(policy => policy.Id));
    }

    [Fact]
    public void Load_Policy_HasTheHashOfItsFile() => Assert.Equal(
        Convert.ToHexStringLower(SHA256.HashData(TestPolicies.Text("default.json"))),
        TestPolicies.ById("default").Hash);

    [Fact]
    public void Load_OtherFolderAndPolicy_AreUsed()
    {
        Write("a.json", PolicyTexts.Valid);
        Write("b.json", PolicyTexts.Valid.Replace("\"house\"", "\"other\"", StringComparison.Ordinal));

        Assert.Equal("other", Load("other").Active.Id);
    }

    [Fact]
    public void Load_UnknownActivePolicy_NamesThoseThatThereAre()
    {
        Write("a.json", PolicyTexts.Valid);

        var refusal = Assert.Throws<InvalidOperationException>(() => Load("default"));

        Assert.Contains("Policies:Active is 'default'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'house'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", "Policies:Shadow is 'nobody'")]
    [InlineData("cn-labeling-measures", "which is already the active policy")]
    public void Load_ShadowThatCannotBe_IsRefused(string shadow, string because)
    {
        var refusal =
            Assert.Throws<InvalidOperationException>(() => new LoadedPolicies(Options.Create(new PoliciesOptions { Shadow = shadow })));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EU", "eu-ai-act")]
    [InlineData("DE", "eu-ai-act")]
    [InlineData("US", "us-california")]
    [InlineData("US-CA", "us-california")]
    [InlineData("US-TX", "")]
    [InlineData("CN", "")] // Asked already: the active policy.
    [InlineData("IN VN KR", "in-it-rules kr-ai-basic-act vn-decree-142")]
    public void LawsFor_Audience_AreThoseInForceThere(string audience, string expected) => Assert.Equal(
        expected, string.Join(' ', TestPolicies.Shipped.LawsFor(audience.Split(' ')).Select(policy => policy.Id)));

    [Fact]
    public void LawsFor_NoAudienceGiven_AreThoseOfTheSettings()
    {
        var options = new PoliciesOptions { Jurisdictions = { "IN" }, Drafts = { "in-it-rules-draft" } };

        var policies = new LoadedPolicies(Options.Create(options));

        Assert.Equal(["in-it-rules", "in-it-rules-draft"], policies.LawsFor([]).Select(policy => policy.Id));
    }

    [Theory]
    [InlineData("eu-ai-act", null, null, "has no review section")]
    [InlineData("default", "Europe", null, "Policies:Jurisdictions has 'Europe'")]
    [InlineData("default", null, "missing", "Policies:Drafts:0 is 'missing'")]
    public void Load_SettingThatCannotBe_IsNamed(string active, string? jurisdiction, string? draft, string because)
    {
        var options = new PoliciesOptions { Active = active };
        Add(options.Jurisdictions, jurisdiction);
        Add(options.Drafts, draft);

        var refusal = Assert.Throws<InvalidOperationException>(() => new LoadedPolicies(Options.Create(options)));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);

        static void Add(IList<string> list, string? value)
        {
            if (value is not null)
            {
                list.Add(value);
            }
        }
    }

    [Fact]
    public void Load_NoFolder_NamesIt()
    {
        var missing = Path.Combine(_folder.FullName, "missing");

        var refusal =
            Assert.Throws<InvalidOperationException>(() => new LoadedPolicies(Options.Create(new PoliciesOptions { Folder = missing })));

        Assert.Contains(missing, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ErrorsInSeveralFiles_AreNamedAtOnceWithTheirFiles()
    {
        Write("a.json", PolicyTexts.Valid.Replace("\"keep\"", "\"publish\"", StringComparison.Ordinal));
        Write("b.json", "{");

        var refusal = Assert.Throws<InvalidPolicyException>(() => Load("house"));

        Assert.Contains($"{Path.Combine(_folder.FullName, "a.json")}(15,5): ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{Path.Combine(_folder.FullName, "b.json")}(1,", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SameIdInTwoFiles_IsRefused()
    {
        Write("a.json", PolicyTexts.Valid);
        Write("b.json", PolicyTexts.Valid.Replace("\"version\": \"1\"", "\"version\": \"2\"", StringComparison.Ordinal));

        var refusal = Assert.Throws<InvalidPolicyException>(() => Load("house"));

        Assert.Contains("Another file has the same id, 'house'", Assert.Single(refusal.Errors).Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private LoadedPolicies Load(string active) => new(Options.Create(new PoliciesOptions { Folder = _folder.FullName, Active = active }));
}
