using System.Net;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Disclosures;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Disclosures;

public sealed class DisclosurePageTests
{
    private const string Hostile = "</bdi><script>alert(1)</script>\" onload='x' &amp; \u202Egpj.exe\u2066\u200B";

    private static readonly ModerationCase Shown = TestCases.PublishedWithNotice();

    [Fact]
    public void Texts_OfBothLanguages_SayTheSameThings() =>
        Assert.Equal(DisclosureTexts.English.Keys.Order(), DisclosureTexts.SimplifiedChinese.Keys.Order());

    [Fact]
    public void Texts_EveryWordForWhatIsDisclosed_IsThere()
    {
        // Arrange
        string[] keys =
        [
            .. Names<AiUse>("use"), .. Names<AiUse>("use").Select(key => $"{key}.text"), .. Names<Declaration>("declaration"),
            .. Names<SignerTrust>("signer").Where(key => key != "signer.none"), .. Names<FindingKind>("evidence"),
            .. new[]
                {
                    DisclosedEvidence.VisibleLabel, DisclosedEvidence.AudioLabel, DisclosedEvidence.Declaration, DisclosedEvidence.Person,
                }
                .Select(kind => $"evidence.{kind}"),
        ];

        // Assert
        Assert.Empty(keys.Except(DisclosureTexts.English.Keys));
    }

    [Fact]
    public void Of_NoticesOfLaws_HaveTheirTextsInTheLanguageOfThePage()
    {
        Assert.Contains("<strong>This content is AI-generated.</strong>", Render(Shown), StringComparison.Ordinal);
        Assert.Contains("Required by law: China", Render(Shown), StringComparison.Ordinal);
        Assert.Contains(
            "<strong>该内容为人工智能生成合成内容。</strong>", Render(Shown, DisclosureTexts.SimplifiedChinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_HostileNames_AreTextAndTheirInvisibleCharactersAreNamed()
    {
        // Arrange
        var hostile = Shown with
        {
            Labels = Shown.Labels! with
            {
                Generator = null,
                ClaimGenerator = Hostile,
                SignerName = Hostile,
                Credentials = CredentialIntegrity.Intact,
                Signer = SignerTrust.Untrusted,
                Findings = new Dictionary<string, int> { [Hostile] = 1 },
            },
        };

        // Act
        var page = Render(hostile);

        // Assert
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onload='", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain('\u200B', page);
        Assert.Equal(3, WebUtility.HtmlDecode(page).Split("⟨U+202E⟩gpj.exe⟨U+2066⟩⟨U+200B⟩").Length - 1);
    }

    [Fact]
    public void Of_SignedCredentialsBesideACopy_NamesTheSignerAndLinksThem()
    {
        // Arrange
        var copied = Shown with
        {
            Labels = Shown.Labels! with
            {
                Credentials = CredentialIntegrity.Broken,
                Signer = SignerTrust.Trusted,
                SignerName = "Example Cameras",
            },
            Labelling = new()
            {
                OrderId = "order",
                Order = new() { Explicit = ExplicitChoice.None },
                At = TestCases.Opened,
                Credentials = new("evidence", "manifest.c2pa"),
            },
        };

        // Act
        var page = Render(copied);

        // Assert
        Assert.Contains("Signed by a trusted signer: <bdi>Example Cameras</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("beside this copy", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/api/published/{Shown.CaseId}/manifest\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Contact_IsLinkedOnlyIfThereIsOne()
    {
        Assert.DoesNotContain("Report a mistake", Render(Shown), StringComparison.Ordinal);
        Assert.Contains(
            "href=\"mailto:trust@example.com?subject=a&amp;body=b\"",
            new DisclosurePage(DisclosureTexts.English, new("mailto:trust@example.com?subject=a&body=b")).Of(PublishedDisclosure.Of(Shown)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AiOrigin.Suspected, Declaration.NotAi, "may contain")]
    [InlineData(AiOrigin.Possible, Declaration.NotAsked, "may contain")]
    [InlineData(AiOrigin.NotFound, Declaration.NotAi, "Nothing indicates")]
    [InlineData(AiOrigin.Inconclusive, Declaration.NotAi, "is unknown")]
    [InlineData(AiOrigin.Possible, Declaration.Generated, "was generated with AI")]
    [InlineData(AiOrigin.Possible, Declaration.Edited, "was edited with AI")]
    [InlineData(AiOrigin.Confirmed, Declaration.NotAi, "as its labels say")]
    public void Of_EachOrigin_SaysNoMoreThanIsKnown(AiOrigin origin, Declaration declared, string words)
    {
        // Arrange
        var found = Shown with
        {
            Submission = Shown.Submission with { Declaration = declared },
            Decision = Shown.Decision! with { Origin = origin, Notices = [] },
        };

        // Assert
        Assert.Contains(words, Render(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ModeratorsApprovalAsNotAi_OverrulesLabelsAndDeclaration()
    {
        // Arrange
        var approved = Shown with
        {
            Review = TestCases.Quarantined().Review! with
            {
                Decision = new()
                {
                    Verdict = ReviewVerdict.Approve,
                    ReasonCode = "not-ai",
                    LiftsNotices = true,
                    DecidedBy = "bob",
                    DecidedAt = TestCases.Opened,
                    IdempotencyKey = "key",
                    RequestHash = "hash",
                },
            },
        };

        // Act
        var page = Render(approved);

        // Assert
        Assert.Contains("Nothing indicates", page, StringComparison.Ordinal);
        Assert.Contains("Review by a person", page, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", page, StringComparison.Ordinal);
    }

    private static string Render(ModerationCase shown, DisclosureTexts? texts = null) =>
        new DisclosurePage(texts ?? DisclosureTexts.English, contact: null).Of(PublishedDisclosure.Of(shown));

    private static IEnumerable<string> Names<T>(string group)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{group}.{CamelCase.Name(value)}");
}
