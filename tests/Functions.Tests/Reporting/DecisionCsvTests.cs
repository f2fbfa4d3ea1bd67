using VideoGate.Audit;
using VideoGate.Http;
using VideoGate.Reporting.Decisions;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Reporting;

public sealed class DecisionCsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1")]
    public void Inert_WhatASpreadsheetTakesForAFormula_BeginsWithAnApostrophe(string cell) =>
        Assert.Equal($"'{cell}", Csv.Inert(cell));

    [Theory]
    [InlineData("plain 视频", "plain 视频")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("", "")]
    public void Quoted_AsRfc4180Says(string cell, string quoted) => Assert.Equal(quoted, Csv.Quoted(cell));

    [Fact]
    public void Write_Decision_IsALineWithTheProof()
    {
        // Arrange
        var decided = new AuditEvent("decided", "=cmd", new() { ["outcome"] = "Publish", ["reason"] = "@x", ["note"] = "one, \"two\"" });
        var (_, lines) = AuditChain.Extend(TestCases.Inspecting().CaseId, null, [decided], TestCases.Opened);
        var trail = AuditChain.Verify(TestCases.Inspecting().CaseId, lines);

        // Act
        var csv = DecisionCsv.Write([new(trail.Entries[0], ChainProof.Of(trail), new Dictionary<string, string>())]).Split("\r\n");

        // Assert
        Assert.Equal(3, csv.Length);
        Assert.StartsWith("caseId,sequence,id,at,type,actor,outcome,reason,data,", csv[0], StringComparison.Ordinal);
        Assert.Contains(",decided,'=cmd,Publish,'@x,\"{\"\"note\"\":\"\"one, \\\"\"two\\\"\"\"\",", csv[1], StringComparison.Ordinal);
        Assert.EndsWith($",{trail.Entries[0].Hash},true,,1,{trail.Entries[0].Hash}", csv[1], StringComparison.Ordinal);
    }
}
