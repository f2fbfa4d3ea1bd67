using VideoGate.Testing;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies;

public sealed class LawsPageTests
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "docs", "laws.md");

    /// <summary>With <c>WRITE_DOCS=1</c> the page is written instead.</summary>
    [Fact]
    public void Page_Docs_IsWhatThePoliciesSay()
    {
        var page = LawsPage.Of(TestPolicies.Shipped.All);
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") is "1")
        {
            File.WriteAllText(Path, page);
        }

        Assert.Equal(page, File.ReadAllText(Path));
    }

    [Fact]
    public void Rules_OfLaws_NameClauseAndGrade() => Assert.All(
        TestPolicies.Shipped.All.Where(policy => policy.Jurisdiction is not null).SelectMany(policy => policy.Rules),
        rule => Assert.False(string.IsNullOrEmpty(rule.Clause) || rule.Grade is null, rule.Id));
}
