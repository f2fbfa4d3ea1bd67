namespace VideoGate.Tests.Api;

/// <summary>The running API gives every response that the document describes, in the described form.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class ExamplesTests(ApiFixture api)
{
    private const int Outage = 503;

    [Fact]
    public void Examples_HaveEveryAnswerOfTheDocument()
    {
        var promised = from operation in Contract.Shipped.Operations
                       from status in operation.Statuses
                       where status != Outage
                       select (operation.Id, status);

        Assert.Equal(promised.Order(), Examples.All.Keys.Order());
    }

    public static TheoryData<string, int> Promised
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var (operation, status) in Examples.All.Keys)
            {
                rows.Add(operation, status);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Promised))]
    public async Task Example_IsAnsweredAsPromised(string operation, int status)
    {
        var request = await Examples.All[(operation, status)](api);

        using var response = await api.SendAsync(request);

        Assert.True(status == (int)response.StatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var cached = (operation, status) is ("GetDisclosure" or "ShowDisclosure" or "GetManifest", 200 or 304);
        Assert.Equal(cached ? "public, max-age=300" : "no-store", response.Headers.CacheControl?.ToString());
    }
}
