using System.Text;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Tests.Cases;

public sealed class SubmissionsTests
{
    private static readonly Dictionary<string, string> NoMetadata = [];

    [Fact]
    public void Read_NothingSaid_DeclaresNothing()
    {
        Assert.Equal(new Submission(), Submissions.Read(null, NoMetadata));
    }

    [Fact]
    public void Read_Ticket_IsTaken()
    {
        var ticket = Ticket(Declaration.Edited);

        Assert.Equal(ticket.Submission, Submissions.Read(ticket, NoMetadata));
    }

    [Theory]
    [InlineData(Declaration.NotAi, "generated", Declaration.Generated)]
    [InlineData(Declaration.Generated, "notai", Declaration.Generated)]
    [InlineData(Declaration.Edited, "generated", Declaration.Generated)]
    [InlineData(Declaration.Edited, "nonsense", Declaration.Edited)]
    [InlineData(Declaration.NotAi, "2", Declaration.NotAi)]
    public void Read_TwoDeclarations_TheStrongerCounts(Declaration said, string metadata, Declaration expected)
    {
        var submission = Submissions.Read(Ticket(said), new Dictionary<string, string> { ["aideclaration"] = metadata });

        Assert.Equal(expected, submission.Declaration);
    }

    [Theory]
    [InlineData("AIDeclaration")]
    [InlineData("aideclaration")]
    public void Read_MetadataKey_InAnyCase(string key)
    {
        Assert.Equal(Declaration.Edited, Submissions.Read(null, new Dictionary<string, string> { [key] = " Edited " }).Declaration);
    }

    [Fact]
    public void Read_FactsInMetadata_AreTakenIfValid()
    {
        var submission = Submissions.Read(null, new Dictionary<string, string>
        {
            ["aideclaration"] = "edited",
            ["aieditkind"] = "routine",
            ["airealism"] = "sure",
            ["jurisdictions"] = "CN europe, EU CN",
        });

        Assert.Equal((Declaration.Edited, EditKind.Routine, Realism.Unknown),
            (submission.Declaration, submission.EditKind, submission.Realism));
        Assert.Equal(["CN", "EU"], submission.Jurisdictions!);
    }

    [Fact]
    public void Read_Base64Text_IsDecoded()
    {
        var title = Convert.ToBase64String(Encoding.UTF8.GetBytes("标题 🎬"));

        Assert.Equal("标题 🎬", Submissions.Read(null, new Dictionary<string, string> { ["TitleBase64"] = title }).Title);
    }

    [Theory]
    [InlineData("A plain title")]
    [InlineData("Lion")]
    [InlineData("")]
    public void Read_PlainText_IsKept(string title)
    {
        Assert.Equal(title, Submissions.Read(null, new Dictionary<string, string> { ["title"] = title }).Title);
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("/w==")]
    public void Read_DamagedBase64_LeavesThePlainText(string damaged)
    {
        Assert.Equal(
            "plain", Submissions.Read(null, new Dictionary<string, string> { ["title"] = "plain", ["titlebase64"] = damaged }).Title);
    }

    [Fact]
    public void Read_Metadata_DoesNotReplaceWhatTheTicketSays()
    {
        var submission = Submissions.Read(Ticket(Declaration.NotAi), new Dictionary<string, string> { ["title"] = "Another" });

        Assert.Equal("Mine", submission.Title);
        Assert.Equal("alice", submission.Uploader);
    }

    [Fact]
    public void UploadIdOf_NameFromTheApi_IsItsFirstSegment()
    {
        var uploadId = UploadId.New();

        Assert.Equal(uploadId, Submissions.UploadIdOf($"{uploadId}/a/b.mp4"));
        Assert.Null(Submissions.UploadIdOf("folder/b.mp4"));
    }

    private static UploadTicket Ticket(Declaration declaration) => new()
    {
        UploadId = UploadId.New(),
        BlobName = "x/a.mp4",
        CreatedAt = DateTimeOffset.UnixEpoch,
        ExpiresAt = DateTimeOffset.UnixEpoch,
        Submission = new() { Declaration = declaration, Uploader = "alice", Title = "Mine" },
    };
}
