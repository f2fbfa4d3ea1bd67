using Serverless.Health;

namespace Serverless.Tests.Health;

public sealed class HealthReportTests
{
    [Theory]
    [InlineData(true, "5.1", "ok", 200)]
    [InlineData(true, null, "degraded", 200)]
    [InlineData(false, "5.1", "unavailable", 503)]
    [InlineData(false, null, "unavailable", 503)]
    public void Of_WhatIsThere_IsTheWorstOfIt(bool storage, string? ffmpeg, string status, int statusCode)
    {
        var report = HealthReport.Of(storage, ["default@1.0.0"], new Dictionary<string, string?> { ["ffmpeg"] = ffmpeg });

        Assert.Equal((status, statusCode), (report.Status, report.StatusCode));
    }
}
