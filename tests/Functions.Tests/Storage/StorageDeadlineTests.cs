using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Storage;

public sealed class StorageDeadlineTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Call_StorageAcceptsAndSaysNothing_IsAnOutage()
    {
        // Arrange
        using var silent = Silent();
        StorageDeadline.Begin(Short, isForEachCall: false, () => false, TimeProvider.System);

        // Act
        var failure = await Record.ExceptionAsync(() => Container(silent).ExistsAsync());

        // Assert
        Assert.True(StorageOutage.IsTransient(failure!), $"{failure}");
    }

    [Fact]
    public async Task Call_TheTimeIsUp_DoesNotEvenConnect()
    {
        using var silent = Silent();
        var time = new FakeTimeProvider();
        StorageDeadline.Begin(Short, isForEachCall: false, () => false, time);
        time.Advance(Short);

        await Assert.ThrowsAsync<StorageOutageException>(() => Container(silent).ExistsAsync());

        Assert.False(silent.Pending());
    }

    [Theory]
    [InlineData(false, false, -1)]
    [InlineData(true, false, 2)]
    [InlineData(false, true, null)]
    public void Remaining_AfterACallThatBeganLater_IsOfTheRequestOrTheCall(bool isForEachCall, bool isLifted, int? expected)
    {
        // Arrange
        var time = new FakeTimeProvider();
        StorageDeadline.Begin(TimeSpan.FromSeconds(3), isForEachCall, () => isLifted, time);
        time.Advance(TimeSpan.FromSeconds(3));
        var callBegan = time.GetTimestamp();
        time.Advance(TimeSpan.FromSeconds(1));

        // Act
        var remaining = StorageDeadline.Current!.Remaining(callBegan);

        // Assert
        Assert.Equal(expected is { } seconds ? TimeSpan.FromSeconds(seconds) : null, remaining);
    }

    [Fact]
    public async Task Begin_InACallee_DoesNotReachItsCaller()
    {
        await BeginAsync();

        Assert.Null(StorageDeadline.Current);

        static async Task BeginAsync()
        {
            await Task.Yield();
            StorageDeadline.Begin(Short, isForEachCall: false, () => false, TimeProvider.System);
        }
    }

    private static Azure.Storage.Blobs.BlobContainerClient Container(TcpListener server)
    {
        var connection = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;"
            + $"BlobEndpoint=http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/devstoreaccount1";
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Slow"] = connection }).Build();
        return StorageAccount.Connect(configuration, "Slow", TimeProvider.System, Truth.Clock()).Service.GetBlobContainerClient("uploads");
    }

    private static TcpListener Silent()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
