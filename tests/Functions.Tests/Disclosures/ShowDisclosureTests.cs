using System.Net;
using VideoGate.Tests.Api;

namespace VideoGate.Tests.Disclosures;

/// <summary>How the running app serves the disclosure page.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class ShowDisclosureTests(ApiFixture api)
{
    [Fact]
    public async Task Page_OfAPublishedVideo_MayBeFramedAnywhereAndRunsNothing()
    {
        // Act
        using var response = await GetAsync((await api.PublishAsync()).Case.CaseId);

        // Assert
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Frame-Options"));
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null, null, "en")]
    [InlineData(null, "zh-TW,en;q=0.5", "zh-Hans")]
    [InlineData(null, "fr, *;q=0.1", "en")]
    [InlineData("zh", "en", "zh-Hans")]
    [InlineData("en", "zh", "en")]
    [InlineData("<script>", "zh", "zh-Hans")]
    public async Task Page_Language_IsThatOfTheQueryThenOfTheBrowser(string? lang, string? accepted, string expected)
    {
        // Act
        using var response = await GetAsync((await api.PublishAsync()).Case.CaseId, lang, accepted);

        // Assert
        Assert.Equal(expected, Assert.Single(response.Content.Headers.ContentLanguage));
        Assert.Contains($"<html lang=\"{expected}\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Accept-Language", response.Headers.Vary.ToString());
    }

    [Fact]
    public async Task Page_OfAnyCaseThatIsNotPublished_IsTheSame()
    {
        // Arrange
        string[] ids = [(await api.QuarantineAsync()).Case.CaseId, new string('a', 26), "none", "..%2f..%2fhealth", "%3Cscript%3E"];

        // Act
        var pages = new HashSet<string>();
        foreach (var id in ids)
        {
            using var response = await GetAsync(id);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            pages.Add(await response.Content.ReadAsStringAsync());
        }

        // Assert
        Assert.Single(pages);
    }

    [Fact]
    public async Task Manifest_OfALabelledCopy_IsDownloaded()
    {
        // Act
        using var http = new HttpClient { BaseAddress = api.Gate.App.Address };
        using var response = await http.GetAsync(
            new Uri($"/api/published/{(await api.PublishCopyAsync()).Case.CaseId}/manifest", UriKind.Relative));

        // Assert
        Assert.Equal("application/c2pa", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("manifest store", await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> GetAsync(string caseId, string? lang = null, string? accepted = null)
    {
        using var http = new HttpClient { BaseAddress = api.Gate.App.Address };
        var query = lang is null ? "" : $"?lang={Uri.EscapeDataString(lang)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/disclosure/{caseId}{query}", UriKind.Relative));
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        }

        return await http.SendAsync(request);
    }
}
