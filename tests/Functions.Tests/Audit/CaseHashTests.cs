using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Audit;

public sealed class CaseHashTests
{
    private static readonly ModerationCase Said = TestCases.Quarantined() with
    {
        Review = TestCases.Quarantined().Review! with { Claim = new("bob", TestCases.Now, TestCases.Now.AddMinutes(10)) },
    };

    public static TheoryData<string, Func<ModerationCase, ModerationCase>> Covered => new()
    {
        { "state", said => said with { State = CaseState.Published } },
        { "upload", said => said with { Upload = said.Upload with { Length = 1025 } } },
        { "uploader", said => said with { Submission = said.Submission with { Uploader = "mallory" } } },
        { "policy", said => said with { Policy = said.Policy with { Hash = "" } } },
        { "location", said => said with { Location = null } },
        { "labels", said => said with { Labels = said.Labels! with { Generator = null } } },
        { "decision", said => said with { Decision = said.Decision! with { Reason = "another" } } },
        { "rules", said => said with { Decision = said.Decision! with { Rules = [] } } },
        { "due", said => said with { Review = said.Review! with { DueAt = said.Review.DueAt.AddTicks(1) } } },
        { "holder", said => said with { Review = said.Review! with { Claim = said.Review.Claim! with { Holder = "carol" } } } },
        { "changes", said => said with { Review = said.Review! with { Changes = 7 } } },
    };

    public static TheoryData<string, Func<ModerationCase, ModerationCase>> Left => new()
    {
        { "head", said => said with { AuditHead = new(1, "", 1, [], "") } },
        { "unlogged", said => said with { Unlogged = [new("1", "opened", "system", new Dictionary<string, string>())] } },
        { "broken", said => said with { Broken = new(1, "caseChanged", "", TestCases.Now) } },
        { "trace", said => said with { TraceParent = "00-1-2-01" } },
        { "lease", said => said with { Review = said.Review! with { Claim = said.Review.Claim! with { ExpiresAt = TestCases.Opened } } } },
    };

    [Theory]
    [MemberData(nameof(Covered))]
    public void Of_WhatTheCaseSays_ChangesTheHash(string member, Func<ModerationCase, ModerationCase> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Assert.False(CaseHash.Of(Said) == CaseHash.Of(change(Said)), member);
    }

    [Theory]
    [MemberData(nameof(Left))]
    public void Of_WhatChangesWithoutAnEntry_KeepsTheHash(string member, Func<ModerationCase, ModerationCase> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Assert.True(CaseHash.Of(Said) == CaseHash.Of(change(Said)), member);
    }

    [Fact]
    public void Of_StoredAndReadAgain_IsTheSame()
    {
        // Arrange
        var json = System.Text.Json.JsonSerializer.Serialize(Said, CaseJson.Stored.ModerationCase);

        // Act
        var read = System.Text.Json.JsonSerializer.Deserialize(json, CaseJson.Stored.ModerationCase)!;

        // Assert
        Assert.Equal(CaseHash.Of(Said), CaseHash.Of(read));
    }

    /// <remarks>A changed value means that every stored case would be reported broken after an upgrade.</remarks>
    [Fact]
    public void Of_AFixedCase_IsWhatItWas() =>
        Assert.StartsWith("b5fec6dba3be91a8dfb9d73c80715a93d22994dc1", CaseHash.Of(Said), StringComparison.Ordinal);
}
