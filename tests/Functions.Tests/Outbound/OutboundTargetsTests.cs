using System.Net;
using VideoGate.Outbound;
using VideoGate.Tests.Webhooks;

namespace VideoGate.Tests.Outbound;

public sealed class OutboundTargetsTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    public void Is_AddressOfTheInternet_IsPublic(string address) => Assert.True(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("168.63.129.16")] // Azure's platform.
    [InlineData("169.254.169.254")] // Instance metadata.
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::7f00:1")] // IPv4-compatible.
    [InlineData("64:ff9b::a9fe:a9fe")] // NAT64 of instance metadata.
    [InlineData("2002:7f00:1::")] // 6to4 of loopback.
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")] // Teredo.
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("ff02::1")]
    public void Is_AnyOtherAddress_IsNotPublic(string address) => Assert.False(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("8.8.8.8", "127.0.0.1")]
    [InlineData("8.8.8.8", "::ffff:10.0.0.1")]
    [InlineData]
    public async Task Connect_OneAddressOfTheNameIsNotPublic_IsRefusedAltogether(params string[] addresses)
    {
        var targets = Targets([], addresses);

        await Assert.ThrowsAsync<TargetRefusedException>(
            async () => await targets.ConnectAsync("hooks.example.com", 443, CancellationToken.None));
    }

    [Fact]
    public async Task Connect_LoopbackTarget_MayNotLeadAnywhereElse()
    {
        string[] loopback = ["hooks.example.com:443"];

        await Assert.ThrowsAsync<TargetRefusedException>(
            async () => await Targets(loopback, "8.8.8.8").ConnectAsync("hooks.example.com", 443, CancellationToken.None));
        await Assert.ThrowsAsync<TargetRefusedException>(
            async () => await Targets(loopback, "127.0.0.1").ConnectAsync("hooks.example.com", 8443, CancellationToken.None));
    }

    [Fact]
    public async Task Connect_Name_IsResolvedOnce()
    {
        // DNS rebinding: a second query, which would return another address, must not happen.
        var asked = 0;
        await using var receiver = await WebhookReceiver.StartAsync(204);
        var port = int.Parse(receiver.Target.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        var targets = new OutboundTargets([$"hooks.example.com:{port}"], (_, _) => Task.FromResult<IPAddress[]>(
            [asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]));

        await using var connected = await targets.ConnectAsync("hooks.example.com", port, CancellationToken.None);

        Assert.Equal(1, asked);
    }

    private static OutboundTargets Targets(string[] loopback, params string[] addresses) =>
        new(loopback, (_, _) => Task.FromResult<IPAddress[]>([.. addresses.Select(address => IPAddress.Parse(address))]));
}
