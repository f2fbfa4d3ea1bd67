using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Cases;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class UploadTicketStoreTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Create_ThenGet_ReturnsTheSameTicket()
    {
        // Arrange
        var store = await StartAsync();
        var ticket = Ticket();

        // Act
        await store.CreateAsync(ticket);

        // Assert
        Assert.Equivalent(ticket, await store.GetAsync(ticket.UploadId), strict: true);
    }

    [Fact]
    public async Task Create_Again_KeepsTheFirst()
    {
        // Arrange
        var store = await StartAsync();
        var ticket = Ticket();
        await store.CreateAsync(ticket);

        // Act
        var again = await store.CreateAsync(ticket with { BlobName = "other.mp4" });

        // Assert
        Assert.Equal(ticket.BlobName, again.BlobName);
    }

    [Fact]
    public async Task Arrived_Twice_KeepsTheFirstCase()
    {
        var store = await StartAsync();
        var ticket = Ticket();
        await store.CreateAsync(ticket);

        await store.ArrivedAsync(ticket.UploadId, "first");
        await store.ArrivedAsync(ticket.UploadId, "second");

        Assert.Equal("first", (await store.GetAsync(ticket.UploadId))!.CaseId);
    }

    [Fact]
    public async Task Arrived_AfterARefusal_LeadsToTheOneThatWasTakenIn()
    {
        var store = await StartAsync();
        var ticket = Ticket();
        await store.CreateAsync(ticket);

        Assert.True(await store.ArrivedAsync(ticket.UploadId, "first", UploadRefusal.Replaced));
        var refused = await store.GetAsync(ticket.UploadId);
        Assert.True(await store.ArrivedAsync(ticket.UploadId, "second"));
        Assert.False(await store.ArrivedAsync(ticket.UploadId, "third", UploadRefusal.Archived));
        Assert.False(await store.ArrivedAsync(ticket.UploadId, "fourth"));

        var stored = await store.GetAsync(ticket.UploadId);
        Assert.Equal(("first", UploadRefusal.Replaced), (refused!.CaseId, refused.Refusal));
        Assert.Equal(("second", null), (stored!.CaseId, stored.Refusal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("../by-id/x")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Get_UnknownOrImpossibleId_IsNull(string? uploadId) => Assert.Null(await (await StartAsync()).GetAsync(uploadId));

    private static UploadTicket Ticket() => new()
    {
        UploadId = UploadId.New(),
        Submission = new() { Declaration = Declaration.Edited, Uploader = "user-1", Title = "标题" },
        BlobName = "user-1/视频.mp4",
        CreatedAt = TestCases.Opened,
        ExpiresAt = TestCases.Opened.AddMinutes(15),
    };

    private async Task<UploadTicketStore> StartAsync() => new(await TestStorage.StartAsync(azurite));
}
