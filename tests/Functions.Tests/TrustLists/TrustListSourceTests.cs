using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using VideoGate.Outbound;
using VideoGate.TrustLists;

namespace VideoGate.Tests.TrustLists;

public sealed class TrustListSourceTests
{
    [Fact]
    public async Task Fetch_List_IsReadToItsEnd()
    {
        await using var server = await ListServer.StartAsync("a list");

        Assert.Equal("a list", Encoding.UTF8.GetString(await FetchAsync(server)));
    }

    [Fact]
    public async Task Fetch_Redirect_IsFollowedToAnAllowedAddress()
    {
        await using var elsewhere = await ListServer.StartAsync("a list");
        await using var server = await ListServer.StartAsync(ListServer.Redirect(elsewhere.Address.AbsoluteUri));

        Assert.Equal("a list", Encoding.UTF8.GetString(await FetchAsync(server, options => options.LoopbackTargets.Add(elsewhere.Target))));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/list.pem", "redirects to an address that must be https.")]
    [InlineData("https://169.254.169.254/list.pem", "redirects to an address that names an address that is not public.")]
    [InlineData("file:///etc/ssl/certs", "redirects to an address that must be https.")]
    [InlineData("/list.pem", "redirects more than 3 times.")]
    public async Task Fetch_OtherRedirect_IsNotFollowed(string to, string because)
    {
        await using var server = await ListServer.StartAsync(ListServer.Redirect(to));

        Assert.Equal($"The source {because}", await ReasonAsync(server));
    }

    [Fact]
    public async Task Fetch_Status_IsNamed()
    {
        await using var server = await ListServer.StartAsync(ListServer.Status(404));

        Assert.Equal("The source answered 404.", await ReasonAsync(server));
    }

    [Fact]
    public async Task Fetch_TooLong_IsGivenUp()
    {
        await using var server = await ListServer.StartAsync(new string('x', 2000));

        Assert.Equal("It is longer than 1024 bytes.", await ReasonAsync(server, options => options.MaxBytes = 1024));
    }

    [Fact]
    public async Task Fetch_NoEnd_IsGivenUp()
    {
        await using var server = await ListServer.StartAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        Assert.Equal("It was not received within 00:00:00.0500000.",
            await ReasonAsync(server, options => options.Timeout = TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task Fetch_NameOfAPrivateAddress_IsNotConnectedTo()
    {
        var targets = new OutboundTargets([], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1")]));
        using var source = new TrustListSource(Options.Create(new TrustListOptions()), targets);

        var unavailable =
            await Assert.ThrowsAsync<TrustListUnavailableException>(
                () => source.FetchAsync(new("https://lists.example/"), CancellationToken.None));

        Assert.Contains("not public", unavailable.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ReasonAsync(ListServer server, Action<TrustListOptions>? configure = null) =>
        (await Assert.ThrowsAsync<TrustListUnavailableException>(() => FetchAsync(server, configure))).Message;

    private static async Task<byte[]> FetchAsync(ListServer server, Action<TrustListOptions>? configure = null)
    {
        var options = new TrustListOptions { LoopbackTargets = { server.Target } };
        configure?.Invoke(options);
        using var source = new TrustListSource(Options.Create(options));
        return await source.FetchAsync(server.Address, CancellationToken.None);
    }
}
