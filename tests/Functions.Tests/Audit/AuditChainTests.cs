using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly string Case = CaseId.For("uploads", "a.mp4", "1");

    private static readonly AuditEvent[] Events =
    [
        new("opened", "system", new() { ["upload"] = "视频 \"x\".mp4", ["etag"] = "1" }),
        new("decided", "policy", new() { ["reason"] = "suspected-ai" }),
        new("quarantined", "system", []),
        new("approved", "mod-1", new() { ["note"] = "line\nline" }),
    ];

    private readonly AuditHead _head;
    private readonly string[] _lines;

    public AuditChainTests()
    {
        (_head, var log) = AuditChain.Extend(Case, null, Events, TestCases.Opened);
        _lines = Encoding.UTF8.GetString(log).TrimEnd('\n').Split('\n');
    }

    [Fact]
    public void Extend_Line_IsHashedAsDocumented()
    {
        var entry = JsonNode.Parse(_lines[1])!.AsObject();
        var hash = (string)entry["hash"]!;
        var previous = (string)JsonNode.Parse(_lines[0])!["hash"]!;
        var canonical =
            $$"""{"actor":"policy","at":"2026-11-23T04:00:00.0000000Z","caseHash":"{{new string('0', 64)}}","caseId":"{{Case}}","data":{"reason":"suspected-ai"},"id":"decided","previousHash":"{{previous}}","sequence":2,"type":"decided"}""";

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))), hash);
        Assert.Equal(canonical.Replace("\"id\"", $"\"hash\":\"{hash}\",\"id\"", StringComparison.Ordinal), _lines[1]);
    }

    [Fact]
    public void Extend_Head_IsTheEndOfTheLog()
    {
        var trail = Verify(_lines);

        Assert.True(trail.IsValid);
        Assert.Equivalent(_head, AuditChain.HeadOf(trail), strict: true);
        Assert.Equal((4, trail.Length), (_head.Sequence, _head.Position));
    }

    [Fact]
    public void Extend_InTwoSteps_GivesTheSameLog()
    {
        var (middle, first) = AuditChain.Extend(Case, null, Events[..2], TestCases.Opened);
        var (end, second) = AuditChain.Extend(Case, middle, Events[2..], TestCases.Opened);

        Assert.Equal(_lines, Encoding.UTF8.GetString([.. first, .. second]).TrimEnd('\n').Split('\n'));
        Assert.Equivalent(_head, end, strict: true);
    }

    [Fact]
    public void Extend_EventsThatAreThere_AddsOnlyTheOthers()
    {
        var (next, added) =
            AuditChain.Extend(Case, _head, [Events[1], new("undone", "mod-1", []), new("undone", "mod-2", [])], TestCases.Opened);

        Assert.Equal(5, next.Sequence);
        Assert.Single(Encoding.UTF8.GetString(added).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Verify_EmptyLog_IsValidAndHasNoHead()
    {
        var trail = AuditChain.Verify(Case, []);

        Assert.True(trail.IsValid);
        Assert.Null(AuditChain.HeadOf(trail));
    }

    [Fact]
    public void Verify_LogOfAnotherCase_IsForeign()
    {
        var trail = AuditChain.Verify(CaseId.For("uploads", "b.mp4", "1"), Encoding.UTF8.GetBytes(Log(_lines)));

        Assert.Equal(new AuditBreak(1, AuditFault.ForeignCase), trail.Break);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Verify_ContentChanged_NamesTheEntry(int index)
    {
        _lines[index] = _lines[index].Replace("\"at\":\"2026", "\"at\":\"2027", StringComparison.Ordinal);

        Assert.Equal(new AuditBreak(index + 1, AuditFault.Changed), Verify(_lines).Break);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"actor":"a","at":"2026-11-23T04:00:00.0000000Z","caseHash":"","caseId":"c","data":{"a":null},"hash":"","id":"i","previousHash":"","sequence":3,"type":"t"}""")]
    [InlineData("""{"actor":null,"at":"2026-11-23T04:00:00.0000000Z","caseHash":"","caseId":"c","data":{},"hash":"","id":"i","previousHash":"","sequence":3,"type":"t"}""")]
    public void Verify_LineThatIsNoEntry_IsGarbage(string line)
    {
        _lines[2] = line;

        Assert.Equal(new AuditBreak(3, AuditFault.Garbage), Verify(_lines).Break);
    }

    [Theory]
    [InlineData("\"type\"", " \"type\"")]
    [InlineData("\"type\":\"decided\"", "\"type\":\"decided\",\"type\":\"decided\"")]
    [InlineData("\"type\":\"decided\"", "\"type\":\"decided\",\"extra\":1")]
    [InlineData("\"type\":\"decided\"", "\"type\":\"\\u0064ecided\"")]
    public void Verify_SameMeaningInOtherBytes_IsGarbage(string right, string other)
    {
        _lines[1] = _lines[1].Replace(right, other, StringComparison.Ordinal);

        Assert.Equal(new AuditBreak(2, AuditFault.Garbage), Verify(_lines).Break);
    }

    [Fact]
    public void Verify_LastLineTorn_IsGarbage() => Assert.Equal(
        new AuditBreak(4, AuditFault.Garbage),
        AuditChain.Verify(Case, Encoding.UTF8.GetBytes(Log(_lines)[..^1])).Break);

    [Fact]
    public void Verify_EntryRemoved_NamesIt() => Assert.Equal(
        new AuditBreak(2, AuditFault.Removed),
        Verify([_lines[0], _lines[2], _lines[3]]).Break);

    [Fact]
    public void Verify_EntriesSwapped_NamesTheFirst() => Assert.Equal(
        new AuditBreak(2, AuditFault.Reordered),
        Verify([_lines[0], _lines[2], _lines[1], _lines[3]]).Break);

    [Fact]
    public void Verify_EntryRepeated_NamesTheRepetition() => Assert.Equal(
        new AuditBreak(3, AuditFault.Reordered),
        Verify([_lines[0], _lines[1], _lines[1], _lines[2], _lines[3]]).Break);

    [Fact]
    public void Verify_EntryOfAnotherChain_IsRewritten()
    {
        var (_, other) = AuditChain.Extend(Case, null, Events, TestCases.Opened.AddDays(1));

        Assert.Equal(
            new AuditBreak(2, AuditFault.Rewritten),
            Verify([_lines[0], .. Encoding.UTF8.GetString(other).TrimEnd('\n').Split('\n')[1..]]).Break);
    }

    [Fact]
    public void Verify_EndCutOff_IsSeenByTheCase()
    {
        Assert.True(Verify(_lines[..3]).IsValid);
        Assert.Equal(new AuditBreak(4, AuditFault.Truncated), Verify(_lines[..3], _head).Break);
        Assert.Equal(new AuditBreak(1, AuditFault.Truncated), AuditChain.Verify(Case, [], _head).Break);
    }

    [Fact]
    public void Verify_WholeLogWrittenAnew_IsSeenByTheCase()
    {
        var (_, other) = AuditChain.Extend(Case, null, Events, TestCases.Opened.AddDays(1));

        Assert.True(AuditChain.Verify(Case, other).IsValid);
        Assert.Equal(new AuditBreak(4, AuditFault.Rewritten), AuditChain.Verify(Case, other, _head).Break);
    }

    [Fact]
    public void Verify_LogGrewSince_IsValid()
    {
        var (_, more) = AuditChain.Extend(Case, _head, [new("undone", "mod-1", [])], TestCases.Opened);

        Assert.True(AuditChain.Verify(Case, [.. Encoding.UTF8.GetBytes(Log(_lines)), .. more], _head).IsValid);
    }

    [Fact]
    public void Verify_AnyByteChanged_IsBroken()
    {
        var log = Encoding.UTF8.GetBytes(Log(_lines));
        for (var i = 0; i < log.Length; i++)
        {
            log[i] ^= 1;
            Assert.False(AuditChain.Verify(Case, log, _head).IsValid, $"byte {i}");
            log[i] ^= 1;
        }
    }

    [Theory]
    [InlineData(AuditFault.Garbage)]
    [InlineData(AuditFault.ForeignCase)]
    [InlineData(AuditFault.Changed)]
    [InlineData(AuditFault.Removed)]
    [InlineData(AuditFault.Reordered)]
    [InlineData(AuditFault.Rewritten)]
    [InlineData(AuditFault.Truncated)]
    public void Message_EveryFault_NamesTheEntry(AuditFault fault) =>
        Assert.Contains("7", new AuditBreak(7, fault).Message, StringComparison.Ordinal);

    private static AuditTrail Verify(string[] lines, AuditHead? head = null) =>
        AuditChain.Verify(Case, Encoding.UTF8.GetBytes(Log(lines)), head);

    private static string Log(string[] lines) => string.Concat(lines.Select(line => line + "\n"));
}
